// WebAssemblies as text inside a page: compressed together by LZMA, then written in 85 signs, five for each four bytes.
// `static/single/unpack.js` reads them again. Together, because the two share a third of their code, which deflate, the one
// that browsers can undo, would not see: its file would be a quarter larger.

import { createRequire } from "node:module";
import { decompressor } from "../../static/single/lzma.js";
import { checksum } from "../../static/single/checksum.js";

const { LZMA } = createRequire(import.meta.url)("lzma/src/lzma_worker.js");

/** The signs from `(` to `~`, without `<`, which could end the script element that they stand in, and `\`. */
const SIGNS = Array.from({ length: 87 }, (_, at) => String.fromCharCode(40 + at)).filter((sign) => sign !== "<" && sign !== "\\");
/** Editors and mail programs do not like lines without end. */
const LINE = 4_000;
/** The most that it does. */
const EFFORT = 9;
/** Settings, dictionary and length: `unpack.js` knows them. */
const HEADER = 13;
const SETTINGS = 0x5d;

/** The parts, in the order in which they are read, as an element of a page. */
export function packed(parts) {
  const whole = Buffer.concat(parts);
  const made = Uint8Array.from(LZMA.compress(Array.from(whole), EFFORT), (byte) => byte & 255);
  const short = made.subarray(HEADER);
  const again = decompressor(short, whole.length)(whole.length);
  if (made[0] !== SETTINGS || Buffer.compare(again, whole) !== 0) throw new Error("what was packed cannot be unpacked");
  const lines = write(short).match(new RegExp(`.{1,${LINE}}`, "g"));
  const sizes = parts.map((part) => part.length).join(" ");
  const sums = parts.map(checksum).join(" ");
  return `<script type="application/octet-stream" id="parts" data-bytes="${short.length}" data-sizes="${sizes}" data-sums="${sums}">\n${lines.join("\n")}\n</script>`;
}

function write(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0;
    for (let place = 0; place < 4; place += 1) value = value * 256 + (bytes[at + place] ?? 0);
    let signs = "";
    for (let place = 0; place < 5; place += 1) {
      signs = SIGNS[value % 85] + signs;
      value = Math.floor(value / 85);
    }
    text += signs;
  }
  return text;
}
