// A version that stays as it is, for pages that want the report as they have seen it: copies of the scripts and of what
// they load in a folder of their own, `v/<version>-<hash>/`, the data in `data/<day>/`, and `version.json`, which tells
// the embed builder of both.
// Invariant: one folder never holds other bytes than before, because its name has the hash of all of them. The hashes of
// what a script loads are inside the script, and that of the script is in the code that pages paste; the ordinary
// scripts know nothing of this.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { script, version } from "./bundle.mjs";
import { keep } from "./keep.mjs";

/** What is elsewhere in a pinned version: files are asked for with the hash of their bytes. */
const INSTEAD = { "loader/files.js": "pinned/files.js", "dialogs/files.js": "pinned/dialog-files.js" };

/** The frame has everything inside it; its helper knows only the frame beside it. */
const FRAME = "embed.html";
const HELPER = "embed.js";

/** Writes the present version into the folder of built files. */
export async function pin({ fixed, staging, glue, wasm }) {
  const files = new Map();
  const integrity = {};
  const add = (name, bytes) => {
    files.set(name, bytes);
    integrity[name] = `sha384-${hash("sha384", "base64", bytes)}`;
  };
  for (const [name, bytes] of Object.entries(wasm)) add(`${name}_bg.wasm`, bytes);
  // The dialogs first: the loader knows its hash.
  for (const [name, first] of [["outreach-report-dialogs.js", "dialogs/main.js"], ["outreach-report.js", "loader/main.js"]]) {
    const define = { HASHES: JSON.stringify(integrity) };
    add(name, await script(fixed, first, { glue, instead: INSTEAD, define }));
  }
  // The page that the frame leads to is that of the newest version.
  add(FRAME, readFileSync(join(staging, FRAME), "utf8").replaceAll('href="index.html"', 'href="../../index.html"'));
  add(HELPER, readFileSync(join(staging, HELPER)));

  const data = readFileSync(join(staging, "data/activities.json"));
  const { updated } = JSON.parse(data);
  const day = /^\d{4}(-\d\d){0,2}$/.test(updated) ? updated : hash("sha256", "hex", data).slice(0, 8);
  const folder = `v/${version}-${hash("sha256", "hex", JSON.stringify(integrity)).slice(0, 8)}`;

  mkdirSync(join(staging, folder), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(staging, folder, name), bytes);
  keep(staging, day, data);
  writeFileSync(join(staging, "version.json"), `${JSON.stringify({ version, folder, updated: day, integrity }, null, 2)}\n`);
}

function hash(algorithm, form, bytes) {
  return createHash(algorithm).update(bytes).digest(form);
}
