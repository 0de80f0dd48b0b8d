// The sentences for a data set that cannot be shown: what came in its place, and the address, header or line that mends
// it.
// Invariant: an address that is proposed is one at which the same file can be fetched from other pages.

import { adviceFor } from "./preview-addresses.js";

/** The sentences by code. A failure has the `address` in `src`, the `text` and the `url` of what was fetched, if
 * anything was, and in `detail` what the reader of the data found. */
export const DATA_FAILURES = {
  "data-unreachable": ({ detail, address }) => [
    typeof detail === "number" ? `The data could not be loaded: the server answered ${detail}.` : "The data could not be loaded.",
    `${adviceFor(address) ?? reachAdvice(detail)}${source(address)}`,
  ],
  "data-not-json": ({ detail: [line, column], address, text, url }) => {
    const [what, advice] = CONTENTS.find(([start]) => start.test(text)).slice(1);
    const position = `line ${Number(line).toLocaleString("en")}, column ${Number(column).toLocaleString("en")}`;
    const led = url && url !== new URL(address, document.baseURI).href ? ` The address leads on to ${url}.` : "";
    return [
      `The data file is no valid JSON: ${what} ${position}.`,
      `${adviceFor(address) ?? advice}${led}${source(address)}`,
    ];
  },
  "data-not-a-report": ({ address }) => [
    "The file is JSON, but no data set of this report.",
    `It needs the format “outreach-report/1” and a list of activities.${source(address)}`,
  ],
  "data-other-format": ({ detail: [format] }) => [
    `The data are in the format “${format}”, which this version does not read.`,
    "Use a newer version of the report, or publish the data as “outreach-report/1”.",
  ],
  "data-too-large": ({ detail, address }) => [
    `The data set is larger than what this browser has memory for: about ${detail.toLocaleString("en")} of its records fit.`,
    `Close other pages and load this one again, or publish fewer records.${source(address)}`,
  ],
  "data-stopped": () => ["Loading the data was cancelled.", "Load the page again to see the report."],
};

/** What a text that is no JSON is, by its beginning: in words, and what to do. */
const CONTENTS = [
  [/^\s*$/, "it is empty, at", "Publish it again."],
  [
    /^\s*</,
    "a web page came in its place, at",
    "It may be a sign-in page, an error page or a preview. Open the address in src in a private window: it must show the bare JSON, without a sign-in.",
  ],
  [/^PK/, "it is a spreadsheet or another packed file, at", "Save the data as JSON in the format “outreach-report/1”, and publish that file."],
  [/^\x1f/, "it is compressed, at", "Publish it as it is, or let the server send “Content-Encoding: gzip” with it."],
  [/^%PDF/, "it is a PDF, at", "Save the data as JSON in the format “outreach-report/1”, and publish that file."],
  [/(?:)/, "it stops making sense at", "The file may be cut off. Publish it again, and check it with the schema."],
];

function reachAdvice(status) {
  if ([401, 403, 407].includes(status)) return "The server wants a sign-in, or forbids it to readers: publish the file so that everybody can read it.";
  if (typeof status === "number") return "Check the address in src.";
  if (self.origin === "null") return "This frame is in a sandbox, so even its own host has to allow it with “Access-Control-Allow-Origin: *”. Check the address in src, too.";
  return "Check the address in src. A host other than this page’s own has to allow it with “Access-Control-Allow-Origin: *”, and a Content-Security-Policy of the page with connect-src.";
}

const source = (address) => (address ? ` (src="${address}")` : "");
