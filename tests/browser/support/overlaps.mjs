// Finds texts that stand over each other or leave the report: what a reader sees as broken, whatever causes it.

/** The texts that overlap, that leave the report or that are cut; within `selector`, one line each. */
export function textProblems(page, selector = ".report") {
  return page.run(`${inspect}`, selector);
}

function inspect(selector) {
  const within = root.querySelector(selector);
  const bounds = within.getBoundingClientRect();
  const texts = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest(".unseen, [hidden], .tooltip, .print-text") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const upright = style.writingMode === "horizontal-tb";
    range.selectNodeContents(node);
    const scroller = element.closest(".matrix, .choices, .dialog-body, .scrolls");
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width < 1 || height < 1) continue;
      // The box of a line is higher than its letters: two thirds of the size of the type are left of it.
      const box = { left, right, top, bottom, text: node.textContent.trim(), element, scroller };
      const [from, to] = upright ? ["top", "bottom"] : ["left", "right"];
      const middle = (box[from] + box[to]) / 2;
      box[from] = middle - size / 3;
      box[to] = middle + size / 3;
      texts.push(box);
    }
  }
  const problems = new Set();
  const name = ({ text, element }) => (element.closest("[part]")?.getAttribute("part") ?? "") + " “" + text.slice(0, 30) + "”";
  const seen = texts.filter((text) => {
    const { scroller, element } = text;
    if (!scroller) return true;
    // What is scrolled out of sight, or under a heading that stays, is not seen.
    const box = scroller.getBoundingClientRect();
    const corner = scroller.querySelector("thead td")?.getBoundingClientRect();
    const left = corner && !element.closest("tbody th") ? corner.right : box.left;
    const top = corner && !element.closest("thead") ? corner.bottom : box.top;
    return text.right > left + 1 && text.left < box.right - 1 && text.bottom > top && text.top < box.bottom;
  });
  for (const text of seen) {
    const edge = text.scroller?.getBoundingClientRect() ?? bounds;
    if (text.left < edge.left - 1 || text.right > edge.right + 1) problems.add("beyond the edge by " + Math.round(Math.max(edge.left - text.left, text.right - edge.right)) + ": " + name(text));
  }
  seen.sort((one, other) => one.top - other.top);
  seen.forEach((one, index) => {
    for (let next = index + 1; next < seen.length && seen[next].top < one.bottom - 1; next += 1) {
      const other = seen[next];
      if (other.element === one.element && other.text === one.text) continue;
      // Headings that stay in sight are over what is scrolled.
      if (Boolean(one.element.closest(".measure")) !== Boolean(other.element.closest(".measure"))) continue;
      if (other.left < one.right - 1 && other.right > one.left + 1) problems.add(name(one) + " over " + name(other));
    }
  });
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) problems.add("the page is " + document.documentElement.scrollWidth + " wide");
  return [...problems];
}
