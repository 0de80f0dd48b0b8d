// Where the WebAssembly of pinned dialogs is: beside its script, with the bytes that it had then.

import { checked } from "./checked.js";

export { data, singlePage } from "../dialogs/files.js";

/** The WebAssembly of the dialogs, as a `Response`. */
export const wasm = () => checked("outreach-report-dialogs_bg.wasm");
