// The files of a single-file page: they are in the page itself.

import * as dialogsModule from "../dialogs/main.js";
import { withOwnWords } from "./failures.js";
import { unpack } from "./unpack.js";

const withWords = { ...dialogsModule, explain: withOwnWords(dialogsModule.explain) };

/** The WebAssembly of the report, as a `Response`. */
export const wasm = () => unpack(0);

/** The data set of an address; one that is saved with the page is an element of it. */
export const data = async (src) => (src.startsWith("#") ? new Response(document.getElementById(src.slice(1)).textContent) : fetch(src));

/** The module of the dialogs. */
export const dialogs = async () => withWords;

/** The folder of a pinned version, below that of the newest one, which has the stand-alone page. */
const PINNED = /\/v\/[^/]+\/[^/]*$/;

/** The address of the stand-alone page with this view: beside the frame. The page of one file has its view in its own. */
export const page = (link) => new URL(`index.html#${link}`, document.baseURI.replace(PINNED, "/")).href;
