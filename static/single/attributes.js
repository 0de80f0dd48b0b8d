// Sets the element's attributes from the query of the frame's address, before the element is defined, and its view from
// the fragment. Writes the view back to the fragment: after a reload the frame shows the reader's view again.
// Invariant: the frame adds no entry to the history, which it shares with the page around it.

const report = document.querySelector("outreach-report");
const query = new URLSearchParams(location.search);
const page = document.documentElement;

// A file that was saved from a frame is none: its element has the attributes.
if ("frame" in page.dataset) {
  readQuery();
  if (parent === window) showAlone();
  else followFragment();
}

/** Opened by a link of a frame, as the page that shows its data: a page of its own, with a history. */
function showAlone() {
  page.classList.add("alone");
  // With only parts of the report, its links must lead to the whole.
  if (["parts", "lock", "hide"].some((name) => query.has(name))) return followFragment();
  report.setAttribute("sync", "hash");
  report.setAttribute("sets-title", "");
}

function readQuery() {
  for (const name of ["parts", "lock", "hide", "lang", "theme"]) {
    if (query.has(name)) report.setAttribute(name, query.get(name));
  }
  // With any scheme but http and https, such as data:, the address could contain the data itself.
  const src = query.get("src")?.trim();
  if (src && /^https?:$/.test(schemeOf(src))) report.setAttribute("src", src);
  if (query.get("lang")) page.lang = query.get("lang");
}

function followFragment() {
  const applyFragment = () => report.setAttribute("view", location.hash.slice(1));
  applyFragment();
  addEventListener("hashchange", applyFragment);
  report.addEventListener("outreach-report:change", ({ detail }) => {
    try {
      history.replaceState(null, "", `#${detail.view}`);
    } catch {
      // The browser refuses in a sandbox, or after a hundred changes in half a minute. The view itself is not affected.
    }
  });
}

function schemeOf(address) {
  try {
    return new URL(address, document.baseURI).protocol;
  } catch {
    return "";
  }
}
