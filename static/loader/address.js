// The view in the page's address, if the page wants it there: in the fragment, which is then the widget's alone, or in
// the query, beside the page's own parameters.

/** The field of a history entry's state that keeps the link. The address alone cannot tell a view that the reader has
 * cleared from a page that was just opened. */
const FIELD = "outreachReport";

/** The keys of links (`Facet` and `link` in the WebAssembly), for telling them from the page's own parameters. */
const KEYS = /^(country|year|sdg|kind|theme|audience|org|donor|project|q|basis|measure|sort|lang)=/;

/** What stands in the address where the page's own anchor does. */
export const FOREIGN = Symbol("foreign");

export class Address {
  /** `none`, `hash` or `query`. */
  sync;

  constructor(sync) {
    this.sync = sync;
  }

  /** The link in the address; nothing where there is none; FOREIGN where the fragment is the page's own. */
  read() {
    if (this.sync !== "hash" && this.sync !== "query") return undefined;
    const kept = history.state?.[FIELD];
    if (typeof kept === "string") return kept;
    if (this.sync === "query") return this.#parts().filter((part) => KEYS.test(part)).join("&") || undefined;
    const link = location.hash.slice(1);
    return link === "" || link.includes("=") ? link || undefined : FOREIGN;
  }

  /** Writes the link into the address: as an entry of its own that Back undoes, or in place of the current one. */
  write(link, push) {
    const address = this.href(link);
    if (!address) return;
    try {
      if (push) history.pushState({ [FIELD]: link }, "", address);
      else history.replaceState({ ...history.state, [FIELD]: link }, "", address);
    } catch {
      // The browser refuses when a page changes its address a hundred times in half a minute, or is in a sandbox. The
      // view itself is not touched by that.
    }
  }

  /** The page's address with this link in it; nothing when the address does not follow the view. */
  href(link) {
    const url = new URL(location.href);
    if (this.sync === "hash") url.hash = link;
    else if (this.sync === "query") {
      url.search = this.#parts().filter((part) => !KEYS.test(part)).concat(link || []).join("&");
    } else return undefined;
    return url.href;
  }

  #parts() {
    return location.search.slice(1).split("&").filter(Boolean);
  }
}
