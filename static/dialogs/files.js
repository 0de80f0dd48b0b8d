// The files that the dialogs need, which lie beside the script. Single files and pinned versions replace this module.

import { reportFolder } from "./report-folder.js";

/** The WebAssembly of the dialogs, as a `Response`. */
export const wasm = () => fetch(new URL("outreach-report-dialogs_bg.wasm", import.meta.url));

/** The address of the embedded data set; an empty text where it has none. */
export const data = () => (reportFolder() ?? "") && new URL("data/activities.json", reportFolder()).href;

/** The text of the single-file page, for a report that is saved; an empty text where it is not to be had. */
export async function singlePage() {
  const response = await fetch(new URL("report.html", reportFolder()));
  return response.ok ? response.text() : "";
}
