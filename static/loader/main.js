// The element <outreach-report>, written by hand because Rust cannot subclass HTMLElement.
// Invariant: it is defined before the WebAssembly is loaded, therefore `ready` exists from the start and a failure to
// load can be reported.

import { Columns, DataSetReader, Widget, builtInData } from "outreach-report-glue";
import { AddressSync } from "./address-sync.js";
import { unpacked } from "./built-in-data.js";
import { decodeText } from "./decode-text.js";
import { DialogLoader } from "./dialog-loader.js";
import { explained, failureOf } from "./failure.js";
import * as files from "./files.js";
import { formats } from "./formats.js";
import { keepUsedKeys } from "./keys.js";
import { mendedLink } from "./link-parts.js";
import { loadWasm } from "./load-wasm.js";
import { keepInPlace } from "./pressed.js";
import { isReportPage } from "./report-page.js";
import { scriptAddress } from "./script-address.js";
import { styleSheet } from "./style-sheet.js";
import { showOnTop } from "./top-layer.js";

const NAME = "outreach-report";
/** The attributes whose words and values the report knows, in the order of `EmbedOptions::of_attributes`. */
const OPTIONS = ["parts", "lock", "hide", "theme", "sync", "lang", "prefix"];
const EVENT_PREFIX = `${NAME}:`;

/** A data file of more bytes is read in slices, by the module of the dialogs. */
const LARGE = 1e6;

/** The elements that show a report: a panic stops all of them. */
const shown = new Set();
/** Set after a panic: the WebAssembly's memory can no longer be trusted, and no report is started again. */
let broken = false;

