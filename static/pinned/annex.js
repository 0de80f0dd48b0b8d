// Where the WebAssembly of a pinned annex is: beside its script, with the bytes that it had then.

import { checked } from "./checked.js";

export { data, template } from "../annex/place.js";

/** The WebAssembly of the annex, as the answer of a server. */
export const wasm = () => checked("outreach-report-annex_bg.wasm");
