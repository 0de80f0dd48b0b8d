// Fetches the other files of the report from the folder of this script. Single-file pages and pinned versions replace
// this module.

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => fetch(new URL("outreach-report_bg.wasm", import.meta.url));

/** The data set at an address, as a `Response`. */
export const data = (src) => fetch(src);

/** The module of the dialogs. Browsers may cache a failure to load a module, so each attempt has its own address. */
export const dialogs = (attempt) => import(new URL(`outreach-report-dialogs.js${attempt ? `?${attempt}` : ""}`, import.meta.url));

/** The address of the stand-alone page with this view. */
export const page = (link) => new URL(`index.html#${link}`, import.meta.url).href;
