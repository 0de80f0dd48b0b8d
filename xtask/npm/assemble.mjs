// The last part of a build, in a staging folder: bundles hand-written JavaScript, the style sheets that it imports and
// wasm-bindgen's JavaScript into one module for each WebAssembly, archives the data set by its day, and makes the
// single-file pages and the folder of the pinned version.
// xtask calls it with the folder `static`, the staging folder and the folder with pieces of text for the single-file
// page; with the word `development` at the end it makes neither single-file pages nor a pinned version.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "./published-address.mjs";
import { script, style } from "./bundle.mjs";
import { archiveCurrent } from "./archive-data.mjs";
import { compareBuiltInData } from "./built-in-data.mjs";
import { packed } from "./pack.mjs";
import { pin } from "./pin.mjs";
import { shorten } from "./shorten.mjs";
import { embed, PACKED_STYLES, report } from "./single.mjs";

const [source, staging, pieces, kind] = process.argv.slice(2);

/** The WebAssemblies, each with the folder in `static` whose `main.js` uses it. */
const MODULES = { "outreach-report": "loader", "outreach-report-dialogs": "dialogs" };

/** Scripts without WebAssembly, with the bytes that they may have. They are classic scripts, because pages on other
 * hosts load them: a module would need CORS headers from the server. */
const PLAIN_SCRIPTS = { "embed.js": 2_000, "check.js": 40_000, "check-inside.js": 20_000 };

const glue = {};
const wasm = {};
for (const name of Object.keys(MODULES)) {
  const binary = join(staging, `${name}_bg.wasm`);
  const short = shorten(readFileSync(binary), readFileSync(join(staging, `${name}.js`), "utf8"));
  writeFileSync(binary, short.wasm);
  glue[name] = short.javascript;
  wasm[name] = short.wasm;
}

compareBuiltInData(wasm["outreach-report"], readFileSync(join(staging, "data/activities.json"), "utf8"));

for (const [name, folder] of Object.entries(MODULES)) {
  writeFileSync(join(staging, `${name}.js`), await script(source, `${folder}/main.js`, { glue }));
}

for (const [name, limit] of Object.entries(PLAIN_SCRIPTS)) {
  const alone = await script(source, `host/${name}`, { format: "iife", target: "es2020" });
  const text = name === "embed.js" ? combinable(alone) : alone;
  if (Buffer.byteLength(text) > limit) throw new Error(`${name} has ${Buffer.byteLength(text)} bytes; the limit is ${limit}`);
  writeFileSync(join(staging, name), text);
}

/** A script that sites combine with others to one file: it needs no semicolon or line end before it, and an error in it does
 * not stop what follows. */
function combinable(text) {
  return `\n;try{${text.trim()}}catch(error){console.error(error)}\n`;
}

const day = archiveCurrent(staging);

if (kind !== "development") {
  const styles = await Promise.all(PACKED_STYLES.map((path) => style(join(source, path))));
  const parts = packed([...styles.map((text) => Buffer.from(text)), ...Object.values(wasm)]);
  for (const [name, make] of Object.entries({ "report.html": report, "embed.html": embed })) {
    writeFileSync(join(staging, name), await make({ source, staging, pieces, glue, parts }));
  }
  await pin({ source, staging, glue, wasm, day });
}

if (process.env.OUTREACH_ADDRESS) publish(staging, process.env.OUTREACH_ADDRESS);
