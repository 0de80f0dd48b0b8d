// Loads the dialogs, a second WebAssembly, when a reader first opens one. While they load, and if they cannot be
// loaded, a small notice dialog says so.
// Invariant: loading and failing never change the view.

import * as files from "./files.js";

const LOADING_TEXT = "Loading …";
const NOT_LOADED_TEXT = "This could not be loaded. The report itself goes on.";
const BROKEN_TEXT = "This stopped because of a fault in it. The report itself goes on. Load the page again to use this.";

/** Set after a panic of the dialogs: their memory can no longer be trusted, and they are not used again. */
let broken = false;
let attempts = 0;

export class DialogLoader {
  #dialogs;
  #widget;

  /** `widget` has what the dialogs need of a widget: root, data, large, formats, addressSync, findPage, isReportPage. */
  constructor(widget) {
    this.#widget = { ...widget, failed: (pressY) => (broken = true) && this.#showNotice(BROKEN_TEXT, pressY) };
  }

  /** Sends a request. Without `pressY` it comes from a link and not from the reader: then no notice is shown. */
  async request(request, link, pressY) {
    if (broken) return this.#showNotice(BROKEN_TEXT, pressY);
    let notice;
    const timer = setTimeout(() => (notice = this.#showNotice(LOADING_TEXT, pressY)), 1000);
    try {
      this.#dialogs ??= files.dialogs(attempts).then((module) => module.open(this.#widget));
      const dialogs = await this.#dialogs;
      // A reader who closed the notice no longer waits for the dialog.
      if (this.#widget && notice?.open !== false) await dialogs.request(request, link, pressY);
    } catch (error) {
      console.error(error);
      attempts += 1;
      this.#dialogs = null;
      if (!broken) this.#showNotice(NOT_LOADED_TEXT, pressY, () => this.request(request, link, pressY));
    }
    clearTimeout(timer);
    notice?.close();
  }

  end() {
    this.#widget = null;
    this.#dialogs?.then((dialogs) => broken || dialogs.end(), () => {});
  }

  /** Shows a text in a dialog with “Close” and, if `retry` is given, “Try again”. */
  #showNotice(text, pressY, retry) {
    if (!this.#widget || pressY === undefined) return undefined;
    const holder = document.createElement("div");
    const notice = document.createElement("dialog");
    holder.append(notice);
    const line = document.createElement("p");
    line.textContent = text;
    notice.append(line);
    for (const [name, action] of [["Try again", retry], ["Close", () => {}]]) {
      if (!action) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = name;
      button.onclick = () => (notice.close(), action());
      notice.append(button);
    }
    notice.style.setProperty("--press-y", `${pressY}px`);
    notice.ariaLabel = text;
    notice.onclose = () => holder.remove();
    this.#widget.root.append(holder);
    notice.showModal();
    return notice;
  }
}
