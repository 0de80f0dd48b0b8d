// Reads style sheets and WebAssemblies from the text in the page (written by `xtask/npm/pack.mjs`). They are concatenated
// and compressed together, because they share much. Each is decompressed when it is first requested.
// Invariant: a part whose checksum differs is never returned.

import { damaged } from "./failures.js";
import { decompressor } from "./lzma.js";
import { checksum } from "./checksum.js";

/** The code of the first character in use. Lower ones are line ends. */
const FIRST = 40;

let archive;

/** A WebAssembly by its index in the page, as if a server had sent it. */
export const unpack = async (index) => new Response(bytesOf(index), { headers: { "content-type": "application/wasm" } });

/** A style sheet by its index in the page. */
export const unpackText = (index) => new TextDecoder().decode(bytesOf(index));

function bytesOf(index) {
  try {
    archive ??= open(document.getElementById("parts"));
    const { start, end, check } = archive.parts[index];
    const bytes = archive.upTo(end).subarray(start, end);
    if (checksum(bytes) !== check) throw new RangeError(`part ${index} is not as it was`);
    return bytes;
  } catch (error) {
    console.error(error);
    throw damaged();
  }
}

function open(element) {
  const { bytes, sizes, sums } = element.dataset;
  const checks = sums.split(" ").map(Number);
  let end = 0;
  const parts = sizes.split(" ").map((size, index) => ({ start: end, end: (end += Number(size)), check: checks[index] }));
  return { parts, upTo: decompressor(read(element.textContent, Number(bytes)), end) };
}

/** Decodes text in which five characters of 85 encode four bytes. `<` and `\` are not used. */
function read(text, length) {
  const bytes = new Uint8Array(length + 3);
  let value = 0;
  let count = 0;
  let position = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < FIRST) continue;
    value = value * 85 + code - FIRST - (code > 60) - (code > 92);
    count += 1;
    if (count < 5) continue;
    for (let shift = 24; shift >= 0; shift -= 8) bytes[position++] = (value / 2 ** shift) & 255;
    value = count = 0;
  }
  if (position < length) throw new RangeError(`${position} of ${length} bytes`);
  return bytes.subarray(0, length);
}
