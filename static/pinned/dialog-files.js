// The files that the dialogs of a pinned version need. The WebAssembly is in the folder of the script.
// Invariant: a WebAssembly whose bytes are not those of this version is refused.

import { checked } from "./verified-fetch.js";

export { LOOK_FOR, data, singlePage } from "../dialogs/files.js";

/** The WebAssembly of the dialogs, as a `Response`. */
export const wasm = () => checked("outreach-report-dialogs_bg.wasm");
