// The dialogs: what a number is made of, and what a reader may share and download. The loader imports this module when a
// reader first asks, and hands over what it needs of the widget; it shares no memory with the report's WebAssembly.

import init, { Dialogs, onPanic } from "outreach-report-glue";
import styles from "../style/dialogs.css";
import { explain as explained } from "./failures.js";
import * as files from "./files.js";
import { MemoryNotice } from "./memory-notice.js";
import { services } from "./services.js";

/** Resolves when the WebAssembly can be used; one for all widgets of the page. */
let started;
/** The dialogs of the page's widgets, for when the WebAssembly panics. */
const opened = new Set();

async function start() {
  started ??= init({ module_or_path: files.wasm() });
  await started.catch((error) => {
    started = undefined;
    throw error;
  });
  onPanic((message) => {
    console.error(message);
    for (const dialogs of [...opened]) dialogs.fail();
  });
}

/** What kept a report from being shown, in words. */
export const explain = (failure) => explained(failure, new URL(import.meta.url));

/** The dialogs of a widget. */
export async function open(widget) {
  await start();
  return new WidgetDialogs(widget);
}

class WidgetDialogs {
  #widget;
  #dialogs;
  #mount = document.createElement("div");
  /** What is said about a link that remembers. */
  #notice;
  #pressY = 0;

  constructor(widget) {
    this.#widget = widget;
    const { root } = widget;
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
    const failed = () => this.#dialogs.pictureFailed(this.#pressY);
    const notice = (...words) => this.#notice.say(...words);
    this.#dialogs = new Dialogs(this.#mount, widget.data(), widget.formats(), services(widget, failed, notice));
  }

  request(request, link, pressY) {
    this.#pressY = pressY;
    const { root } = this.#widget;
    const hide = root.host.getAttribute("hide") ?? "";
    if (request !== "was") return this.#dialogs.open(request, link, pressY, hide);
    this.#notice ??= new MemoryNotice(root, (pressY) => this.#dialogs.showChanges((this.#pressY = pressY)));
    this.#notice.follow(link);
    this.#dialogs.compareMemory(link, root.host.view, hide);
  }

  /** After a panic: the dialog goes, the view stays. */
  fail() {
    this.#close();
    this.#widget.failed(this.#pressY);
  }

  end() {
    this.#close();
    this.#dialogs.unmount();
    this.#dialogs.free();
  }

  #close() {
    opened.delete(this);
    const { root } = this.#widget;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    this.#mount.remove();
    this.#notice?.end();
  }
}
