// Where the annex's WebAssembly is: beside the script. Single files bring a place of their own.

import { home } from "./home.js";

/** The WebAssembly of the annex, as the answer of a server. */
export const wasm = () => fetch(new URL("outreach-report-annex_bg.wasm", import.meta.url));

/** The address of the data set that is built in; an empty text where it has none. */
export const data = () => (home() ?? "") && new URL("data/activities.json", home()).href;
