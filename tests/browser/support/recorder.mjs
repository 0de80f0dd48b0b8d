// A script for the top of a page, before anything else runs: it notes what goes wrong, and what the report tells.
//
// It runs inside the page as text, and so uses nothing from outside.

function record() {
  const text = (value) => (value instanceof Error ? `${value.name}: ${value.message}` : String(value));
  /** Errors, warnings and refusals, in words. */
  window.faults = [];
  /** Events of reports: name, detail as JSON, and whether the element then said the same. */
  window.heard = [];
  addEventListener("error", (event) => {
    window.faults.push(event.message ? `error: ${event.message}` : `not loaded: ${event.target.src ?? event.target.href}`);
  }, true);
  addEventListener("unhandledrejection", (event) => window.faults.push(`unhandled rejection: ${text(event.reason)}`));
  addEventListener("securitypolicyviolation", (event) => {
    window.faults.push(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  for (const level of ["error", "warn"]) {
    const told = console[level];
    console[level] = (...values) => {
      window.faults.push(`console.${level}: ${values.map(text).join(" ")}`);
      told.apply(console, values);
    };
  }
  /** The report as the page has it, and a way to have a fresh one in its place under another address of the page. */
  let original;
  document.addEventListener("readystatechange", () => {
    if (document.readyState === "interactive") original = document.querySelector("outreach-report")?.outerHTML;
  });
  window.mount = async (address) => {
    const template = Object.assign(document.createElement("template"), { innerHTML: original });
    const old = document.querySelector("outreach-report");
    const fresh = document.importNode(template.content.firstChild, true);
    const { parentElement, nextSibling } = old;
    // The old one is gone before the new one reads the address, as when a page is loaded.
    old.remove();
    await new Promise((resolve) => setTimeout(resolve));
    history.replaceState(null, "", address);
    scrollTo(0, 0);
    window.faults.length = 0;
    window.heard.length = 0;
    parentElement.insertBefore(fresh, nextSibling);
    await fresh.ready;
  };
  for (const name of ["ready", "change", "error"]) {
    addEventListener(`outreach-report:${name}`, (event) => {
      const { view, totals } = event.target;
      const same = name === "error" || JSON.stringify({ view, totals }) === JSON.stringify(event.detail);
      window.heard.push({ name, detail: JSON.stringify(event.detail), same, id: event.target.id, bubbles: event.bubbles, composed: event.composed });
    });
  }
}

/** The script as text. */
export const RECORDER = `(${record})();`;
