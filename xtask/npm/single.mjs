// Builds the single-file pages: `report.html`, the stand-alone page, and `embed.html`, the frame page.
// Invariant: they send no requests. A Content-Security-Policy in the page forbids all, except for a data set in the
// frame's address, and allows only its own scripts and styles, by their hashes.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { script, style } from "./bundle.mjs";

/** The modules that load files, replaced: the WebAssemblies and the dialogs are in the page. The module that scrolls,
 * replaced: a frame may have nothing to scroll. */
const REPLACEMENTS = {
  "loader/files.js": "single/files.js",
  "loader/scroll.js": "single/scroll.js",
  "dialogs/files.js": "single/dialog-files.js",
};
/** The style sheets that are packed with the WebAssemblies, before them: as text they would take 30 KB more. */
export const PACKED_STYLES = ["style/report.css", "style/dialogs.css"];
/** The limits in bytes, not compressed. */
const LIMITS = { "report.html": 600_000, "embed.html": 484_000 };

/** The stand-alone page, built from Trunk's `index.html`. */
export async function report({ source, staging, pieces, glue, parts }) {
  // Its text differs from that of `index.html`: it must not refer to other files in the folder.
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
  const styles = await style(join(source, "page.css"));
  return within("report.html", await fill(page, { source, glue, parts, styles, entry: "single/report.js", connect: "'none'" }));
}

/** The frame page. */
export async function embed({ source, glue, parts }) {
  const page = readFileSync(join(source, "single/embed.html"), "utf8");
  const styles = await style(join(source, "single/embed.css"));
  return within("embed.html", await fill(page, { source, glue, parts, styles, entry: "single/frame.js", connect: "http: https:" }));
}

function within(name, file) {
  const size = Buffer.byteLength(file);
  if (size > LIMITS[name]) throw new Error(`${name} has ${size} bytes; the limit is ${LIMITS[name]}`);
  return file;
}

async function fill(page, { source, glue, parts, styles, entry, connect }) {
  const check = await script(source, "single/damage-check.js", { format: "iife", target: "es5" });
  const module = await script(source, entry, { glue, replacements: REPLACEMENTS, packedStyles: PACKED_STYLES });
  for (const text of [check, module]) {
    if (/<\/script|<!--/i.test(text)) throw new Error(`the script of ${entry} contains text that ends a script element`);
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
  const policyElement = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return edit(page, [
    // The policy applies only to what comes after it.
    [/<meta charset="utf-8" \/>/, (charset) => `${charset}\n    ${policyElement}`],
    [/<!-- style -->/, () => `<style>${styles}</style>`],
    [/<!-- check -->/, () => `<script>${check}</script>`],
    // If the element `end` is missing, the file was cut off.
    [/<!-- script -->/, () => `${parts}\n<script type="module">${module}</script>\n<i id="end" hidden></i>\n  `],
  ]);
}

/** The page with all changes. Each pattern must match exactly once. */
function edit(page, changes) {
  for (const [pattern, replacement] of changes) {
    if (page.split(pattern).length !== 2) throw new Error(`the page for a single-file page must have ${pattern} exactly once`);
    page = page.replace(pattern, replacement);
  }
  return page;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
