// Answers `check.html`, which tries whether a page may show this frame, at once: the report may take a while.

addEventListener("message", ({ source, data }) => {
  if (source === parent && data?.type === "outreach-report:check") parent.postMessage({ type: "outreach-report:here" }, "*");
});
