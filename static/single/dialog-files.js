// The files that the dialogs need: in a single-file page they are in the page itself.

import { singlePage as elsewhere } from "../dialogs/files.js";
import { unpack } from "./unpack.js";

/** The WebAssembly of the dialogs, as a `Response`. */
export const wasm = () => unpack(1);

/** The data set that is built in has no address: the file asks for nothing. */
export const data = () => "";

/** The page of one file, as text, for a report that is saved: this one. A frame is no such page, and asks for it. */
export async function singlePage() {
  const page = document.documentElement;
  // The widget lives in its own shadow, which is no part of this: the page is as it was when it was opened.
  return "frame" in page.dataset ? elsewhere() : `<!doctype html>\n${page.outerHTML}\n`;
}
