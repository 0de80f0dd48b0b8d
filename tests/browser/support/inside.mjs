// What runs inside the page: finding things in the report as a reader would name them, and reading off its state.
//
// It is sent to the page as text, so it uses nothing from outside. `report` is the element, `root` its shadow root.

function inside(report, root) {
  const all = (selector) => [...root.querySelectorAll(selector)];
  const text = (element) => element?.textContent.trim() ?? "";
  const called = (elements, name) => elements.find((element) => text(element) === name || element.ariaLabel === name);

  /** A mark's name, or a goal's number. */
  const names = (mark) => [text(mark.querySelector(".name bdi")), text(mark.querySelector(".name .goal"))];

  const find = {
    mark: (part, name) => all(`[part~="${part}"] .mark`).find((mark) => names(mark).includes(name)),
    /** A mark of any block, by the filter that it stands for. */
    pick: (part, link) => root.querySelector(`[data-chart="${part}"] [data-pick="${link}"]`),
    unseenGoal: (number) => called(all(".goals-unseen button"), number),
    /** The button of a facet's picker. */
    picker: (facet) => root.querySelector(`[aria-controls="pick-${facet}"]`),
    choice: (facet, name) => called(all(`#pick-${facet} li bdi`), name)?.closest("label"),
    inPanel: (facet, name) => called(all(`#pick-${facet} button`), name),
    field: (name) => all("input").find((input) => input.ariaLabel === name || text(input.closest("label")) === name),
    chip: (name) => all(".chip").find((chip) => text(chip.querySelector("bdi")) === name),
    button: (name) => called(all("button, summary"), name),
    heading: (name) => called(all("th button"), name),
    title: (name) => called(all("button.title"), name),
    /** Anything else. */
    one: (selector) => root.querySelector(selector),
    outside: (selector) => document.querySelector(selector),
  };

  return {
    find,
    /** The innermost element that has the focus. */
    focused() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element;
    },
    /** Where to press an element so that the press reaches it; says what lies over it otherwise. */
    point(element) {
      if (!element) return null;
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const rect = element.getClientRects()[0];
      if (!rect) return null;
      const x = Math.round(rect.x + rect.width / 2);
      const y = Math.round(rect.y + rect.height / 2);
      const top = element.getRootNode().elementFromPoint(x, y);
      const reached = top && (element === top || element.contains(top));
      return reached ? { x, y } : { over: top ? `${top.tagName}.${top.className}` : "nothing at all" };
    },
    /** What the screen and the properties say. */
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
        // Blocks that are shortened have more marks than are seen, but never hide a chosen one.
        chosen: Object.fromEntries(all("[data-chart]").map((block) => [block.dataset.chart, [...block.querySelectorAll('[data-roving] [data-pick][aria-pressed="true"]')].map((mark) => mark.dataset.pick)])),
        cells: Object.fromEntries(all('[data-chart="matrix"] [data-pick]').map((cell) => [cell.dataset.pick, text(cell)])),
        shades: all('[data-chart="matrix"] .shade').map(text),
        measure: text(root.querySelector('.switch [aria-pressed="true"]')),
        sorted: all("th[aria-sort]").map((heading) => `${text(heading)} ${heading.ariaSort}`),
        rows: all("tbody:not(.later) button.title").length,
        notice: text(root.querySelector("section.notice")),
        heard: window.heard?.length,
      };
    },
  };
}

/** The script as text: an expression. */
export const INSIDE = `(${inside})`;
