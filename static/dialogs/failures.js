// The sentences for failures before the report is shown: what happened, and the one header or line that fixes it.
// They cannot be in `locale`: that is inside the WebAssembly, which may not have loaded.

import { DATA_FAILURES } from "./data-failures.js";

const RELOAD = "Load the page again.";

const FAILURES = {
  "browser-old": () => [
    "This browser is too old for the report.",
    "It needs Chrome or Edge 123, Firefox 120, Safari 17.5, or newer ones. Safari’s Lockdown Mode has to be off for this page.",
  ],
  // `changed` names a file whose bytes are not those of the page's version. Only pinned versions check that.
  "wasm-unreachable": ({ host, detail }) => detail?.changed ? [
    `The report could not be started: ${detail.changed} is not that of the version for which this page was made.`,
    "Copy the folder of that version anew, as it was built, or paste newer code from “Share, cite, download”.",
  ] : [
    "The report could not be started: outreach-report_bg.wasm could not be fetched.",
    host
      ? `The server of ${host} must send “Access-Control-Allow-Origin: *” with this file, as with the script; and a Content-Security-Policy of the page must have “connect-src ${host}”.`
      : "The file must lie beside outreach-report.js; and a Content-Security-Policy of the page must have “connect-src 'self'”.",
  ],
  "wasm-missing": ({ detail }) => [
    `The report could not be started: for outreach-report_bg.wasm the server answered ${detail}.`,
    "Copy outreach-report_bg.wasm to the folder of outreach-report.js, and let the server give out files that end in .wasm.",
  ],
  "wasm-wrong": () => [
    "The report could not be started: what the server sends as outreach-report_bg.wasm is something else.",
    "Copy the file anew, as it is; a server must not send a page of its own in place of it, nor change it on the way.",
  ],
  "wasm-damaged": () => [
    "The report could not be started: outreach-report_bg.wasm is damaged or cut short.",
    "Copy the file anew, in binary mode, and empty the caches between the server and the browser.",
  ],
  "wasm-refused": () => [
    "The report could not be started: this page does not allow WebAssembly.",
    "Its Content-Security-Policy must have “script-src 'self' 'wasm-unsafe-eval'”.",
  ],
  "wasm-mismatch": () => [
    "The report could not be started: outreach-report.js and outreach-report_bg.wasm are not of the same version.",
    "Copy both files from the same build, and empty the caches between the server and the browser.",
  ],
  ...DATA_FAILURES,
  panic: () => [
    "The report stopped because of a fault in it.",
    `${RELOAD} If it happens again, please report what you did.`,
  ],
};

/** What mends a WebAssembly that cannot be fetched, if the script is not under its own name: a bundler has left the file
 * behind. */
const BUNDLED = "outreach-report.js is in a bundle here, or has another name. Copy, do not bundle: put the four files of the report into one folder as they are, and load outreach-report.js by its address.";
const LEFT_BEHIND = ["wasm-unreachable", "wasm-missing", "wasm-wrong"];

const UNKNOWN = () => ["The report could not be shown.", `${RELOAD} The console of the browser may say more.`];

/** A failure with its sentences, as the event, the promise and the notice give it. `scriptUrl` is the address of the
 * report's script: its host is named if it is not the page's own. */
export function explain(failure, scriptUrl) {
  const host = scriptUrl.origin === location.origin || scriptUrl.origin === "null" ? "" : scriptUrl.origin;
  const [message, hint] = (FAILURES[failure.code] ?? UNKNOWN)({ ...failure, host });
  const bundled = LEFT_BEHIND.includes(failure.code) && !failure.detail?.changed && !scriptUrl.pathname.endsWith("/outreach-report.js");
  return { code: failure.code, message, hint: bundled ? BUNDLED : hint };
}
