// Keeps each version of the data set, for pages and links that request it later, in a folder named after its day.
// Invariant: a published version never changes. Earlier versions are in `static/data/<day>/`, which Trunk copies; only
// the folder of a new day is written.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes the current data set, the bytes of a file, into the built files. */
export function keep(staging, day, data) {
  const file = join(staging, "data", day, "activities.json");
  if (existsSync(file) && !readFileSync(file).equals(data)) {
    throw new Error(`the data of ${day} were published with other contents (static/data/${day}/); give the data set a new date in “updated”`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}
