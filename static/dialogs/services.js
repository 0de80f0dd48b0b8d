// What only a browser can do for the dialogs: save a file, write to the clipboard, open the device's share sheet.
// Invariant: no text of the data becomes part of an address, except as the content of a blob: URL.

import { earlierData } from "./earlier-data.js";
import { singlePage } from "./files.js";
import { preview } from "./preview.js";
import { release, reportFolder } from "./report-folder.js";

/** The services for a widget (`JsServices` in `src/element`). `pictureFailed` is called if a PNG could not be created,
 * `showNotice` with the texts about the memory of a link. */
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
    fetchEarlierData: (version, ownVersion, done) => void earlierData(report.getAttribute("src"), version, ownVersion).then(done),
    showView: (link) => (report.view = link),
    showNotice,
    today,
    saveText: (name, type, text) => saveBlob(name, new Blob([text], { type })),
    // The clipboard may be missing on pages without https, `share` also in most desktop browsers.
    copyText: (text, done) => void (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => done(true), () => done(false)),
    canShare: () => typeof navigator.share === "function",
    // A reader who closes the share sheet has changed their mind, which is no failure.
    share: (title, url) => void navigator.share({ title, url }).catch(() => {}),
    savePicture: (name, canvas) => canvas.toBlob((blob) => (blob ? saveBlob(name, blob) : pictureFailed()), "image/png"),
  };
}

/** The address at which other pages can fetch a data set; `undefined` for one that is only in this page or on disk. */
function dataAddress(src) {
  const url = src === null ? undefined : new URL(src, document.baseURI);
  return /^https?:/.test(url?.protocol) ? url.href : undefined;
}

/** The day in the reader's time zone, as `2026-11-22`. */
function today() {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, "0"), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function saveBlob(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // By then the browser has begun to read. A blob: URL that is not revoked would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
