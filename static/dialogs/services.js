// What only a browser can do for the dialogs: save a file, fill the clipboard, open the device's share sheet. No text of the
// data becomes part of an address, except as the content of a blob: URL.

import { earlierData } from "./earlier-data.js";
import { singlePage } from "./files.js";
import { preview } from "./preview.js";
import { release, reportFolder } from "./report-folder.js";

/** The services for a widget (`BrowserServices` in `src/ui/dialogs`). `pictureFailed` is called when a PNG could not be made,
 * `showNotice` when there is something to say about a link. */
export function services({ data, viewAddress, root }, pictureFailed, showNotice) {
  const report = root.host;
  return {
    dataText: data,
    viewAddress,
    attribute: (name) => report.getAttribute(name) ?? undefined,
    fetchSinglePage: (done) => void singlePage().then(done, () => done("")),
    reportFolder,
    showPreview: preview,
    dataAddress: () => dataAddress(report.getAttribute("src")),
    fetchRelease: (done) => void release().then(done),
    fetchEarlierData: (version, own, done) => void earlierData(report.getAttribute("src"), version, own).then(done),
    showView: (link) => (report.view = link),
    showNotice,
    today,
    saveText: (name, type, text) => saveBlob(name, new Blob([text], { type })),
    // Both may be missing: on pages without https, and on most desks.
    copyText: (text, done) => void (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => done(true), () => done(false)),
    canShare: () => typeof navigator.share === "function",
    // A reader who closes the share sheet has changed their mind, which is no failure.
    share: (title, url) => void navigator.share({ title, url }).catch(() => {}),
    savePicture: (name, canvas) => canvas.toBlob((blob) => (blob ? saveBlob(name, blob) : pictureFailed()), "image/png"),
  };
}

/** The address of a data set as other pages can ask for it; `undefined` for one that is only on this page or disk. */
function dataAddress(src) {
  const url = src === null ? undefined : new URL(src, document.baseURI);
  return /^https?:/.test(url?.protocol) ? url.href : undefined;
}

/** The day of access, where the reader is. */
function today() {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, "0"), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function saveBlob(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read by then; an address that is kept would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
