// The files that the dialogs of a single-file page need. They are in the page itself.

import { singlePage as fetchSinglePage } from "../dialogs/files.js";
import { unpack } from "./unpack.js";

/** The WebAssembly of the dialogs, as a `Response`. */
export const wasm = () => unpack(1);

/** The embedded data set has no address, because a single-file page sends no requests. */
export const data = () => "";

/** The text of the single-file page, for a report that is saved: this page. A frame fetches `report.html` instead. */
export async function singlePage() {
  const page = document.documentElement;
  // `outerHTML` leaves out the widget, which is in a shadow root: the text is that of the page as it was opened.
  return "frame" in page.dataset ? fetchSinglePage() : `<!doctype html>\n${page.outerHTML}\n`;
}
