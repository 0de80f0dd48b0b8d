// Runs inside the page: finds elements of the report by the names that a reader sees, and reads the report's state.
//
// It is sent to the page as text, so it must not use anything from outside. `report` is the element, `root` its shadow
// root.

function inside(report, root) {
  const all = (selector) => [...root.querySelectorAll(selector)];
  const text = (element) => element?.textContent.trim() ?? "";
  const byName = (elements, name) => elements.find((element) => text(element) === name || element.ariaLabel === name);

  /** A mark's name, and a goal's number. */
  const names = (mark) => [text(mark.querySelector(".name bdi")), text(mark.querySelector(".name .goal"))];

  const find = {
    mark: (part, name) => all(`[part~="${part}"] .mark`).find((mark) => names(mark).includes(name)),
    /** A mark of any block, by the filter that pressing it sets. */
    pick: (part, link) => root.querySelector(`[data-chart="${part}"] [data-pick="${link}"]`),
    unseenGoal: (number) => byName(all(".goals-unseen button"), number),
    /** The button of a facet's picker. */
    picker: (facet) => root.querySelector(`[aria-controls="pick-${facet}"]`),
    choice: (facet, name) => byName(all(`#pick-${facet} li bdi`), name)?.closest("label"),
    inPanel: (facet, name) => byName(all(`#pick-${facet} button`), name),
    field: (name) => all("input").find((input) => input.ariaLabel === name || text(input.closest("label")) === name),
    chip: (name) => all(".chip").find((chip) => text(chip.querySelector("bdi")) === name),
    button: (name) => byName(all("button, summary"), name),
    heading: (name) => byName(all("th button"), name),
    title: (name) => byName(all("button.title"), name),
    /** Anything else in the report. */
    one: (selector) => root.querySelector(selector),
    outside: (selector) => document.querySelector(selector),
  };

  return {
    find,
    /** The innermost focused element. */
    focused() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element;
    },
    /** The point at which to press an element. If another element covers it, returns what that is. */
    point(element) {
      if (!element) return null;
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const rect = element.getClientRects()[0];
      if (!rect) return null;
      const x = Math.round(rect.x + rect.width / 2);
      const y = Math.round(rect.y + rect.height / 2);
      const top = element.getRootNode().elementFromPoint(x, y);
      const onTop = top && (element === top || element.contains(top));
      return onTop ? { x, y } : { over: top ? `${top.tagName}.${top.className}` : "nothing at all", tooltip: Boolean(top?.closest(".tooltip")) };
    },
    /** What the screen and the properties show. */
    state() {
      return {
        view: report.view,
        totals: report.totals,
        hash: location.hash,
        search: location.search,
        entries: history.length,
        headline: text(root.querySelector("h2")),
        detail: text(root.querySelector(".detail")),
        chips: all(".chip bdi").map(text),
        pressed: Object.fromEntries(
          ["year", "country", "sdg"].map((part) => [
            part,
            all(`[part~="${part}"] .mark[aria-pressed="true"]`).map((mark) => names(mark).findLast((name) => name)),
          ]),
        ),
        badges: Object.fromEntries(all('[aria-controls^="pick-"]').map((button) => [button.getAttribute("aria-controls").slice(5), text(button.querySelector(".badge"))])),
        // A shortened block has more marks than it shows, but always shows the chosen ones.
        chosen: Object.fromEntries(all("[data-chart]").map((block) => [block.dataset.chart, [...block.querySelectorAll('[data-roving] [data-pick][aria-pressed="true"]')].map((mark) => mark.dataset.pick)])),
        cells: Object.fromEntries(all('[data-chart="matrix"] [data-pick]').map((cell) => [cell.dataset.pick, text(cell)])),
        shades: all('[data-chart="matrix"] .shade').map(text),
        measure: text(root.querySelector('.switch [aria-pressed="true"]')),
        sorted: all("th[aria-sort]").map((heading) => `${text(heading)} ${heading.ariaSort}`),
        rows: all("tbody:not(.later) button.title").length,
        notice: text(root.querySelector("section.notice")),
        eventCount: window.reportEvents?.length,
      };
    },
  };
}

/** The script as text: an expression. */
export const INSIDE = `(${inside})`;
