// The other files of the report, for a single-file page. They are in the page itself.

import * as dialogsModule from "../dialogs/main.js";
import { withOwnSentences } from "./failures.js";
import { unpack } from "./unpack.js";

const dialogsWithOwnFailures = { ...dialogsModule, explain: withOwnSentences(dialogsModule.explain) };

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => unpack(2);

/** The data set at an address, as a `Response`. `#id` names an element of the page, with a data set that was saved. */
export const data = async (src) => (src.startsWith("#") ? new Response(document.getElementById(src.slice(1)).textContent) : fetch(src));

/** The module of the dialogs. */
export const dialogs = async () => dialogsWithOwnFailures;

/** The page that shows this data set: this one, without what the page around a frame has chosen to show of it. */
export function knownPage() {
  const url = new URL(location.href);
  const src = url.searchParams.get("src");
  url.search = src ? `src=${encodeURIComponent(src)}` : "";
  url.hash = "";
  return url.href;
}

/** Nothing has to be looked for. */
export const page = knownPage;
