// What only a browser can do for the annex: save a file, fill the clipboard, open the device's share sheet. Nothing of
// the data becomes an address but as what a blob: URL holds.

import { earlier } from "./earlier.js";
import { home, release } from "./home.js";
import { template } from "./place.js";
import { preview } from "./preview.js";

/** The hooks of one annex; `sorry` is called when a picture could not be made, `notice` when there is something to say of
 * a link. */
export function hooks({ data, href, root }, sorry, notice) {
  return {
    data,
    href,
    attribute: (name) => root.host.getAttribute(name) ?? undefined,
    template: (done) => void template().then(done, () => done("")),
    home,
    preview,
    source: () => source(root.host.getAttribute("src")),
    release: (done) => void release().then(done),
    earlier: (version, own, done) => void earlier(root.host.getAttribute("src"), version, own).then(done),
    open: (link) => (root.host.view = link),
    notice,
    today,
    save,
    // Both may be missing: on pages without https, and on most desks.
    copy: (text, done) => void (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => done(true), () => done(false)),
    canShare: () => typeof navigator.share === "function",
    // A reader who closes the share sheet has changed their mind, which is no failure.
    share: (title, url) => void navigator.share({ title, url }).catch(() => {}),
    pixels: (name, canvas) => canvas.toBlob((blob) => (blob ? saveBlob(name, blob) : sorry()), "image/png"),
  };
}

/** The address of a data set as other pages can ask for it; nothing for one that is only here. */
function source(src) {
  const url = src === null ? undefined : new URL(src, document.baseURI);
  return /^https?:/.test(url?.protocol) ? url.href : undefined;
}

/** The day of access, where the reader is. */
function today() {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, "0"), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function save(name, type, text) {
  saveBlob(name, new Blob([text], { type }));
}

function saveBlob(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read by then; an address that is kept would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
