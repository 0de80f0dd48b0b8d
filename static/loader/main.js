// The element <outreach-report>. It is written by hand because Rust cannot subclass HTMLElement, and it is defined at
// once, before the WebAssembly is there: `ready` exists from the first moment, and a failure to load can be told.

import init, { Widget, embedded, onPanic } from "outreach-report-glue";
import styles from "../style/report.css";
import { Address, FOREIGN } from "./address.js";
import { Questions } from "./annex.js";
import { explain } from "./failures.js";
import { formats } from "./formats.js";
import * as place from "./place.js";

const NAME = "outreach-report";
const FRAME = ["parts", "lock", "hide"];
const EVENTS = `${NAME}:`;

/** Resolves when the WebAssembly can be used; one for all widgets of the page. */
let started;
/** Widgets on the page, for what concerns all of them. */
const shown = new Set();
/** Set after a panic: the WebAssembly's memory can no longer be trusted, so nothing is started again. */
let broken = false;

function start() {
  started ??= init({ module_or_path: place.wasm() }).then(() => {
    onPanic((what) => {
      console.error(what);
      broken = true;
      for (const widget of [...shown]) widget.fail(explain("panic"));
    });
  });
  return started;
}

/** One style sheet for all widgets. A constructed one is allowed under a strict Content-Security-Policy. */
let sheet;
function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

class OutreachReport extends HTMLElement {
  static observedAttributes = ["src", "view", "lang", "theme", "sync", ...FRAME];

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #widget = null;
  #stops = null;
  #address = new Address("none");
  #questions = null;
  /** Counts loads, so that one that was overtaken by another does not speak. */
  #load = 0;
  #pending;
  /** The view of a widget that is not there at the moment: taken off the page, or waiting for its data. */
  #kept = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styleSheet()];
    this.#root.append(this.#slot);
    this.#await();
  }

  connectedCallback() {
    // Moved in the tree: the widget is still there.
    if (!this.#widget) this.#show();
  }

  disconnectedCallback() {
    // An element that is moved is taken out and put in again at once; only one that stays out is ended.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === "src") {
      this.#end();
      this.#await();
      this.#show();
    } else if (this.#widget) {
      if (FRAME.includes(name)) this.#widget.frame = this.#frame();
      if (name === "view") this.view = after ?? "";
      if (name === "sync") this.#address.sync = after;
      if (name === "sync" || name === "theme") this.#widget.redraw();
    }
  }

  /** The view in link form. */
  get view() {
    return this.#widget?.view ?? this.#kept ?? this.getAttribute("view") ?? "";
  }

  set view(link) {
    if (this.#widget) this.#widget.view = String(link ?? "");
    else this.#kept = String(link ?? "");
  }

  /** The totals of the view; null as long as there are none. */
  get totals() {
    return this.#widget ? JSON.parse(this.#widget.totals) : null;
  }

  /** Resolves with the element when data are shown; rejects with code, message and hint when none can be. */
  get ready() {
    return this.#pending.promise;
  }

  /** Gives way to the fallback content, with a notice that says why. */
  fail(failure) {
    this.#end();
    const notice = document.createElement("div");
    notice.className = "failure";
    notice.setAttribute("role", "alert");
    for (const text of [failure.message, failure.hint]) {
      const line = document.createElement("p");
      line.textContent = text;
      notice.append(line);
    }
    this.#root.append(notice, this.#slot);
    this.#pending.reject(failure);
    this.#tell("error", failure);
  }

  /** How the page frames the widget. */
  #frame() {
    const [parts, lock, hide] = FRAME.map((name) => this.getAttribute(name) ?? undefined);
    return { parts, lock, hide };
  }

  #await() {
    const pending = {};
    pending.promise = new Promise((resolve, reject) => Object.assign(pending, { resolve, reject }));
    // A page that does not ask for `ready` hears of failures through the event alone.
    pending.promise.catch(() => {});
    this.#pending = pending;
  }

  async #show() {
    const load = ++this.#load;
    try {
      const [data] = await Promise.all([this.#data(), start().catch((error) => Promise.reject(explain("wasm", error)))]);
      if (load !== this.#load || !this.isConnected) return;
      if (broken) throw explain("panic");
      const mount = document.createElement("div");
      this.#root.replaceChildren(mount);
      const questions = new Questions({
        root: this.#root,
        data: () => data ?? embedded(),
        formats: () => formats("en-GB"),
        href: (link) => this.#address.href(link) ?? place.page(link),
      });
      const calls = {
        changed: () => this.#tell("change", { view: this.view, totals: this.totals }),
        asked: (topic, link, near) => questions.ask(topic, link, near),
      };
      this.#address.sync = this.getAttribute("sync");
      const said = this.#address.read();
      const asked = typeof said === "string" ? said : undefined;
      this.#widget = new Widget(mount, data, this.view, this.#address, formats("en-GB"), calls, { ...this.#frame(), asked });
      this.#questions = questions;
      shown.add(this);
      this.#watch(mount);
      this.#pending.resolve(this);
      this.#tell("ready", { view: this.view, totals: this.totals });
    } catch (error) {
      if (load === this.#load) this.fail(failure(error));
    }
  }

  /** The text of the data set that `src` names; nothing for the embedded one. */
  async #data() {
    const src = this.getAttribute("src");
    if (src === null) return undefined;
    let response;
    try {
      response = await fetch(new URL(src, document.baseURI), { credentials: "same-origin" });
    } catch (error) {
      throw explain("unreachable", error, src);
    }
    if (!response.ok) throw explain("status", response.status, src);
    return response.text();
  }

  /** Canvases are drawn for one size, sharpness and colour scheme; this has them drawn again for others. It also
   * follows the page's address. */
  #watch(mount) {
    const stops = new AbortController();
    const redraw = () => this.#widget?.redraw();
    const size = new ResizeObserver(redraw);
    size.observe(mount);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
      matchMedia(query).addEventListener("change", redraw, { signal: stops.signal });
    }
    for (const event of ["beforeprint", "afterprint"]) {
      addEventListener(event, () => this.#widget?.print(event === "beforeprint"), { signal: stops.signal });
    }
    const sharpness = () => {
      const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      const options = { once: true, signal: stops.signal };
      query.addEventListener("change", () => (redraw(), sharpness()), options);
    };
    sharpness();
    const follow = () => {
      const said = this.#address.read();
      if (this.#address.href("") && said !== FOREIGN) this.#widget?.follow(said ?? this.getAttribute("view") ?? "");
    };
    for (const event of ["popstate", "hashchange"]) addEventListener(event, follow, { signal: stops.signal });
    stops.signal.addEventListener("abort", () => size.disconnect());
    this.#stops = stops;
  }

  #end() {
    this.#load += 1;
    shown.delete(this);
    this.#stops?.abort();
    this.#stops = null;
    this.#questions?.end();
    this.#questions = null;
    const widget = this.#widget;
    this.#widget = null;
    if (widget && !broken) {
      this.#kept = widget.view;
      widget.end();
      widget.free();
    }
    this.#root.replaceChildren(this.#slot);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(EVENTS + name, { detail, bubbles: true, composed: true }));
  }
}

/** What was thrown, as code, message and hint. Rust throws them as JSON. */
function failure(error) {
  if (typeof error === "string") return JSON.parse(error);
  return error?.code ? error : explain("unknown", error);
}

if (!customElements.get(NAME)) customElements.define(NAME, OutreachReport);
