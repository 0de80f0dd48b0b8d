// A script for the top of a page, before anything else runs: it records errors and the report's events.
//
// It is sent to the page as text, so it must not use anything from outside.

function record() {
  const text = (value) => (value instanceof Error ? `${value.name}: ${value.message}` : String(value));
  /** Errors, warnings and policy violations, as texts. */
  window.faults = [];
  /** The events of reports: name, detail as JSON, and whether the element's properties agreed with it at that time. */
  window.reportEvents = [];
  addEventListener("error", (event) => {
    window.faults.push(event.message ? `error: ${event.message}` : `not loaded: ${event.target.src ?? event.target.href}`);
  }, true);
  addEventListener("unhandledrejection", (event) => window.faults.push(`unhandled rejection: ${text(event.reason)}`));
  addEventListener("securitypolicyviolation", (event) => {
    window.faults.push(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...values) => {
      window.faults.push(`console.${level}: ${values.map(text).join(" ")}`);
      original.apply(console, values);
    };
  }
  /** The markup of the page's report; `mount` replaces the report by a new one and changes the page's address. */
  let markup;
  document.addEventListener("readystatechange", () => {
    if (document.readyState === "interactive") markup = document.querySelector("outreach-report")?.outerHTML;
  });
  window.mount = async (address) => {
    const template = Object.assign(document.createElement("template"), { innerHTML: markup });
    const old = document.querySelector("outreach-report");
    const fresh = document.importNode(template.content.firstChild, true);
    const { parentElement, nextSibling } = old;
    // The old element is removed before the new one reads the address, as when a page is loaded.
    old.remove();
    await new Promise((resolve) => setTimeout(resolve));
    history.replaceState(null, "", address);
    scrollTo(0, 0);
    window.faults.length = 0;
    window.reportEvents.length = 0;
    parentElement.insertBefore(fresh, nextSibling);
    await fresh.ready;
  };
  for (const name of ["ready", "change", "error"]) {
    addEventListener(`outreach-report:${name}`, (event) => {
      const { view, totals } = event.target;
      const same = name === "error" || JSON.stringify({ view, totals }) === JSON.stringify(event.detail);
      window.reportEvents.push({ name, detail: JSON.stringify(event.detail), same, id: event.target.id, bubbles: event.bubbles, composed: event.composed });
    });
  }
}

/** The script as text. */
export const RECORDER = `(${record})();`;
