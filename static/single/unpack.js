// WebAssembly that lies in the page as text (`xtask/npm/pack.mjs`). Its checksum is in the compressed form, where the
// browser looks at it.

import { damaged, old } from "./failures.js";

/** Signs below this are line ends. */
const FIRST = 40;

/** The WebAssembly of a name, as if a server had answered with it. */
export async function unpack(name) {
  if (!globalThis.DecompressionStream) throw old();
  const element = document.getElementById(name);
  try {
    const packed = new Blob([read(element.textContent, Number(element.dataset.bytes))]);
    const bytes = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  } catch (error) {
    console.error(error);
    throw damaged();
  }
}

/** Five signs of 85 for each four bytes. `<` and `\` are none of the signs. */
function read(text, length) {
  const bytes = new Uint8Array(length + 3);
  let value = 0;
  let signs = 0;
  let at = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code < FIRST) continue;
    value = value * 85 + code - FIRST - (code > 60) - (code > 92);
    signs += 1;
    if (signs < 5) continue;
    for (let shift = 24; shift >= 0; shift -= 8) bytes[at++] = (value / 2 ** shift) & 255;
    value = signs = 0;
  }
  if (at < length) throw new RangeError(`${at} of ${length} bytes`);
  return bytes.subarray(0, length);
}
