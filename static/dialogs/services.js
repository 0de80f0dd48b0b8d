// What only a browser can do for the dialogs: save a file, write to the clipboard, open the device's share sheet.
// Invariant: no text of the data becomes part of an address, except as the content of a blob: URL.

import { isMissing } from "./beside-script.js";
import { earlierData } from "./earlier-data.js";
import { singlePage } from "./files.js";
import { obstacleTo } from "./obstacles.js";
import { preview } from "./preview.js";
import { release, reportFolder } from "./report-folder.js";
import { saveCanvas, saveFile, today } from "./save.js";

/** The services for a widget (`JsServices` in `src/element`). `showNotice` is called with the texts about the memory of a
 * link, `sayBriefly` with a text about what was just done. */
export function services({ data, addressSync, root }, showNotice, sayBriefly) {
  const report = root.host;
  const src = () => report.getAttribute("src")?.trim();
  return {
    dataText: data,
    viewAddress: (link) => addressSync.href(link) ?? pageAddress(),
    opensView: () => addressSync.href("") !== undefined,
    isMissing,
    attribute: (name) => report.getAttribute(name) ?? undefined,
    fetchSinglePage: (done) => void singlePage().then(done, () => done("")),
    reportFolder,
    showPreview: preview,
    dataAddress: () => dataAddress(src()),
    fetchRelease: (done) => void release().then(done),
    fetchEarlierData: (version, ownVersion, done) => void earlierData(src(), version, ownVersion).then(done),
    showView: (link) => (report.view = link),
    showNotice,
    today,
    obstacleTo,
    sayBriefly,
    saveText: (name, type, text) => saveFile(name, new Blob([text], { type })),
    savePicture: saveCanvas,
    copyText: (text, done) => void copyText(root, text).then(done),
    canShare: () => typeof navigator.share === "function",
    // A reader who closes the share sheet has changed their mind, which is no failure.
    share: (title, url, done) => void navigator.share({ title, url }).then(() => done(true), ({ name }) => done(name === "AbortError")),
  };
}

/** Puts a text on the clipboard. Resolves with whether that worked. */
async function copyText(root, text) {
  try {
    // The clipboard may be missing on pages without https.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Frames whose page does not allow the clipboard can still copy what is selected.
    return copySelected(root, text);
  }
}

/** Copies a text by selecting it in a field inside the open dialog, which makes everything else inert. */
function copySelected(root, text) {
  const focused = root.activeElement;
  const field = Object.assign(document.createElement("textarea"), { className: "unseen", readOnly: true, value: text });
  (root.querySelector("dialog[open]") ?? root.firstElementChild).append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return copied;
}

/** The address of the page around the report; for one inside another page's text, that of the other page. */
const pageAddress = () => (location.protocol === "about:" ? document.baseURI : location.href);

/** The address at which other pages can fetch the data set; `undefined` for the built-in one, empty for one that is only
 * in this page or on disk. */
function dataAddress(src) {
  if (!src) return undefined;
  const url = new URL(src, document.baseURI);
  return /^https?:/.test(url.protocol) && !src.startsWith("#") ? url.href : "";
}
