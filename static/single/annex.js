// Where the annex's WebAssembly is: in the page itself.

import { unpack } from "./unpack.js";

/** The WebAssembly of the annex, as the answer of a server. */
export const wasm = () => unpack("outreach-report-annex");

/** The data set that is built in has no address: the file asks for nothing. */
export const data = () => "";
