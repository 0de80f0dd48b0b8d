// Where the parts of a single file are: in the page itself.

import * as annexModule from "../annex/main.js";
import { worded } from "./failures.js";
import { unpack } from "./unpack.js";

const whole = { ...annexModule, explain: worded(annexModule.explain) };

/** The WebAssembly of the first view, as the answer of a server. */
export const wasm = () => unpack(0);

/** The data set of an address; one that is saved with the page is an element of it. */
export const data = async (src) => (src.startsWith("#") ? new Response(document.getElementById(src.slice(1)).textContent) : fetch(src));

/** The annex as a module. */
export const annex = async () => whole;

/** The folder of a pinned version, below that of the newest one, which has the stand-alone page. */
const PINNED = /\/v\/[^/]+\/[^/]*$/;

/** The address of the stand-alone page with this view: beside the frame. The page of one file has its view in its own. */
export const page = (link) => new URL(`index.html#${link}`, document.baseURI.replace(PINNED, "/")).href;
