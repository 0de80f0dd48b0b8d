// The other files of the report, for a single-file page. They are in the page itself.

import * as dialogsModule from "../dialogs/main.js";
import { withOwnSentences } from "./failures.js";
import { unpack } from "./unpack.js";

const dialogsWithOwnFailures = { ...dialogsModule, explain: withOwnSentences(dialogsModule.explain) };

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => unpack(0);

/** The data set at an address, as a `Response`. `#id` names an element of the page, with a data set that was saved. */
export const data = async (src) => (src.startsWith("#") ? new Response(document.getElementById(src.slice(1)).textContent) : fetch(src));

/** The module of the dialogs. */
export const dialogs = async () => dialogsWithOwnFailures;

/** The folder of a pinned version. It is inside that of the newest version, which has the stand-alone page. */
const PINNED = /\/v\/[^/]+\/[^/]*$/;

/** The address of the stand-alone page with this view, in the folder of the frame. `report.html` does not need it: its
 * own address has the view. */
export const page = (link) => new URL(`index.html#${link}`, document.baseURI.replace(PINNED, "/")).href;
