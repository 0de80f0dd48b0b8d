// Where the annex's WebAssembly is: beside the script. Single files bring a place of their own.

/** The WebAssembly of the annex, as the answer of a server. */
export const wasm = () => fetch(new URL("outreach-report-annex_bg.wasm", import.meta.url));
