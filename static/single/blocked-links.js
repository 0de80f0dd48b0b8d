// Says so if the sandbox of a frame keeps links from opening a new window, and shows the address to open.
// Invariant: without such a sandbox nothing is different.

const TEXT = "The page around this frame does not let it open new windows. It has to allow that: sandbox=\"… allow-popups\". The address is:";
const CLOSE = "Close";

const report = document.querySelector("outreach-report");

/** The link that a click would open in a new window. */
const linkOf = (event) => event.composedPath().find(({ localName, target }) => localName === "a" && target === "_blank");

/** The look of the field; the report's style sheet has none for it, because only frames need it. */
const FIELD_STYLE = { boxSizing: "border-box", inlineSize: "100%", minBlockSize: "40px", padding: "0 12px", border: "1px solid var(--edge)", borderRadius: "var(--round)" };

// Only a frame in a sandbox has no origin.
if (self.origin === "null") {
  // Links of the report pass nothing on, which an address that is opened here would.
  document.head.append(Object.assign(document.createElement("meta"), { name: "referrer", content: "no-referrer" }));
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!opens(link.href)) show(link);
  });
}

/** Opens an address in a new window. Returns whether that was allowed. */
function opens(address) {
  try {
    // With “noopener” the answer would always be null.
    open(address, "_blank").opener = null;
    return true;
  } catch {
    // Firefox refuses by an error, the others by no window.
    return false;
  }
}

/** Shows the address of a link in a small dialog near it. */
function show(link) {
  const { shadowRoot } = report;
  const holder = document.createElement("div");
  const dialog = document.createElement("dialog");
  const text = Object.assign(document.createElement("p"), { textContent: TEXT });
  const field = Object.assign(document.createElement("input"), { type: "text", readOnly: true, value: link.href, ariaLabel: TEXT });
  const close = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: CLOSE, onclick: () => dialog.close() });
  field.onfocus = () => field.select();
  Object.assign(field.style, FIELD_STYLE);
  dialog.append(text, field, close);
  dialog.ariaLabel = TEXT;
  dialog.onclose = () => holder.remove();
  dialog.style.setProperty("--press-y", `${link.getBoundingClientRect().bottom}px`);
  holder.append(dialog);
  (shadowRoot.querySelector(".report") ? shadowRoot : document.body).append(holder);
  dialog.showModal();
}
