// Sends the height of the report to the page around the frame, for `embed.js`, and how far it must scroll to keep in place
// what the reader has pressed.
// Invariant: a height that was sent never causes another. The content is measured and not the document, which is at
// least as high as the frame.

import { pageAround } from "./scroll.js";

const content = document.querySelector("main");
const report = document.querySelector("outreach-report");

/** Sends the height in CSS pixels. One pixel is added: a change too small to be applied must not need a scroll bar. */
const sendHeight = (scroll) => parent.postMessage({ type: "outreach-report:height", height: Math.ceil(content.getBoundingClientRect().height) + 1, scroll }, "*");

// The height means nothing before the report is shown or has failed.
const settled = report.ready.catch(() => {});

if (parent !== window) {
  settled.then(() => new ResizeObserver(() => sendHeight()).observe(content));
  // A browser may skip the layout of a frame that is out of sight, and then its ResizeObserver is not called.
  let timer;
  const rendered = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => sendHeight());
  });
  rendered.observe(report.shadowRoot, { subtree: true, childList: true });
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "outreach-report:ask") return;
    document.documentElement.classList.add("sized");
    pageAround.scroll = (element, top) => {
      const distance = element.getBoundingClientRect().top - top;
      sendHeight(distance);
      return distance;
    };
    settled.then(() => sendHeight());
  });
}
