// The element <outreach-report>. It is written by hand because Rust cannot subclass HTMLElement, and it is defined at
// once, before the WebAssembly is there: `ready` exists from the first moment, and a failure to load can be told.

import { Widget, embedded } from "outreach-report-glue";
import styles from "../style/report.css";
import { AddressSync, FOREIGN } from "./address-sync.js";
import { DialogLoader } from "./dialog-loader.js";
import * as files from "./files.js";
import { formats } from "./formats.js";
import { loadWasm } from "./load-wasm.js";

const NAME = "outreach-report";
const OPTIONS = ["parts", "lock", "hide"];
const EVENTS = `${NAME}:`;
/** What is said when even the words for what happened cannot be loaded. */
const UNKNOWN = { message: "The report could not be shown.", hint: "Load the page again." };

/** Widgets on the page, for what concerns all of them. */
const shown = new Set();
/** Set after a panic: the WebAssembly's memory can no longer be trusted, so nothing is started again. */
let broken = false;

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
  /** Which version of the report this page has. */
  static version = VERSION;
  static observedAttributes = ["src", "view", "lang", "theme", "sync", "prefix", ...OPTIONS];

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #widget = null;
  #observers = null;
  #address = new AddressSync();
  #dialogs = null;
  /** Counts loads, so that one that was overtaken by another does not speak. */
  #load = 0;
  #pending;
  /** Until when another height of the report is that of a view that has just changed. */
  #until = 0;
  /** The view of a widget that is not there at the moment: taken off the page, or waiting for its data. */
  #kept = null;

  constructor() {
    super();
    this.#root.append(this.#slot);
    for (const type of ["keydown", "keypress", "keyup"]) {
      this.#root.addEventListener(type, (event) => {
        // To the page, what is typed here comes from no field: its shortcuts would take the letters away.
        if (event.defaultPrevented || event.target.matches("input")) event.stopPropagation();
      });
    }
    this.#renewReady();
  }

  connectedCallback() {
    // Moved in the tree: the widget is still there.
    if (!this.#widget) this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is taken out and put in again at once; only one that stays out is ended.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    // An element that was on the page before this script is told of its attributes first, and then that it is there.
    if (before === after || !this.isConnected || !this.#load) return;
    if (name === "src") {
      this.#stop();
      this.#start();
    } else if (this.#widget) {
      if (OPTIONS.includes(name)) this.#widget.options = this.#options();
      if (name === "view") this.view = after ?? "";
      if (name === "sync" || name === "prefix") {
        this.#readSync();
        this.#address.write(this.view);
      }
      this.#widget.redraw();
    }
  }

  /** The view in link form. */
  get view() {
    return this.#widget?.view ?? this.#kept ?? this.getAttribute("view") ?? "";
  }

  set view(link) {
    if (this.#widget) this.#widget.view = this.#withoutMemory(String(link ?? ""));
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
  async #fail(found) {
    this.#stop();
    const load = this.#load;
    console.error(NAME, found.code, found.detail ?? "");
    const failure = found.message ? found : await files.dialogs().then(({ explain }) => explain(found)).catch(() => ({ code: found.code, ...UNKNOWN }));
    if (load !== this.#load) return;
    const notice = document.createElement("div");
    const inside = document.createElement("div");
    inside.className = "failure";
    notice.role = "alert";
    for (const text of [failure.message, failure.hint]) {
      const line = document.createElement("p");
      line.textContent = text;
      inside.append(line);
    }
    notice.append(inside);
    this.#root.prepend(notice);
    this.#pending.reject(failure);
    this.#dispatch("error", failure);
  }

  /** Where in the page's address the view is kept. */
  #readSync() {
    this.#address.sync = this.getAttribute("sync");
    this.#address.prefix = this.getAttribute("prefix") ?? "";
  }

  /** The attributes that choose blocks and facets. */
  #options() {
    const [parts, lock, hide] = OPTIONS.map((name) => this.getAttribute(name) ?? undefined);
    return { parts, lock, hide };
  }

  /** A promise for `ready`, unless there is one that is still to be kept. */
  #renewReady() {
    if (this.#pending && !this.#pending.kept) return;
    const pending = {};
    const keep = (how) => (value) => ((pending.kept = true), how(value));
    pending.promise = new Promise((resolve, reject) => Object.assign(pending, { resolve: keep(resolve), reject: keep(reject) }));
    // A page that does not ask for `ready` hears of failures through the event alone.
    pending.promise.catch(() => {});
    this.#pending = pending;
  }

  async #start() {
    this.#renewReady();
    const load = ++this.#load;
    try {
      if (!globalThis.WebAssembly || !document.adoptedStyleSheets || !CSS.supports("color:light-dark(red,red)")) throw { code: "browser-old" };
      this.#root.adoptedStyleSheets = [styleSheet()];
      const panicked = (detail) => {
        broken = true;
        for (const widget of [...shown]) widget.#fail({ code: "panic", detail });
      };
      const [data] = await Promise.all([this.#data(), loadWasm(panicked)]);
      if (load !== this.#load || !this.isConnected) return;
      if (broken) throw { code: "panic" };
      const mount = document.createElement("div");
      mount.part = "report";
      this.#root.replaceChildren(mount);
      const dialogs = new DialogLoader({
        root: this.#root,
        data: () => data ?? embedded(),
        formats: () => formats("en-GB"),
        viewAddress: (link) => this.#address.href(link) ?? files.page(link),
      });
      const events = {
        changed: () => {
          this.#until = performance.now() + 1000;
          this.#dispatch("change", { view: this.view, totals: this.totals });
        },
        requested: (request, link, pressY) => dialogs.request(request, link, pressY),
      };
      this.#readSync();
      const said = this.#address.read();
      // Of two that remember, the address is heard: its view is the one that is shown.
      const own = this.#withoutMemory(this.view);
      const addressView = typeof said === "string" ? this.#withoutMemory(said) : undefined;
      this.#widget = new Widget(mount, data, own, this.#address, formats("en-GB"), events, { ...this.#options(), addressView });
      this.#dialogs = dialogs;
      shown.add(this);
      this.#observe(mount);
      this.#pending.resolve(this);
      this.#dispatch("ready", { view: this.view, totals: this.totals });
    } catch (error) {
      if (load === this.#load) this.#fail(failureOf(error));
    }
  }

  /** A link without what it remembers, which the dialogs are asked to compare when the report is there. */
  #withoutMemory(link) {
    const rest = link.replace(/(^|[#?&])was=[^&]*/g, "$1");
    if (rest !== link) this.ready.then(() => this.#dialogs?.request("was", link), () => {});
    return rest;
  }

  /** The text of the data set that `src` names; nothing for the embedded one. */
  async #data() {
    const src = this.getAttribute("src");
    if (src === null) return undefined;
    const failed = (detail) => {
      throw { code: "data-unreachable", detail, address: src };
    };
    const response = await files.data(src).catch(failed);
    return response.ok ? response.text().catch(failed) : failed(response.status);
  }

  /** Canvases are drawn for one size, sharpness and set of colours; this has them drawn again for others. It also
   * follows the page's address. */
  #observe(mount) {
    const observers = new AbortController();
    const redraw = () => this.#widget?.redraw();
    let width;
    const size = new ResizeObserver(() => {
      // The first other height after a change is that of the new view, which is drawn already.
      if (performance.now() > this.#until || width !== mount.clientWidth) redraw();
      this.#until = 0;
      width = mount.clientWidth;
    });
    size.observe(mount);
    mount.addEventListener("transitionend", ({ target }) => target === mount && redraw());
    for (const query of ["(forced-colors: active)", "print"]) {
      matchMedia(query).addEventListener("change", redraw, { signal: observers.signal });
    }
    for (const event of ["beforeprint", "afterprint"]) {
      addEventListener(event, () => this.#widget?.print(event === "beforeprint"), { signal: observers.signal });
    }
    const sharpness = () => {
      const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      const options = { once: true, signal: observers.signal };
      query.addEventListener("change", () => (redraw(), sharpness()), options);
    };
    sharpness();
    const follow = () => {
      const said = this.#address.read();
      if (this.#address.href("") && said !== FOREIGN) this.#widget?.follow(this.#withoutMemory(said ?? this.getAttribute("view") ?? ""));
    };
    for (const event of ["popstate", "hashchange"]) addEventListener(event, follow, { signal: observers.signal });
    observers.signal.addEventListener("abort", () => size.disconnect());
    this.#observers = observers;
  }

  #stop() {
    this.#load += 1;
    shown.delete(this);
    this.#observers?.abort();
    this.#observers = null;
    this.#dialogs?.end();
    this.#dialogs = null;
    const widget = this.#widget;
    this.#widget = null;
    if (widget && !broken) {
      this.#kept = widget.view;
      widget.unmount();
      widget.free();
    }
    this.#root.replaceChildren(this.#slot);
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(EVENTS + name, { detail, bubbles: true, composed: true }));
  }
}

/** What was thrown, as a code with a detail, or with the words for it. Rust throws these as JSON. */
function failureOf(error) {
  if (typeof error === "string") return JSON.parse(error);
  return typeof error?.code === "string" ? error : { code: "failed", detail: error };
}

const there = customElements.get(NAME);
if (!there) customElements.define(NAME, OutreachReport);
else if (there.version !== VERSION) console.warn(`${NAME} ${VERSION} is not used, because this page has ${there.version} already.`);
