// Archives each version of the data set in a folder named after its day, for pages and links that request it later.
// Invariant: a published version never changes. Earlier versions are in `static/data/<day>/`, which Trunk copies; only
// the folder of a new day is written.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Archives the data set of the built files, and returns its day: `updated`, or a hash of the data set if that is not a
 * date. */
export function archiveCurrent(staging) {
  const data = readFileSync(join(staging, "data/activities.json"));
  const { updated } = JSON.parse(data);
  const day = /^\d{4}(-\d\d){0,2}$/.test(updated) ? updated : createHash("sha256").update(data).digest("hex").slice(0, 8);
  archive(staging, day, data);
  return day;
}

/** Writes the bytes of a data set into the folder of its day in the built files. */
export function archive(staging, day, data) {
  const file = join(staging, "data", day, "activities.json");
  if (existsSync(file) && !readFileSync(file).equals(data)) {
    throw new Error(`the data of ${day} were published with other contents (static/data/${day}/); give the data set a new date in “updated”`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}
