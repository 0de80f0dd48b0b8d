// The element's attributes from the frame's address, before the element is made; and the view back into its fragment, so
// that a frame that is loaded again shows what the reader has chosen. The history is the page's around it: a frame adds
// nothing to it.

const report = document.querySelector("outreach-report");
const query = new URLSearchParams(location.search);

for (const name of ["parts", "lock", "hide", "lang", "theme"]) {
  if (query.has(name)) report.setAttribute(name, query.get(name));
}

// Anything but http and https would be data that the address itself brings.
const src = query.get("src");
if (src && /^https?:$/.test(protocol(src))) report.setAttribute("src", src);

if (query.get("lang")) document.documentElement.lang = query.get("lang");

const follow = () => report.setAttribute("view", location.hash.slice(1));
follow();
addEventListener("hashchange", follow);

report.addEventListener("outreach-report:change", ({ detail }) => {
  try {
    history.replaceState(null, "", `#${detail.view}`);
  } catch {
    // In a sandbox, or when a page does it a hundred times in half a minute. The view itself is not touched by that.
  }
});

function protocol(address) {
  try {
    return new URL(address, document.baseURI).protocol;
  } catch {
    return "";
  }
}
