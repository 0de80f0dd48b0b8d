// Where the other files of the report are: beside this script. Single files bring a place of their own.

/** The WebAssembly of the first view, as the answer of a server. */
export const wasm = () => fetch(new URL("outreach-report_bg.wasm", import.meta.url));

/** The data set of an address. */
export const data = (src) => fetch(src);

/** The annex as a module. A browser may remember a module that it could not load, so each attempt has its own address. */
export const annex = (attempt) => import(new URL(`outreach-report-annex.js${attempt ? `?${attempt}` : ""}`, import.meta.url));

/** The address of the stand-alone page with this view. */
export const page = (link) => new URL(`index.html#${link}`, import.meta.url).href;
