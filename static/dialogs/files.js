// Fetches the files that the dialogs need from the folder of the script. Single-file pages and pinned versions replace
// this module.

import { reportFolder } from "./report-folder.js";

/** The WebAssembly of the dialogs, as a `Response`. In a bundle that is no module `import.meta` is empty: there the file
 * is beside the report's script. */
export const wasm = (scriptAddress) => fetch(import.meta.url ? new URL("outreach-report-dialogs_bg.wasm", import.meta.url) : new URL("outreach-report-dialogs_bg.wasm", scriptAddress));

/** The address of the embedded data set; an empty text if neither the script nor the page is on the web. */
export const data = () => (reportFolder() ?? "") && new URL("data/activities.json", reportFolder()).href;

/** The pages to look for in the folder of the report, each with the files that are missing if it is. */
export const LOOK_FOR = { "index.html": ["index.html"], "embed.html": ["embed.html"], "report.html": ["report.html"] };

/** The text of the single-file page, for a report that is saved; an empty text if the server does not have it. */
export async function singlePage() {
  const response = await fetch(new URL("report.html", reportFolder()));
  return response.ok ? response.text() : "";
}
