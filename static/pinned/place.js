// Where the other files of a pinned version are: beside its script, with the bytes that they had then.

import { checked, module } from "./checked.js";

export { data } from "../loader/place.js";

/** The WebAssembly of the first view, as the answer of a server. */
export const wasm = () => checked("outreach-report_bg.wasm");

/** The annex as a module. */
export const annex = (attempt) => module("outreach-report-annex.js", attempt);

/** The address of the stand-alone page with this view. It is that of the newest version: pinned ones have none. */
export const page = (link) => new URL(`../../index.html#${link}`, import.meta.url).href;
