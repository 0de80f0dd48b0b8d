// Writes a release that never changes, for pages that are pinned to it: copies of the scripts and of the files that
// they load in the folder `v/<version>-<hash>/`, and `version.json`, which names it and the day of the data for the
// embed builder.
// Invariant: the files of a folder never change, because its name has the hash of all of them. Each pinned script
// contains the hashes of the files that it loads, and the code that pages paste contains the hash of the script. The
// scripts that are not pinned do not depend on any of this.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { script, version } from "./bundle.mjs";

/** The modules that load files, replaced in a pinned version: they request files with the hash of their bytes. */
const REPLACEMENTS = { "loader/files.js": "pinned/files.js", "dialogs/files.js": "pinned/dialog-files.js" };

/** The frame page contains everything that it needs. The helper script is for the frame page in the same folder. */
const FRAME = "embed.html";
const HELPER = "embed.js";

/** Writes the current release into the folder of built files. */
export async function pin({ source, staging, glue, wasm, day }) {
  const files = new Map();
  const integrity = {};
  const add = (name, bytes) => {
    files.set(name, bytes);
    integrity[name] = `sha384-${hash("sha384", "base64", bytes)}`;
  };
  for (const [name, bytes] of Object.entries(wasm)) add(`${name}_bg.wasm`, bytes);
  // The dialogs first, because the loader contains their hash.
  for (const [name, entry] of [["outreach-report-dialogs.js", "dialogs/main.js"], ["outreach-report.js", "loader/main.js"]]) {
    const define = { HASHES: JSON.stringify(integrity) };
    add(name, await script(source, entry, { glue, replacements: REPLACEMENTS, define }));
  }
  // The frame links to the stand-alone page of the newest version.
  add(FRAME, readFileSync(join(staging, FRAME), "utf8").replaceAll('href="index.html"', 'href="../../index.html"'));
  add(HELPER, readFileSync(join(staging, HELPER)));

  const folder = `v/${version}-${hash("sha256", "hex", JSON.stringify(integrity)).slice(0, 8)}`;

  mkdirSync(join(staging, folder), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(staging, folder, name), bytes);
  // The files that are not pinned, so that `check.html` notices what was changed on its way to the reader.
  const unpinned = Object.fromEntries([...files.keys()].map((name) => [name, `sha384-${hash("sha384", "base64", readFileSync(join(staging, name)))}`]));
  writeFileSync(join(staging, "version.json"), `${JSON.stringify({ version, folder, updated: day, integrity, files: unpinned }, null, 2)}\n`);
}

function hash(algorithm, encoding, bytes) {
  return createHash(algorithm).update(bytes).digest(encoding);
}
