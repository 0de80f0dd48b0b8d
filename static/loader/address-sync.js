// The view in the page's address, if the page wants it there: in the fragment or in the query, beside what the page and
// its other reports have there.

/** The field of a history entry's state that keeps the link. The address alone cannot tell a view that the reader has
 * cleared from a page that was just opened. */
const FIELD = "outreachReport";

/** The keys of links (`Facet` and `link` in the WebAssembly), for telling them from the page's own parameters. */
const KEYS = /^(country|year|sdg|kind|theme|audience|org|donor|project|q|basis|measure|sort|lang|record|was)=/;

/** How a fragment begins that is a route. */
const ROUTE = /^#[/!]/;

/** What stands in the address where the page's own anchor or route does. */
export const FOREIGN = Symbol("foreign");

export class AddressSync {
  /** `none`, `hash` or `query`. */
  sync;
  /** What the report's keys begin with in the address, so that several reports of a page keep apart. */
  prefix;

  /** The link in the address; nothing where there is none; FOREIGN where the fragment is the page's own. */
  read() {
    if (this.sync !== "hash" && this.sync !== "query") return undefined;
    const kept = history.state?.[FIELD + this.prefix];
    if (typeof kept === "string") return kept;
    if (this.#whole()) {
      const link = location.hash.slice(1);
      return link === "" || (link.includes("=") && !ROUTE.test(location.hash)) ? link || undefined : FOREIGN;
    }
    const { length } = this.prefix;
    return this.#parts().filter((part) => this.#isOwn(part)).map((part) => part.slice(length)).join("&") || undefined;
  }

  /** Writes the link into the address: as an entry of its own that Back undoes, or in place of the current one. */
  write(link, push) {
    const address = this.href(link);
    if (!address) return;
    try {
      // What else is in the state belongs to the page, to its router, and to other reports.
      history[push ? "pushState" : "replaceState"]({ ...history.state, [FIELD + this.prefix]: link }, "", address);
    } catch {
      // The browser refuses when a page changes its address a hundred times in half a minute, or is in a sandbox. The
      // view itself is not touched by that.
    }
  }

  /** The page's address with this link in it; nothing when the address does not follow the view. */
  href(link) {
    const url = new URL(location.href);
    // A fragment that is a route is read by the page's router, which would not know it with a view in it.
    if (this.sync === "hash" && ROUTE.test(url.hash)) return undefined;
    const own = link ? link.split("&").map((part) => this.prefix + part) : [];
    const text = this.#whole() ? link : this.#parts().filter((part) => !this.#isOwn(part)).concat(own).join("&");
    if (this.sync === "hash") url.hash = text;
    else if (this.sync === "query") url.search = text;
    else return undefined;
    return url.href;
  }

  /** Whether the fragment is this report's alone. */
  #whole() {
    return this.sync === "hash" && !this.prefix;
  }

  #isOwn(part) {
    return part.startsWith(this.prefix) && KEYS.test(part.slice(this.prefix.length));
  }

  #parts() {
    return (this.sync === "hash" ? location.hash : location.search).slice(1).split("&").filter(Boolean);
  }
}
