// Fetches the other files of the report from the folder of this script. Single-file pages and pinned versions replace
// this module.
// Invariant: bundlers (Vite, webpack) find the files that they have to add in `new URL("…", import.meta.url)` and
// `import("…")` with plain texts, and only there.

import { scriptAddress } from "./script-address.js";

/** The WebAssembly of the report, as a `Response`. In a bundle that is no module, `import.meta` is empty. */
export const wasm = () => fetch(import.meta.url ? new URL("outreach-report_bg.wasm", import.meta.url) : fileUrl("outreach-report_bg.wasm"));

/** The data set at an address, as a `Response`. */
export const data = (src) => fetch(src);

/** The module of the dialogs. Browsers may cache a failure to load a module, so each further attempt has its own address,
 * which a bundle does not have. */
export const dialogs = (attempt) =>
  attempt ? import(fileUrl(`outreach-report-dialogs.js?${attempt}`)).catch(() => dialogs()) : import("./outreach-report-dialogs.js");

/** The page beside the script that shows the built-in data set, or the one at an address, if it lies there. */
export const page = (src) => new URL(fileUrl(src ? `embed.html?src=${encodeURIComponent(src)}` : "index.html"));

/** The page that shows this data set, if that is known without looking for it. */
export const knownPage = () => undefined;

const fileUrl = (name) => new URL(name, scriptAddress).href;
