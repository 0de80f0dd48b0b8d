// The notice above the report about the memory of a link: what has changed since the link was made.
// Invariant: it is visible only while the report shows the link's view, because its numbers are those of that view. A
// reader who returns to the view sees it again, unless it was dismissed.

const CHANGE = "outreach-report:change";

/** A view without sorting and measure, which do not change its numbers. */
const selectionOf = (view) => view.replace(/(^|&)(sort|measure)=[^&]*/g, "");

export class MemoryNotice {
  #host;
  #openChanges;
  #holder = document.createElement("div");
  #section = document.createElement("section");
  /** Always in the document: screen readers announce only what changes inside an existing status element. */
  #status = document.createElement("div");
  #actions = document.createElement("div");
  #link;
  #view;
  #message;
  /** Links whose notice the reader has dismissed. */
  #dismissed = new Set();

  /** `openChanges` opens the list of changes. */
  constructor(root, openChanges) {
    this.#host = root.host;
    this.#openChanges = openChanges;
    this.#status.role = "status";
    this.#actions.className = "memory-actions";
    this.#section.append(this.#status, this.#actions);
    this.#holder.append(this.#section);
    root.prepend(this.#holder);
    this.#host.addEventListener(CHANGE, this.#viewChanged);
    this.#show();
  }

  /** Starts a notice for a link whose view the report shows; it has no text yet. */
  follow(link) {
    this.#link = link;
    this.#view = selectionOf(this.#host.view);
    this.#message = undefined;
    this.#show();
  }

  /** Sets the lines of the notice. `show` is the label of the button for the list of changes; empty for no button. */
  say(lines, show, dismiss, lang, dir) {
    this.#message = { lines: lines.split("\n"), show, dismiss };
    Object.assign(this.#section, { lang, dir });
    this.#show();
  }

  end() {
    this.#host.removeEventListener(CHANGE, this.#viewChanged);
    this.#holder.remove();
  }

  #viewChanged = ({ target }) => target === this.#host && this.#show();

  #show() {
    const visible = this.#message && !this.#dismissed.has(this.#link) && selectionOf(this.#host.view) === this.#view;
    const { lines, show, dismiss } = visible ? this.#message : { lines: [] };
    this.#section.className = visible ? "notice memory" : "memory";
    this.#status.replaceChildren(...lines.map((line) => make("p", line)));
    const buttons = [show && make("button", show), dismiss && make("button", dismiss)];
    const actions = [({ target }) => this.#openChanges(target.getBoundingClientRect().top), () => this.#dismiss()];
    buttons.forEach((button, index) => button && Object.assign(button, { type: "button", onclick: actions[index] }));
    this.#actions.replaceChildren(...buttons.filter(Boolean));
  }

  #dismiss() {
    this.#dismissed.add(this.#link);
    this.#show();
    // The button that had the focus is gone.
    this.#host.shadowRoot.querySelector(".report button")?.focus();
  }
}

function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
