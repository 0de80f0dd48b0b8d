// The pages that are one file: `report.html`, the stand-alone page, and `embed.html`, the frame.
// Invariant: they ask for nothing. A policy in the file itself forbids all requests, but those for the data set that a
// frame's address names; it names each script and style by its hash, so that nothing else runs.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { script, style } from "./bundle.mjs";

/** What is elsewhere in these files: the WebAssemblies and the dialogs. */
const INSTEAD = {
  "loader/files.js": "single/files.js",
  "dialogs/files.js": "single/dialog-files.js",
};
/** As a file, whatever a server would make of it. */
const LIMIT = 600_000;

/** The stand-alone page, made of the page that Trunk has built. */
export async function report({ fixed, staging, pieces, glue, parts }) {
  // There is nothing beside the file, so its text is another than that of the page in a folder.
  const text = pieces
    ? [/<!-- text -->[^]*?<!-- \/text -->/, () => readFileSync(join(pieces, "single.html"), "utf8")]
    : [/\s*<a href="data\/activities.json">The data set<\/a> can be read without them\./, ""];
  const page = edit(readFileSync(join(staging, "index.html"), "utf8"), [
    [/<link rel="stylesheet" href="page.css"[^>]*>/, "<!-- style -->"],
    [/<script type="module" src="outreach-report.js"><\/script>/, "<!-- check -->"],
    text,
    [/<!-- about -->[^]*?<!-- \/about -->/, ""],
    [/<\/body>/, "<!-- script --></body>"],
  ]);
  const styles = await style(join(fixed, "page.css"));
  const file = await fill(page, { fixed, glue, parts, styles, first: "single/report.js", connect: "'none'" });
  const size = Buffer.byteLength(file);
  if (size > LIMIT) throw new Error(`report.html has ${size} bytes, and may have ${LIMIT}`);
  return file;
}

/** The frame. */
export async function embed({ fixed, glue, parts }) {
  const page = readFileSync(join(fixed, "single/embed.html"), "utf8");
  const styles = await style(join(fixed, "single/embed.css"));
  return fill(page, { fixed, glue, parts, styles, first: "single/frame.js", connect: "http: https:" });
}

async function fill(page, { fixed, glue, parts, styles, first, connect }) {
  const check = await script(fixed, "single/check.js", { format: "iife", target: "es5" });
  const module = await script(fixed, first, { glue, instead: INSTEAD });
  for (const text of [check, module]) {
    if (/<\/script|<!--/i.test(text)) throw new Error(`the script of ${first} holds what ends a script element`);
  }
  const policy = [
    "default-src 'none'",
    `script-src ${hash(check)} ${hash(module)} 'wasm-unsafe-eval'`,
    `style-src ${hash(styles)}`,
    "img-src data: blob:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const ground = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return edit(page, [
    // The policy holds for what stands after it.
    [/<meta charset="utf-8" \/>/, (found) => `${found}\n    ${ground}`],
    [/<!-- style -->/, () => `<style>${styles}</style>`],
    [/<!-- check -->/, () => `<script>${check}</script>`],
    // The mark at the end tells a whole file from one that was cut off.
    [/<!-- script -->/, () => `${parts}\n<script type="module">${module}</script>\n<i id="end" hidden></i>\n  `],
  ]);
}

/** The page with each change made, once. */
function edit(page, changes) {
  for (const [what, change] of changes) {
    if (page.split(what).length !== 2) throw new Error(`a page of one file needs ${what} once in the page that it is made of`);
    page = page.replace(what, change);
  }
  return page;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
