// The files that the dialogs of a single-file page need. They are in the page itself.

import { unpack } from "./unpack.js";

/** The WebAssembly of the dialogs, as a `Response`. */
export const wasm = () => unpack(3);

/** The embedded data set has no address, because a single-file page sends no requests. */
export const data = () => "";

const page = document.documentElement;
const isFrame = "frame" in page.dataset;

/** The pages to look for in the folder of a frame, each with the files that are missing if it is. `index.html` needs the
 * script of the element. The frame itself is there, and `report.html` may send no requests. */
export const LOOK_FOR = isFrame ? { "index.html": ["index.html", "outreach-report.js"] } : {};

/** The text of the single-file page, for a report that is saved: this page. Of a frame, the saved page is none, and may
 * send no requests. */
export async function singlePage() {
  // `outerHTML` leaves out the widget, which is in a shadow root: the text is that of the page as it was opened.
  const text = page.outerHTML.replace(/^<html[^>]*>/, `<html lang="${page.lang}">`);
  // The first place is the policy of a frame. In another page it would be this script, whose hash its policy has.
  return `<!doctype html>\n${isFrame ? text.replace("connect-src http: https:", "connect-src 'none'") : text}\n`;
}
