// Where the other files of a pinned version are: beside its script, with the bytes that they had then.

import { checked, module } from "./checked.js";

export { data } from "../loader/files.js";

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => checked("outreach-report_bg.wasm");

/** The module of the dialogs. */
export const dialogs = (attempt) => module("outreach-report-dialogs.js", attempt);

/** The address of the stand-alone page with this view. It is that of the newest version: pinned ones have none. */
export const page = (link) => new URL(`../../index.html#${link}`, import.meta.url).href;
