// Loads the dialogs, a second WebAssembly, when a reader first asks for one. Until it is there, and when it cannot be
// loaded, a small dialog says so; the view behind it is never touched.

import * as files from "./files.js";

const WAIT = "Loading …";
const LOST = "This could not be loaded. The report itself goes on.";
const BROKEN = "This stopped because of a fault in it. The report itself goes on. Load the page again to use this.";

/** Set after a panic of the dialogs: their memory can no longer be trusted, so they are not used again. */
let broken = false;
let attempts = 0;

export class DialogLoader {
  #dialogs;
  #widget;

  /** `widget` is what the dialogs need of a widget: root, data, formats, viewAddress. */
  constructor(widget) {
    this.#widget = { ...widget, failed: (pressY) => (broken = true) && this.#say(BROKEN, pressY) };
  }

  /** Sends a request. Without `pressY` it comes from a link and not from the reader: then waiting and failing stay unsaid. */
  async request(request, link, pressY) {
    if (broken) return this.#say(BROKEN, pressY);
    let box;
    const slow = setTimeout(() => (box = this.#say(WAIT, pressY)), 1000);
    try {
      this.#dialogs ??= files.dialogs(attempts).then((module) => module.open(this.#widget));
      const dialogs = await this.#dialogs;
      // Whoever closed the notice no longer waits for the answer.
      if (this.#widget && box?.open !== false) dialogs.request(request, link, pressY);
    } catch (error) {
      console.error(error);
      attempts += 1;
      this.#dialogs = null;
      if (!broken) this.#say(LOST, pressY, () => this.request(request, link, pressY));
    }
    clearTimeout(slow);
    box?.close();
  }

  end() {
    this.#widget = null;
    this.#dialogs?.then((dialogs) => broken || dialogs.end(), () => {});
  }

  #say(text, pressY, again) {
    if (!this.#widget || pressY === undefined) return undefined;
    const holder = document.createElement("div");
    const box = document.createElement("dialog");
    holder.append(box);
    const line = document.createElement("p");
    line.textContent = text;
    box.append(line);
    for (const [name, act] of [["Try again", again], ["Close", () => {}]]) {
      if (!act) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = name;
      button.onclick = () => (box.close(), act());
      box.append(button);
    }
    box.style.setProperty("--press-y", `${pressY}px`);
    box.ariaLabel = text;
    box.onclose = () => holder.remove();
    this.#widget.root.append(holder);
    box.showModal();
    return box;
  }
}
