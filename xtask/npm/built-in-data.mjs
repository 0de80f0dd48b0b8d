// Proves that the data set in the WebAssembly is the published one.
// Invariant: a build whose built-in data differ in any value from the published file fails.

import { isDeepStrictEqual } from "node:util";
import { unpacked } from "../../static/loader/built-in-data.js";

/** How the packed data set begins, in the WebAssembly. The unpacker finds its end. */
const START = "format\noutreach-report/1\n";

/** Throws if the WebAssembly has another data set than the published JSON. */
export function compareBuiltInData(wasm, published) {
  const start = wasm.indexOf(START);
  if (start < 0) throw new Error("the packed data set was not found in the WebAssembly");
  const builtIn = JSON.parse(unpacked(wasm.subarray(start).toString()));
  if (!isDeepStrictEqual(builtIn, withoutEmpty(JSON.parse(published)))) throw new Error("the built-in data set differs from the published one");
}

/** A value without fields that are null or an empty list, which mean the same as absent ones. */
function withoutEmpty(value) {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== "object") return value;
  const isFull = ([, field]) => field !== null && !(Array.isArray(field) && field.length === 0);
  return Object.fromEntries(Object.entries(value).filter(isFull).map(([name, field]) => [name, withoutEmpty(field)]));
}
