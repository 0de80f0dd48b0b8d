// The script of a site that is built by Vite. The four files of the report are two folders up, as they were built.

import "../../outreach-report.js";

await customElements.whenDefined("outreach-report");
await document.querySelector("outreach-report").ready;
document.body.dataset.report = "ready";
