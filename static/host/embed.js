// Gives the frames of a page the height of what they show. It touches nothing but the height of frames that show
// `embed.html` from beside this script, and believes nobody but those frames.
// Invariant: once a height is set, the same message again changes nothing.

/** A module has no `currentScript`. */
const own = document.currentScript ?? [...document.scripts].find(({ src }) => /\/embed\.js([?#]|$)/.test(src));
const home = new URL("embed.html", own.src).href;

/** No report is as high; a frame that goes wrong must not make the page endless. */
const MOST = 40_000;

const isOurs = (frame) => frame.tagName === "IFRAME" && frame.src.split(/[?#]/)[0] === home;

/** Asks a frame for its height. One that is not loaded yet tells it by itself. */
const ask = (frame) => isOurs(frame) && frame.contentWindow?.postMessage({ type: "outreach-report:ask" }, "*");

const frames = () => [...document.querySelectorAll("iframe")];

addEventListener("message", ({ source, data }) => {
  if (data?.type !== "outreach-report:height" || !(Number.isFinite(data.height) && data.height > 0)) return;
  const frame = frames().find((frame) => frame.contentWindow === source);
  if (!frame || !isOurs(frame)) return;
  const style = getComputedStyle(frame);
  const sides = ["border-top-width", "border-bottom-width", "padding-top", "padding-bottom"];
  const around = sides.reduce((sum, side) => sum + (parseFloat(style.getPropertyValue(side)) || 0), 0);
  const inside = style.boxSizing === "border-box" ? around : 0;
  const height = Math.min(Math.ceil(data.height), MOST) + inside;
  // Two pixels are less than a line, and may be no more than rounding.
  if (!(Math.abs(parseFloat(style.height) - height) < 2)) frame.style.setProperty("height", `${height}px`, "important");
});

// Frames that were there before this script, and those that are loaded, or loaded again, after it.
frames().forEach(ask);
document.addEventListener("load", ({ target }) => target.tagName && ask(target), true);
document.addEventListener("DOMContentLoaded", () => frames().forEach(ask));
