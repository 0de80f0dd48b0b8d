// Writes the data sets of 10,000 and 100,000 records that the browser tests have, for the native part.
//
// Usage: node records.mjs FOLDER

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { manyRecords } from "../tests/browser/support/large-data.mjs";

for (const count of [10_000, 100_000]) writeFileSync(join(process.argv[2], `${count}.json`), JSON.stringify(manyRecords(count)));
