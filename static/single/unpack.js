// The WebAssemblies that lie in the page as text (`xtask/npm/pack.mjs`): one after the other, compressed together because
// they have much in common. The second is not read before it is asked for.

import { damaged } from "./failures.js";
import { decompressor } from "./lzma.js";
import { checksum } from "./checksum.js";

/** Signs below this are line ends. */
const FIRST = 40;

let parts;

/** The WebAssembly of a place in the file, as if a server had answered with it. */
export async function unpack(place) {
  try {
    parts ??= open(document.getElementById("parts"));
    const { start, end, check } = parts.places[place];
    const bytes = parts.more(end).subarray(start, end);
    if (checksum(bytes) !== check) throw new RangeError(`part ${place} is not as it was`);
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  } catch (error) {
    console.error(error);
    throw damaged();
  }
}

function open(element) {
  const { bytes, sizes, sums } = element.dataset;
  const checks = sums.split(" ").map(Number);
  let end = 0;
  const places = sizes.split(" ").map((size, at) => ({ start: end, end: (end += Number(size)), check: checks[at] }));
  return { places, more: decompressor(read(element.textContent, Number(bytes)), end) };
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
