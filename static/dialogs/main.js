// The dialogs: the breakdown of a number, sharing and downloads. The loader imports this module when a reader first
// opens one, and passes an object with what they need of the widget.
// Invariant: they share no memory with the report's WebAssembly.

import init, { DataSetReader, Dialogs, onPanic } from "outreach-report-glue";
import { lookBesideScript } from "./beside-script.js";
import { BriefNotice } from "./brief-notice.js";
import { explain as explainFailure } from "./failures.js";
import * as files from "./files.js";
import { readRecords } from "./large-data.js";
import { MemoryNotice } from "./memory-notice.js";
import { services } from "./services.js";
import { addStyles } from "./styles.js";

export { readLargeData } from "./large-data.js";

/** Resolves when the WebAssembly can be used; one for all widgets of the page. */
let loading;
/** The dialogs of all widgets of the page: a panic of the WebAssembly closes all of them. */
const instances = new Set();

async function start(scriptAddress) {
  loading ??= init({ module_or_path: files.wasm(scriptAddress) });
  await loading.catch((error) => {
    loading = undefined;
    throw error;
  });
  onPanic((message) => {
    console.error(message);
    for (const dialogs of [...instances]) dialogs.fail();
  });
}

/** A failure with its sentences. `scriptAddress` is the address of the report's script. */
export const explain = (failure, scriptAddress) => explainFailure(failure, new URL(scriptAddress));

/** The dialogs of a widget. Large data are read again in slices, as the report has read them. */
export async function open(widget) {
  await start(widget.scriptAddress);
  const begin = (text) => new DataSetReader(text);
  const reader = widget.large && (await readRecords(widget.large, begin));
  return new WidgetDialogs(widget, reader ?? begin(widget.data()));
}

class WidgetDialogs {
  #widget;
  #dialogs;
  #mount = document.createElement("div");
  /** The notice above the report about the memory of a link. */
  #notice;
  /** Says what was just saved. */
  #briefNotice;
  #removeStyles;
  #pressY = 0;

  constructor(widget, reader) {
    this.#widget = widget;
    const { root } = widget;
    this.#removeStyles = addStyles(root);
    root.append(this.#mount);
    this.#briefNotice = new BriefNotice(root);
    instances.add(this);
    const showNotice = (...texts) => this.#notice.say(...texts);
    const sayBriefly = (text, pressY) => this.#briefNotice.say(text, pressY);
    this.#dialogs = new Dialogs(this.#mount, reader, widget.formats(), services(widget, showNotice, sayBriefly));
  }

  async request(request, link, pressY) {
    this.#pressY = pressY;
    const { findPage, isReportPage } = this.#widget;
    // The share dialog and pictures give addresses, which must lead to something.
    if (request === "share" || request.includes(".")) await Promise.all([findPage(), lookBesideScript(isReportPage)]);
    if (!instances.has(this)) return;
    const { root } = this.#widget;
    const hide = root.host.getAttribute("hide") ?? "";
    if (request !== "was") {
      this.#dialogs.open(request, link, pressY, hide);
      return;
    }
    this.#notice ??= new MemoryNotice(root, (pressY) => this.#dialogs.showChanges((this.#pressY = pressY)));
    this.#notice.follow(link);
    this.#dialogs.compareMemory(link, root.host.view, hide);
  }

  /** After a panic: removes the dialog. The view stays. */
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
    instances.delete(this);
    this.#removeStyles();
    this.#mount.remove();
    this.#notice?.end();
    this.#briefNotice.end();
  }
}
