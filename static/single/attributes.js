// Sets the element's attributes from the query of the frame's address, before the element is defined; its view is in the
// fragment.
// Invariant: an address can name data, but cannot contain them.

import { keepViewInAddress } from "./view.js";

const report = document.querySelector("outreach-report");
const query = new URLSearchParams(location.search);
const page = document.documentElement;

// A file that was saved from a frame is none: its element has the attributes.
if ("frame" in page.dataset) {
  readQuery();
  if (parent === window) showAlone();
  else keepViewInAddress(report);
}

/** Opened by a link of a frame, as the page that shows its data: a page of its own, with a history. */
function showAlone() {
  page.classList.add("alone");
  // With only parts of the report, its links must lead to the whole.
  if (["parts", "lock", "hide"].some((name) => query.has(name))) return keepViewInAddress(report);
  report.setAttribute("sync", "hash");
  report.setAttribute("sets-title", "");
}

function readQuery() {
  for (const name of ["parts", "lock", "hide", "lang"]) {
    if (query.has(name)) report.setAttribute(name, query.get(name));
  }
  // Any other theme is what activities are about, in a link that has lost its `#`.
  const theme = query.get("theme");
  if (/^(?:auto|light|dark)$/.test(theme)) report.setAttribute("theme", theme);
  // With any scheme but http and https, such as data:, the address could contain the data itself.
  const src = query.get("src")?.trim();
  if (src && /^https?:$/.test(schemeOf(src))) report.setAttribute("src", src);
  if (query.get("lang")) page.lang = query.get("lang");
}

function schemeOf(address) {
  try {
    return new URL(address, document.baseURI).protocol;
  } catch {
    return "";
  }
}