// On a server, which has no elements, importing this script does nothing.
class OutreachReport extends (globalThis.HTMLElement ?? Object) {
  /** The version of the report on this page. */
  static version = VERSION;
  static observedAttributes = ["src", "view", ...OPTIONS];
  static #panicked = (detail) => {
    broken = true;
    for (const widget of [...shown]) widget.#fail({ code: "panic", detail });
  };

  /** A data set of this many rows that is handed over as columns and counted without a screen. */
  static async columns(rows) {
    await loadWasm(this.#panicked);
    return new Columns(rows, formats("en-GB"));
  }

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #widget = null;
  #observers = null;
  #addressSync = new AddressSync();
  #dialogs = null;
  /** The number of loads: a load that is not the latest has no effect and sends no event. */
  #loadCount = 0;
  /** The promise of `ready`, with its `resolve` and `reject`, and `done` once it is settled. */
  #pending;
  /** Until this time, in milliseconds, another height of the report is due to a change of the view. */
  #changeEnd = 0;
  /** The view while there is no widget: the element is off the page, or its data are loading. */
  #savedView = null;

  constructor() {
    super();
    this.#root.append(this.#slot);
    keepUsedKeys(this.#root);
    this.#renewReady();
  }

  connectedCallback() {
    // A view that was set before the definition of the element would hide the accessor.
    const { view } = this;
    if (Object.hasOwn(this, "view") && delete this.view) this.view = view;
    // After a move in the tree the widget still exists. A document without a window shows nothing.
    if (!this.#widget && this.ownerDocument.defaultView) this.#start();
  }

  adoptedCallback() {
    // The style sheets stay with the other document, so the report begins again in this one.
    this.#stop();
  }

  disconnectedCallback() {
    // An element that is moved is removed and inserted again at once; the widget ends only if the element stays off the
    // page.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    // Of the attribute and the property, the one that was set last counts.
    if (name === "view" && !this.#widget) this.#savedView = null;
    // For an element that was on the page before this script, this is called for each attribute before
    // connectedCallback.
    if (!this.isConnected || !this.#loadCount) return;
    if (name === "src") {
      this.#stop();
      this.#start();
    } else if (this.#widget) {
      if (OPTIONS.includes(name)) this.#widget.options = this.#options();
      if (name === "view") this.view = after ?? "";
      if (name === "sync" || name === "prefix") {
        // What was written with the earlier prefix, or in the other part of the address, would stay there for ever.
        if (name === "prefix" || after === "hash" || after === "query") this.#addressSync.write("");
        this.#readSync();
        this.#addressSync.write(this.view);
      }
      this.#widget.redraw();
    }
  }

  /** The view in link form. */
  get view() {
    return this.#widget?.view ?? this.#savedView ?? this.getAttribute("view") ?? "";
  }

  set view(link) {
    if (this.#widget) this.#widget.view = this.#withoutMemory(String(link ?? ""));
    else this.#savedView = String(link ?? "");
  }

  /** The attribute `prefix`: a framework that sets properties would fail on `Element.prefix`, which is read-only. */
  get prefix() {
    return this.getAttribute("prefix");
  }

  set prefix(prefix) {
    if (prefix === null) this.removeAttribute("prefix");
    else this.setAttribute("prefix", prefix);
  }

  /** The totals of the view; null as long as no data are shown. */
  get totals() {
    return this.#widget ? JSON.parse(this.#widget.totals) : null;
  }

  /** Resolves with the element when data are shown; rejects with code, message and hint if no data can be shown. */
  get ready() {
    return this.#pending.promise;
  }

  /** Shows the fallback content instead of the report, under a notice with the cause. */
  async #fail(error) {
    this.#stop();
    const load = this.#loadCount;
    console.error(NAME, error.code, error.detail ?? "");
    const failure = await explained(error);
    if (load !== this.#loadCount) return;
    const notice = document.createElement("div");
    const body = document.createElement("div");
    body.className = "failure";
    notice.role = "alert";
    for (const text of [failure.message, failure.hint]) {
      const line = document.createElement("p");
      line.textContent = text;
      body.append(line);
    }
    notice.append(body);
    this.#root.prepend(notice);
    this.#pending.reject(failure);
    this.#dispatch("error", failure);
  }

  /** Reads from the attributes where in the page's address the view is kept. */
  #readSync() {
    this.#addressSync.sync = this.getAttribute("sync");
    // In an address any other character would be escaped, and not be found again.
    this.#addressSync.prefix = (this.getAttribute("prefix") ?? "").replace(/[^\w.-]/g, "");
    this.#addressSync.ownsPage = this.hasAttribute("sets-title");
  }

  #options() {
    return OPTIONS.map((name) => this.getAttribute(name)).join("\0");
  }

  /** Makes a new promise for `ready`, unless the present one is not settled yet. */
  #renewReady() {
    if (this.#pending && !this.#pending.done) return;
    const pending = {};
    const settling = (settle) => (value) => ((pending.done = true), settle(value));
    pending.promise = new Promise((resolve, reject) => Object.assign(pending, { resolve: settling(resolve), reject: settling(reject) }));
    // A page that does not use `ready` gets failures through the event alone, without an unhandled rejection.
    pending.promise.catch(() => {});
    this.#pending = pending;
  }

  async #start() {
    this.#renewReady();
    const load = ++this.#loadCount;
    let answer;
    try {
      if (!globalThis.WebAssembly || !document.adoptedStyleSheets || !CSS.supports("color:light-dark(red,red)")) throw { code: "browser-old" };
      this.#root.adoptedStyleSheets = [styleSheet(this.ownerDocument)];
      const wasm = loadWasm(OutreachReport.#panicked);
      [answer] = await Promise.all([this.#data(wasm), wasm]);
      if (load !== this.#loadCount || !this.isConnected) return;
      if (broken) throw { code: "panic" };
      const mount = document.createElement("div");
      mount.part = "report";
      this.#root.replaceChildren(mount);
      const { bytes, reader } = answer;
      const dataText = () => (answer.text ??= bytes ? decodeText(bytes, answer.type) : unpacked(builtInData()));
      const dialogs = new DialogLoader({
        root: this.#root,
        scriptAddress,
        data: dataText,
        large: reader && bytes,
        formats: () => formats("en-GB"),
        addressSync: this.#addressSync,
        findPage: () => this.#findPage(answer.url),
        isReportPage,
      });
      const events = {
        changed: () => {
          this.#changeEnd = performance.now() + 1000;
          this.#dispatch("change", { view: this.view, totals: this.totals });
        },
        requested: (request, link, pressY) => dialogs.request(request, link, pressY),
      };
      this.#readSync();
      this.#addressSync.page = files.knownPage();
      this.#addressSync.data = dataText;
      const addressLink = this.#addressSync.read();
      // If both links have a memory, the address's is compared, because its view is shown: it is requested last.
      const pageView = this.#withoutMemory(this.view);
      const addressView = typeof addressLink === "string" ? this.#withoutMemory(addressLink) : undefined;
      // An app that was used before is rendered later: a press on what it showed then would do nothing.
      const rendered = new Promise((done) => mount.addEventListener("show", done, { capture: true, once: true }));
      this.#widget = new Widget(mount, reader ?? new DataSetReader(dataText()), pageView, this.#addressSync, formats("en-GB"), events, { attributes: this.#options(), addressView });
      this.#dialogs = dialogs;
      this.#addressSync.follow(() => this.view, (link) => this.#widget?.follow(this.#withoutMemory(link ?? this.getAttribute("view") ?? "")));
      shown.add(this);
      this.#observe(mount, answer.url);
      await rendered;
      if (load !== this.#loadCount) return;
      this.#pending.resolve(this);
      this.#dispatch("ready", { view: this.view, totals: this.totals });
    } catch (error) {
      if (load === this.#loadCount) this.#fail({ address: this.#src, ...answer, ...failureOf(error) });
    }
  }

  /** The link, mended, without its memory (`was`), which the dialogs compare with the current numbers once data are shown. */
  #withoutMemory(link) {
    link = mendedLink(link);
    const plainLink = link.replace(/(^|[#?&])was=[^&]*/g, "$1");
    if (plainLink !== link) this.ready.then(() => this.#dialogs?.request("was", link), () => {});
    return plainLink;
  }

  /** The address in the attribute `src`; `undefined` if it is missing or blank, as templates leave it. */
  get #src() {
    return this.getAttribute("src")?.trim() || undefined;
  }

  /** What is known of the data set that `src` names: its bytes, their type, the address from which they came, and for a
   * large one the reader of its records; nothing for the built-in one. */
  async #data(wasm) {
    if (!this.#src) return {};
    const load = this.#loadCount;
    const failed = (detail) => {
      throw { code: "data-unreachable", detail };
    };
    const response = await files.data(this.#src).catch(failed);
    if (!response.ok) failed(response.status);
    const { headers, url } = response;
    const answer = { type: headers.get("content-type"), url };
    const read = async () => new Uint8Array(await response.arrayBuffer().catch(failed));
    const isLarge = (size) => size > LARGE;
    if (!isLarge(headers.get("content-length"))) answer.bytes = await read();
    if (!answer.bytes || isLarge(answer.bytes.length)) {
      await wasm;
      const isWanted = () => load === this.#loadCount && !broken;
      const large = { response, bytes: answer.bytes, root: this.#root, begin: (text) => new DataSetReader(text), isWanted };
      // Without that module the file is read as a whole.
      const { readLargeData } = await files.dialogs().catch(() => ({}));
      Object.assign(answer, readLargeData ? await readLargeData(large) : { bytes: answer.bytes ?? (await read()) });
    }
    return answer;
  }

  /** Looks for the page that shows this data set, for links to the view if the page's own address does not follow it.
   * `url` is the address of the data, which that page may read if they are on its own host. */
  async #findPage(url) {
    const page = files.page(url);
    const load = this.#loadCount;
    if (this.#addressSync.href("") || !(url ?? page.href).startsWith(page.origin) || !(await isReportPage(page)) || load !== this.#loadCount) return;
    this.#addressSync.page = page.href;
    this.#widget.redraw();
  }

  /** Draws the canvases again when the report's size, the pixel density or the colours change, renders what is too long
   * for the screen while the page is printed. */
  #observe(mount, url) {
    const observers = new AbortController();
    keepInPlace(this.#root, mount);
    showOnTop(this.#root, mount, observers.signal);
    let printing = false;
    const redraw = () => this.#widget?.redraw(printing);
    let width;
    // A new report is drawn in its width.
    mount.addEventListener("show", () => (width = mount.clientWidth, this.#changeEnd = performance.now() + 1000), { capture: true, once: true });
    const sizeObserver = new ResizeObserver(() => {
      // The first new height after a change belongs to the new view, which is drawn already.
      if (performance.now() > this.#changeEnd || width !== mount.clientWidth) redraw();
      this.#changeEnd = 0;
      width = mount.clientWidth;
    });
    sizeObserver.observe(mount);
    mount.addEventListener("transitionend", ({ target }) => target === mount && redraw());
    matchMedia("(forced-colors: active)").addEventListener("change", redraw, { signal: observers.signal });
    for (const event of ["beforeprint", "afterprint"]) {
      addEventListener(event, () => {
        printing = event === "beforeprint";
        redraw();
        // Rows that only paper has.
        if (!printing) mount.querySelectorAll("tbody.later").forEach((row) => row.remove());
      }, { signal: observers.signal });
    }
    const watchPixelDensity = () => {
      const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      const options = { once: true, signal: observers.signal };
      query.addEventListener("change", () => (redraw(), watchPixelDensity()), options);
    };
    watchPixelDensity();
    // A browser that is short of memory, or that has kept a page out of sight, may have emptied the canvases.
    mount.addEventListener("contextrestored", redraw, true);
    addEventListener("visibilitychange", redraw, { signal: observers.signal });
    // In full screen there is no page behind the report, but a black screen.
    const fill = () => mount.classList.toggle("full-screen", !!document.fullscreenElement?.contains(this));
    addEventListener("fullscreenchange", fill, { signal: observers.signal });
    fill();
    // Not before a reader comes: most readers of an embedded report follow no link, and the host would be asked in vain.
    for (const event of ["pointerover", "focusin"]) mount.addEventListener(event, () => this.#findPage(url), { once: true });
    observers.signal.addEventListener("abort", () => sizeObserver.disconnect());
    this.#observers = observers;
  }

  #stop() {
    this.#loadCount += 1;
    shown.delete(this);
    this.#observers?.abort();
    this.#observers = null;
    this.#addressSync.unfollow();
    this.#dialogs?.end();
    this.#dialogs = null;
    const widget = this.#widget;
    this.#widget = null;
    if (widget && !broken) {
      this.#savedView = widget.view;
      widget.unmount();
      widget.free();
    }
    this.#root.replaceChildren(this.#slot);
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(EVENT_PREFIX + name, { detail, bubbles: true, composed: true }));
  }
}

const defined = globalThis.customElements?.get(NAME);
if (!defined) globalThis.customElements?.define(NAME, OutreachReport);
else if (defined.version !== VERSION) console.warn(`${NAME} ${VERSION} is not used, because this page has ${defined.version} already.`);
