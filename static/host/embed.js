// Sets the height of a page's frames to the height of their content. Changes only the height of frames that show the
// `embed.html` in the folder of this script, and ignores messages from all others.
// Invariant: once a height is set, the same message again changes nothing.

/** This script's element. In a module `currentScript` is null. */
const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/embed\.js([?#]|$)/.test(src));
const embedUrl = new URL("embed.html", script.src).href;

/** The limit in pixels. No report is as high; a frame with an error must not make the page endless. */
const MAX_HEIGHT = 40_000;

const isOurs = (frame) => frame.tagName === "IFRAME" && frame.src.split(/[?#]/)[0] === embedUrl;

/** Requests the height of a frame. A frame that is still loading sends it without a request. */
const requestHeight = (frame) => isOurs(frame) && frame.contentWindow?.postMessage({ type: "outreach-report:ask" }, "*");

const frames = () => [...document.querySelectorAll("iframe")];

addEventListener("message", ({ source, data }) => {
  if (data?.type !== "outreach-report:height" || !(Number.isFinite(data.height) && data.height > 0)) return;
  const frame = frames().find((frame) => frame.contentWindow === source);
  if (!frame || !isOurs(frame)) return;
  const style = getComputedStyle(frame);
  const sides = ["border-top-width", "border-bottom-width", "padding-top", "padding-bottom"];
  const borderAndPadding = sides.reduce((sum, side) => sum + (parseFloat(style.getPropertyValue(side)) || 0), 0);
  const extra = style.boxSizing === "border-box" ? borderAndPadding : 0;
  const height = Math.min(Math.ceil(data.height), MAX_HEIGHT) + extra;
  // A difference of less than two pixels may be rounding.
  if (!(Math.abs(parseFloat(style.height) - height) < 2)) frame.style.setProperty("height", `${height}px`, "important");
});

// Frames that exist already, and those that load, or load again, later.
frames().forEach(requestHeight);
document.addEventListener("load", ({ target }) => target.tagName && requestHeight(target), true);
document.addEventListener("DOMContentLoaded", () => frames().forEach(requestHeight));
