// Where the annex's WebAssembly is: in the page itself.

import { unpack } from "./unpack.js";

/** The WebAssembly of the annex, as the answer of a server. */
export const wasm = () => unpack(1);
