// Questions to the annex, a second WebAssembly that is loaded when a reader first asks for something. Until it is there,
// and when it cannot be, a small dialog says so; the view behind it is never touched.

import * as place from "./place.js";

const WAIT = "Loading …";
const LOST = "This could not be loaded. The report itself goes on.";
const FAULT = "This stopped because of a fault in it. The report itself goes on. Load the page again to use this.";

/** Set after a panic of the annex: its memory can no longer be trusted, so it is not asked again. */
let broken = false;
let attempts = 0;

export class Questions {
  #annex;
  #given;

  /** `given` is what the annex needs of a widget: root, data, formats, href. */
  constructor(given) {
    this.#given = { ...given, failed: (near) => (broken = true) && this.#say(FAULT, near) };
  }

  /** Without `near` it is no reader who asks, but a link: then nothing is said of waiting and failing. */
  async ask(topic, link, near) {
    if (broken) return this.#say(FAULT, near);
    let box;
    const slow = setTimeout(() => (box = this.#say(WAIT, near)), 1000);
    try {
      this.#annex ??= place.annex(attempts).then((annex) => annex.open(this.#given));
      const annex = await this.#annex;
      // Whoever closed the notice no longer waits for the answer.
      if (this.#given && box?.open !== false) annex.ask(topic, link, near);
    } catch (error) {
      console.error(error);
      attempts += 1;
      this.#annex = null;
      if (!broken) this.#say(LOST, near, () => this.ask(topic, link, near));
    }
    clearTimeout(slow);
    box?.close();
  }

  end() {
    this.#given = null;
    this.#annex?.then((annex) => broken || annex.end(), () => {});
  }

  #say(text, near, again) {
    if (!this.#given || near === undefined) return undefined;
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
    box.style.setProperty("--near", `${near}px`);
    box.ariaLabel = text;
    box.onclose = () => holder.remove();
    this.#given.root.append(holder);
    box.showModal();
    return box;
  }
}
