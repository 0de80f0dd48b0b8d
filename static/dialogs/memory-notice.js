// What is said above the report of a link that remembers. It stands as long as the report shows the link's view: a reader
// who filters on sees no number that is not of this view, and on the way back finds it again, unless it was dismissed.

const CHANGE = "outreach-report:change";

/** A view whichever way it is sorted and measured: its numbers are the same. */
const plain = (view) => view.replace(/(^|&)(sort|measure)=[^&]*/g, "");

export class MemoryNotice {
  #host;
  #list;
  #holder = document.createElement("div");
  #section = document.createElement("section");
  /** Always there, so that words are read out when they come. */
  #words = document.createElement("div");
  #actions = document.createElement("div");
  #link;
  #view;
  #message;
  /** Links of which the reader has read enough. */
  #dismissed = new Set();

  /** `list` opens the list of what changed. */
  constructor(root, list) {
    this.#host = root.host;
    this.#list = list;
    this.#words.role = "status";
    this.#actions.className = "memory-actions";
    this.#section.append(this.#words, this.#actions);
    this.#holder.append(this.#section);
    root.prepend(this.#holder);
    this.#host.addEventListener(CHANGE, this.#viewChanged);
    this.#show();
  }

  /** A link is being asked about, and the report shows its view. */
  follow(link) {
    this.#link = link;
    this.#view = plain(this.#host.view);
    this.#message = undefined;
    this.#show();
  }

  /** Says something of that link, in lines; `show` is the name of the button for the list, where there is one. */
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
    const seen = this.#message && !this.#dismissed.has(this.#link) && plain(this.#host.view) === this.#view;
    const { lines, show, dismiss } = seen ? this.#message : { lines: [] };
    this.#section.className = seen ? "notice memory" : "memory";
    this.#words.replaceChildren(...lines.map((line) => make("p", line)));
    const buttons = [show && make("button", show), dismiss && make("button", dismiss)];
    const acts = [({ target }) => this.#list(target.getBoundingClientRect().top), () => this.#dismiss()];
    buttons.forEach((button, at) => button && Object.assign(button, { type: "button", onclick: acts[at] }));
    this.#actions.replaceChildren(...buttons.filter(Boolean));
  }

  #dismiss() {
    this.#dismissed.add(this.#link);
    this.#show();
  }
}

function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
