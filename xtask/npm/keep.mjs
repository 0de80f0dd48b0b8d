// The data sets that pages and links may ask for later: each version in a folder that has the name of its day.
// Invariant: a version that was published never changes. Earlier ones lie in `static/data/<day>/` and come along with
// the copy of that folder; only a folder that is new is written.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Keeps the present data set, the bytes of a file, among the built files. */
export function keep(staging, day, data) {
  const file = join(staging, "data", day, "activities.json");
  if (existsSync(file) && !readFileSync(file).equals(data)) {
    throw new Error(`the data of ${day} were published with other contents (static/data/${day}/); give the data set a new date in “updated”`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}
