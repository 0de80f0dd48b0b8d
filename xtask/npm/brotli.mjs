// Prints the size of each file named on the command line, and its size compressed with brotli at the highest quality.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

for (const name of process.argv.slice(2)) {
  const content = readFileSync(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  console.log(content.length, brotliCompressSync(content, { params }).length);
}
