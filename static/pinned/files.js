// The other files of a pinned version, in the folder of its script.
// Invariant: a file whose bytes are not those of this version is refused.

import { checked, module } from "./verified-fetch.js";

export { data, knownPage } from "../loader/files.js";

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => checked("outreach-report_bg.wasm");

/** The module of the dialogs. */
export const dialogs = (attempt) => module("outreach-report-dialogs.js", attempt);

/** The page beside the script that shows the data set of this version, or the one at an address: it stays the same too. */
export const page = (src) => new URL(`embed.html${src ? `?src=${encodeURIComponent(src)}` : ""}`, import.meta.url);
