// Keeps the view in the page's address, in the fragment or in the query, if the page asks for it with `sync`; and in the
// title of pages that are the report's own.
// Invariant: parts of the page and of its other reports are neither read nor changed, and keep their order.

import { INTERVAL, changeEntry, follow, unfollow } from "./history.js";
import { addressForm, linkParts, mendedLink } from "./link-parts.js";

/** The field of a history entry's state that keeps the link. The address alone does not show whether the reader has
 * cleared the view or has just opened the page. */
const STATE_FIELD = "outreachReport";

/** A part of the query of the report's own pages that is an attribute, though links have such a key too. */
const ATTRIBUTE = /^(?:lang=|theme=(?:auto|light|dark)$)/;

/** The beginning of a fragment that is a route of the page's router. */
const ROUTE = /^#[/!]/;

/** Where a link begins in the query of somebody's page. Before it, keys such as `q` and `sort` are the page's. */
const START = /^(?:country=[a-z]{2}|[a-z]{3,}=unknown|year=[.\d]{4,}|sdg=\d\d?|measure=(?:people|activities))(?![\w-])/i;

/** A part with a code of the data. */
const CODE = /^(?:kind|theme|audience|org|donor|project)=([^~]+)/;

export class AddressSync {
  /** `none`, `hash` or `query`. */
  sync;
  /** The prefix of the report's keys in the address. It separates several reports of one page. */
  prefix;
  /** The address of a page that shows this data set, without a view; `undefined` if none is known. */
  page;
  /** Whether the page is the report's own: then so are the whole fragment, a link in the query, and the title. */
  ownsPage;
  /** Returns the text of the data, which has their codes in quotation marks. */
  data;

  /** The link of the current entry of the history. */
  #link;
  /** Whether a view that could not be written yet needs an entry of its own. */
  #pushes;
  #timer;

  /** The link in the address; `undefined` if there is none; `null` if the fragment is the page's own. */
  read() {
    if (!this.own("")) return null;
    const saved = history.state?.[STATE_FIELD + this.prefix];
    if (saved !== undefined) return saved;
    const { hash, search } = location;
    const inFragment = this.sync === "hash";
    const linkIn = (text) => this.parts(text).flatMap(([, link]) => link ?? []).join("&");
    const link = this.ownsPage ? mendedLink(hash) : linkIn(inFragment ? hash : search);
    if (link.includes("=")) return link;
    // On the report's own page a link in the query is one that has lost its `#`.
    return (this.ownsPage && linkIn(search)) || (inFragment && hash ? null : undefined);
  }

  /** Calls `show` with the link in the address whenever the address changes. `view` gives the link of the view. */
  follow(view, show) {
    this.#link = view();
    follow(this, () => {
      const link = this.read();
      if (link === null) return false;
      clearTimeout(this.#timer);
      this.#pushes = false;
      const before = view();
      show(link);
      this.#link = view();
      return this.#link !== before;
    });
  }

  unfollow() {
    clearTimeout(this.#timer);
    unfollow(this);
  }

  /** Writes the link into the address: as a new history entry, which Back undoes, or replacing the current entry. What
   * the browser refuses is tried again, but not for ever: a sandbox refuses always. */
  write(link, push, tries = 40) {
    clearTimeout(this.#timer);
    this.#pushes ||= push;
    const address = this.own(link);
    const field = STATE_FIELD + this.prefix;
    // After Back, a fragment of the page does not say which view it was beside.
    const needsLink = this.#pushes && this.read() === null;
    if (!address || ((!needsLink || changeEntry("replaceState", field, this.#link, location.href)) && changeEntry(this.#pushes ? "pushState" : "replaceState", field, link, address))) {
      this.#pushes = false;
      this.#link = link;
    } else if (tries) this.#timer = setTimeout(() => this.write(link, false, tries - 1), INTERVAL);
  }

  /** The address that opens this view: the page's own, else that of a page that shows this data set; `undefined` if there
   * is none. */
  href(link) {
    return this.own(link) ?? (this.page && this.page + (link && `#${addressForm(link)}`));
  }

  /** The address on paper: the one that opens this view, else that of the page around the report. */
  onPaper(link) {
    return this.href(link) ?? location.href;
  }

  /** The page's address, or another, with this link in it; `undefined` if the address does not follow the view. */
  own(link, address = location.href) {
    const url = new URL(address);
    const place = { hash: "hash", query: "search" }[this.sync];
    // The page's router reads a fragment that is a route, and would not recognise it with a view in it.
    if (!place || (place === "hash" && ROUTE.test(url.hash))) return undefined;
    const others = (place) => this.parts(url[place]).flatMap(([text, link]) => (link ? [] : text));
    if (this.#sharesQuery()) {
      link = link.replace(/(^|&)lang=\w+/, "");
      // Without a part that `START` recognises, other parts would be taken for the page's.
      if (link && !START.test(link)) link = `measure=people&${link}`;
    }
    const parts = addressForm(link).split("&").filter(Boolean).map((part) => this.prefix + part);
    if (this.ownsPage) url.search = others("search").join("&");
    url[place] = [...(this.ownsPage ? [] : others(place)), ...parts].join("&");
    return url.href;
  }

  /** Gives the page a title that names the view, if the page is the report's own. */
  setTitle(title) {
    if (this.ownsPage) document.title = title;
  }

  /** The parts of the page's fragment or query: each as its text and, if it is this report's, its part of the link. */
  parts(text) {
    const parts = linkParts(text.slice(1), this.prefix);
    if (this.ownsPage && text[0] === "?") return parts.map(([text, link]) => (ATTRIBUTE.test(text) ? [text] : [text, link]));
    if (!this.#sharesQuery()) return parts;
    let begun;
    return parts.map(([text, link = ""]) => {
      begun ||= START.test(link) || this.data().includes(`"${CODE.exec(link)?.[1]}"`);
      return begun && link && !link.startsWith("lang=") ? [text, link] : [text];
    });
  }

  /** Whether the keys of the page and of this report stand side by side in the query. */
  #sharesQuery() {
    return this.sync === "query" && !this.prefix;
  }
}
