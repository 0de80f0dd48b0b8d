// The other files of a pinned version, in the folder of its script.
// Invariant: a file whose bytes are not those of this version is refused.

import { checked, module } from "./verified-fetch.js";

export { data } from "../loader/files.js";

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => checked("outreach-report_bg.wasm");

/** The module of the dialogs. */
export const dialogs = (attempt) => module("outreach-report-dialogs.js", attempt);

/** The address of the stand-alone page of the newest version with this view: pinned versions have no such page. */
export const page = (link) => new URL(`../../index.html#${link}`, import.meta.url).href;
