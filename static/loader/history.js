// The browser's history, which the reports of a page share with its router.
// Invariant: the router learns of every change of the address, except of those that change views alone.

/** Browsers refuse to change the history too often; WebKit does above a hundred times in half a minute. The reports of a
 * page may do so BURST times at once, and then again every INTERVAL milliseconds. */
const BURST = 60;
export const INTERVAL = 850;
let changes = 0;

/** The reports that follow the address, each with a function that shows its view and tells whether the view changed. */
const followers = new Map();
/** What is in the address and the history beside views. */
let others;
/** Whether the last change of the address changed views alone. */
let changedViewsAlone;
/** The property `state` of events and the state of the present entry, while routers must not see them. */
let hidden;

const readOthers = () => [...followers.keys()].reduce((address, report) => report.own("", address) ?? address, location.href) + history.length;

/** Calls `show` when the address has changed, as long as the report follows the address. */
export function follow(report, show) {
  followers.set(report, show);
  others = readOthers();
}

export const unfollow = (report) => followers.delete(report);

/** Changes the address by a method of the history, with the link in a field of the entry's state. Returns whether the
 * browser did it: some throw, Chromium does nothing. */
export function changeEntry(method, field, link, address) {
  if (changes >= BURST) return false;
  changes += 1;
  setTimeout(() => (changes -= 1), changes * INTERVAL);
  try {
    // All other fields of the state belong to the page, to its router and to other reports.
    history[method]({ ...history.state, [field]: link }, "", address);
  } catch {
    // The view itself is not affected.
  }
  others = readOthers();
  return location.href === address;
}

// A router would load the page again for Back, and replace the elements on it. `hashchange` tells of the same change, and
// comes second. On a server there are no such events.
for (const type of ["popstate", "hashchange"]) {
  globalThis.addEventListener?.(type, (event) => {
    if (type === "popstate") {
      if (hidden) {
        Object.defineProperty(PopStateEvent.prototype, "state", hidden.property);
        // Turbo gives an entry without state one of its own.
        if (history.state !== hidden.state) history.replaceState(hidden.state, "");
        hidden = undefined;
      }
      const before = others;
      others = readOthers();
      changedViewsAlone = [...followers.values()].filter((show) => show()).length && others === before;
    }
    if (changedViewsAlone) event.stopImmediatePropagation();
  }, true);
}

// Chromium calls a router's listener first if it was added first, although ours captures (whatwg/dom#926). To such a router
// the event, which follows at once, looks like that of an anchor: it has no state, and the router leaves it to the browser.
globalThis.navigation?.addEventListener("currententrychange", ({ navigationType, from }) => {
  if (navigationType === "traverse" && from.url !== location.href && readOthers() === others) {
    const { prototype } = PopStateEvent;
    hidden = { property: Object.getOwnPropertyDescriptor(prototype, "state"), state: history.state };
    Object.defineProperty(prototype, "state", { value: null, configurable: true });
  }
});
