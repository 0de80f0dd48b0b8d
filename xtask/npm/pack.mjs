// WebAssembly as text inside a page: compressed by zopfli, which a browser's DecompressionStream undoes and whose
// checksum it looks at, then written in 85 signs, five for each four bytes. `static/single/unpack.js` reads it again.

import { gzipAsync } from "@gfx/zopfli";

/** The signs from `(` to `~`, without `<`, which could end the script element that they stand in, and `\`. */
const SIGNS = Array.from({ length: 87 }, (_, at) => String.fromCharCode(40 + at)).filter((sign) => sign !== "<" && sign !== "\\");
/** Editors and mail programs do not like lines without end. */
const LINE = 4_000;

/** The bytes as an element of a page. */
export async function packed(id, bytes) {
  const short = await gzipAsync(bytes, { numiterations: 15 });
  const lines = write(short).match(new RegExp(`.{1,${LINE}}`, "g"));
  return `<script type="application/octet-stream" id="${id}" data-bytes="${short.length}">\n${lines.join("\n")}\n</script>`;
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
