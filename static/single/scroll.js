// Keeps what a reader has pressed where it is in the window, for a single-file page. A frame as high as its content has
// nothing to scroll; the page around it is asked to scroll.

import { scrollBack as scrollBoxes } from "../loader/scroll.js";

/** `scroll` is set by height.js once the page around the frame sets its height. */
export const pageAround = {};

/** Scrolls until the top of an element is `top` pixels below the top of the window. Returns the distance in pixels by which
 * the page around the frame is asked to scroll, if it is. */
export const scrollBack = (element, top) => (pageAround.scroll ?? scrollBoxes)(element, top);
