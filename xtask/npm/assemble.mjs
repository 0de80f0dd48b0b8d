// The last part of a build, in the folder where Trunk has put its files: joins hand-written JavaScript, the style sheets
// that it imports and wasm-bindgen's JavaScript into one module for each WebAssembly, and makes the single files and
// the folder of the version that can be pinned.
// Called by `cargo xtask assemble` with the folder `static`, with Trunk's, and with that of pieces of text where there is one.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "./address.mjs";
import { script } from "./bundle.mjs";
import { packed } from "./pack.mjs";
import { pin } from "./pin.mjs";
import { shorten } from "./shorten.mjs";
import { embed, report } from "./single.mjs";

const [fixed, staging, pieces] = process.argv.slice(2);

/** The WebAssemblies, each with the folder of `static` whose `main.js` uses it. */
const MODULES = { "outreach-report": "loader", "outreach-report-dialogs": "dialogs" };

/** Scripts that need no WebAssembly, with the bytes that they may have. They run on pages of others, so they are no
 * modules, which would need the host's leave. */
const ALONE = { "embed.js": 2_000, "check.js": 40_000, "check-inside.js": 20_000 };

const glue = {};
const wasm = {};
for (const name of Object.keys(MODULES)) {
  const binary = join(staging, `${name}_bg.wasm`);
  const short = shorten(readFileSync(binary), readFileSync(join(staging, `${name}.js`), "utf8"));
  writeFileSync(binary, short.wasm);
  glue[name] = short.javascript;
  wasm[name] = short.wasm;
}

for (const [name, folder] of Object.entries(MODULES)) {
  writeFileSync(join(staging, `${name}.js`), await script(fixed, `${folder}/main.js`, { glue }));
}

for (const [name, limit] of Object.entries(ALONE)) {
  const text = await script(fixed, `host/${name}`, { format: "iife", target: "es2020" });
  if (Buffer.byteLength(text) > limit) throw new Error(`${name} has ${Buffer.byteLength(text)} bytes, and may have ${limit}`);
  writeFileSync(join(staging, name), text);
}

const parts = packed(Object.values(wasm));
for (const [name, make] of Object.entries({ "report.html": report, "embed.html": embed })) {
  writeFileSync(join(staging, name), await make({ fixed, staging, pieces, glue, parts }));
}

await pin({ fixed, staging, glue, wasm });

if (process.env.OUTREACH_ADDRESS) publish(staging, process.env.OUTREACH_ADDRESS);
