// Writes style sheets and WebAssemblies as text for a page: compressed together with LZMA, then encoded in 85 characters,
// five for each four bytes. `static/single/unpack.js` reads them. They are compressed together because the WebAssemblies
// share a third of their code. Deflate, which browsers can decompress, would not find that: the file would be a quarter
// larger.
// Invariant: what is written has been decompressed again and compared.

import { createRequire } from "node:module";
import { decompressor } from "../../static/single/lzma.js";
import { checksum } from "../../static/single/checksum.js";

const { LZMA } = createRequire(import.meta.url)("lzma/src/lzma_worker.js");

/** The characters from `(` to `~`, without `\` and without `<`, which could end the script element around the text. */
const ALPHABET = Array.from({ length: 87 }, (_, index) => String.fromCharCode(40 + index)).filter((character) => character !== "<" && character !== "\\");
/** Characters in a line: editors and mail programs have problems with very long lines. */
const LINE_LENGTH = 4_000;
/** The highest compression level. */
const LEVEL = 9;
/** The length of the LZMA header: settings, dictionary size and length. `lzma.js` has these values fixed. */
const HEADER = 13;
const SETTINGS = 0x5d;

/** The parts as an element of a page. `unpack` reads them by their index. */
export function packed(parts) {
  const whole = Buffer.concat(parts);
  const compressed = Uint8Array.from(LZMA.compress(Array.from(whole), LEVEL), (byte) => byte & 255);
  const body = compressed.subarray(HEADER);
  const decompressed = decompressor(body, whole.length)(whole.length);
  if (compressed[0] !== SETTINGS || Buffer.compare(decompressed, whole) !== 0) throw new Error("the packed WebAssemblies differ after unpacking");
  const lines = encode(body).match(new RegExp(`.{1,${LINE_LENGTH}}`, "g"));
  const sizes = parts.map((part) => part.length).join(" ");
  const sums = parts.map(checksum).join(" ");
  return `<script type="application/octet-stream" id="parts" data-bytes="${body.length}" data-sizes="${sizes}" data-sums="${sums}">\n${lines.join("\n")}\n</script>`;
}

function encode(bytes) {
  let text = "";
  for (let start = 0; start < bytes.length; start += 4) {
    let value = 0;
    for (let index = 0; index < 4; index += 1) value = value * 256 + (bytes[start + index] ?? 0);
    let group = "";
    for (let index = 0; index < 5; index += 1) {
      group = ALPHABET[value % 85] + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return text;
}
