// Sets the height of a page's frames to the height of their content, and scrolls the page by as much as the content that a
// reader has pressed has moved. Changes only frames that show the report (`own-frames.js`), and ignores messages from all
// others.
// Invariants: once a height is set, the same message again changes nothing. The script may be inside the page, or a part of
// another file, and whatever fails in it stops nothing that follows (`xtask/npm/assemble.mjs`).

import { scrollBack } from "../loader/scroll.js";
import { framesIn, isOwnFrame, senderFrame } from "./own-frames.js";

/** The limit in pixels. No report is as high; a frame with an error must not make the page endless. */
const MAX_HEIGHT = 40_000;

/** The frames inside shadow roots that were found: events of their loading do not reach the document. */
const followed = new WeakSet();

/** Requests the height of a frame. A frame that is still loading sends it without a request. */
function requestHeight(frame) {
  if (!isOwnFrame(frame)) return;
  frame.contentWindow?.postMessage({ type: "outreach-report:ask" }, "*");
  if (frame.getRootNode() === document || followed.has(frame)) return;
  followed.add(frame);
  frame.addEventListener("load", () => requestHeight(frame));
}

const requestHeights = () => [...framesIn(document)].forEach(requestHeight);

addEventListener("message", (message) => {
  const { data } = message;
  if (data?.type !== "outreach-report:height" || !(Number.isFinite(data.height) && data.height > 0)) return;
  const frame = senderFrame(message);
  if (!frame) return;
  if (frame.getRootNode() !== document && !followed.has(frame)) requestHeight(frame);
  const style = getComputedStyle(frame);
  const sides = ["border-top-width", "border-bottom-width", "padding-top", "padding-bottom"];
  const borderAndPadding = sides.reduce((sum, side) => sum + (parseFloat(style.getPropertyValue(side)) || 0), 0);
  const extra = style.boxSizing === "border-box" ? borderAndPadding : 0;
  const height = Math.min(Math.ceil(data.height), MAX_HEIGHT) + extra;
  const { top } = frame.getBoundingClientRect();
  // A difference of less than two pixels may be rounding.
  if (!(Math.abs(parseFloat(style.height) - height) < 2)) frame.style.setProperty("height", `${height}px`, "important");
  // Frames of earlier versions send no distance.
  if (Number.isFinite(data.scroll)) scrollBack(frame, top - data.scroll);
});

// Frames that exist already, and those that load, or load again, later.
requestHeights();
document.addEventListener("load", ({ target }) => requestHeight(target), true);
document.addEventListener("DOMContentLoaded", requestHeights);
