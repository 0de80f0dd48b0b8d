// Keeps the view in the page's address, in the fragment or in the query, if the page asks for it with `sync`; and in the
// title of pages that are the report's own.
// Invariant: parameters of the page and of its other reports are kept, except in a fragment that this report has to
// itself.

/** The field of a history entry's state that keeps the link. The address alone does not show whether the reader has
 * cleared the view or has just opened the page. */
const STATE_FIELD = "outreachReport";

/** The keys of links (`Facet` and `link` in the WebAssembly), which separate them from the page's own parameters. */
const LINK_KEYS = /^(country|year|sdg|kind|theme|audience|org|donor|project|q|basis|measure|sort|lang|record|was)=/;

/** The beginning of a fragment that is a route of the page's router. */
const ROUTE = /^#[/!]/;

/** The result of `read` if the fragment is the page's own anchor or route. */
export const FOREIGN = Symbol("foreign");

export class AddressSync {
  /** `none`, `hash` or `query`. */
  sync;
  /** The prefix of the report's keys in the address. It separates several reports of one page. */
  prefix;
  /** The address of a page that shows this data set, without a view; `undefined` if none is known. */
  page;
  /** Whether the page's title names the view. */
  ownsTitle;

  /** The link in the address; `undefined` if there is none; FOREIGN if the fragment is the page's own. */
  read() {
    if (this.sync !== "hash" && this.sync !== "query") return undefined;
    const saved = history.state?.[STATE_FIELD + this.prefix];
    if (typeof saved === "string") return saved;
    if (this.#ownsFragment()) {
      const link = location.hash.slice(1);
      return link === "" || (link.includes("=") && !ROUTE.test(location.hash)) ? link || undefined : FOREIGN;
    }
    const { length } = this.prefix;
    return this.#parts().filter((part) => this.#isOwn(part)).map((part) => part.slice(length)).join("&") || undefined;
  }

  /** Writes the link into the address: as a new history entry, which Back undoes, or replacing the current entry. */
  write(link, push) {
    const address = this.own(link);
    if (!address) return;
    try {
      // All other fields of the state belong to the page, to its router and to other reports.
      history[push ? "pushState" : "replaceState"]({ ...history.state, [STATE_FIELD + this.prefix]: link }, "", address);
    } catch {
      // The browser refuses if a page changes its address a hundred times in half a minute, or is in a sandbox. The
      // view itself is not affected.
    }
  }

  /** The address that opens this view: the page's own, else that of a page that shows this data set; `undefined` if there
   * is none. */
  href(link) {
    return this.own(link) ?? (this.page && this.page + (link && `#${link}`));
  }

  /** The address on paper: the one that opens this view, else that of the page around the report. */
  onPaper(link) {
    return this.href(link) ?? location.href;
  }

  /** The page's address with this link in it; `undefined` if the address does not follow the view. */
  own(link) {
    const url = new URL(location.href);
    // The page's router reads a fragment that is a route, and would not recognise it with a view in it.
    if (this.sync === "hash" && ROUTE.test(url.hash)) return undefined;
    const own = link ? link.split("&").map((part) => this.prefix + part) : [];
    const text = this.#ownsFragment() ? link : this.#parts().filter((part) => !this.#isOwn(part)).concat(own).join("&");
    if (this.sync === "hash") url.hash = text;
    else if (this.sync === "query") url.search = text;
    else return undefined;
    return url.href;
  }

  /** Gives the page a title that names the view, if the page is the report's own. */
  setTitle(title) {
    if (this.ownsTitle) document.title = title;
  }

  /** Whether the whole fragment belongs to this report. */
  #ownsFragment() {
    return this.sync === "hash" && !this.prefix;
  }

  #isOwn(part) {
    return part.startsWith(this.prefix) && LINK_KEYS.test(part.slice(this.prefix.length));
  }

  #parts() {
    return (this.sync === "hash" ? location.hash : location.search).slice(1).split("&").filter(Boolean);
  }
}
