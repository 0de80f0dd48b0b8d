// Tells the page around the frame how high the report is, for `embed.js`. It is measured on what the report fills, never on
// the document, which is at least as high as the frame: so no height that is told can lead to another.

const content = document.querySelector("main");
const report = document.querySelector("outreach-report");

/** A pixel more, so that a change too small to be told needs no scroll bar. */
const tell = () => parent.postMessage({ type: "outreach-report:height", height: Math.ceil(content.getBoundingClientRect().height) + 1 }, "*");

// Until the report is there, or it is known that it will not be, its height says nothing.
const shown = report.ready.catch(() => {});

if (parent !== window) {
  shown.then(() => new ResizeObserver(tell).observe(content));
  // A browser need not lay out a frame that is out of sight, and then observes nothing there.
  report.addEventListener("outreach-report:change", () => setTimeout(tell));
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "outreach-report:ask") return;
    document.documentElement.classList.add("sized");
    shown.then(tell);
  });
}
