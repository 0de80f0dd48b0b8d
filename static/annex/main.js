// The annex: what a number is made of, and what a reader may take away. The loader imports this module when a reader
// first asks, and hands over what it needs of the widget; it shares no memory with the first WebAssembly.

import init, { Annex, onPanic } from "outreach-report-glue";
import styles from "../style/annex.css";
import { explain as explained } from "./failures.js";
import { hooks } from "./hooks.js";
import { Notice } from "./notice.js";
import * as place from "./place.js";

/** Resolves when the WebAssembly can be used; one for all widgets of the page. */
let started;
/** The annexes of the page's widgets, for when the WebAssembly panics. */
const opened = new Set();

async function start() {
  started ??= init({ module_or_path: place.wasm() });
  await started.catch((error) => {
    started = undefined;
    throw error;
  });
  onPanic((what) => {
    console.error(what);
    for (const annex of [...opened]) annex.fail();
  });
}

/** What kept a report from being shown, in words. */
export const explain = (fault) => explained(fault, new URL(import.meta.url));

/** The annex of a widget. */
export async function open(given) {
  await start();
  return new Opened(given);
}

class Opened {
  #given;
  #annex;
  #mount = document.createElement("div");
  /** What is said of a link that remembers. */
  #notice;
  #near = 0;

  constructor(given) {
    this.#given = given;
    const { root } = given;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    for (const type of ["keydown", "keypress", "keyup"]) {
      // As the loader does for fields: the page's shortcuts must not take the letters of a list away.
      this.#mount.addEventListener(type, (event) => event.target.matches("select, textarea") && event.stopPropagation());
    }
    root.append(this.#mount);
    opened.add(this);
    this.sheet = sheet;
    this.#annex = new Annex(this.#mount, given.data(), given.formats(), hooks(given, () => this.#annex.sorry(this.#near), (...said) => this.#notice.say(...said)));
  }

  ask(topic, link, near) {
    this.#near = near;
    const { root } = this.#given;
    const hide = root.host.getAttribute("hide") ?? "";
    if (topic !== "was") return this.#annex.ask(topic, link, near, hide);
    this.#notice ??= new Notice(root, (near) => this.#annex.list((this.#near = near)));
    this.#notice.ask(link);
    this.#annex.recall(link, root.host.view, hide);
  }

  /** After a panic: the dialog goes, the view stays. */
  fail() {
    this.#close();
    this.#given.failed(this.#near);
  }

  end() {
    this.#close();
    this.#annex.end();
    this.#annex.free();
  }

  #close() {
    opened.delete(this);
    const { root } = this.#given;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    this.#mount.remove();
    this.#notice?.end();
  }
}
