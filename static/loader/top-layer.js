// Shows lists and tooltips over everything else on the page, each beside what it belongs to: in the browser's top layer,
// where no ancestor cuts them off. Browsers without it (Firefox before 125) show them where they are in the document.
// Invariant: they are inside the window, and inside the report if it has room.

const boxOf = (element) => element.getBoundingClientRect();

/** The distance in pixels between a list and the edges of the window, and between it and its button. */
const MARGIN = 8;
const GAP = 6;
/** The least height of a list in pixels; with less room beside its button it covers the button. */
const LEAST = 260;

/** How many pixels of the window a pixel of the element is. WebKit measures the element in its own pixels. */
const zoomOf = (element) => element.currentCSSZoom ?? 1;

/** Moves an element by a distance in pixels of the window. */
export function move(element, right, down) {
  const { style } = element;
  const zoom = zoomOf(element);
  style.left = `${parseFloat(style.left) + right / zoom}px`;
  style.top = `${parseFloat(style.top) + down / zoom}px`;
}

/** Puts a list under its button, or above it, and a tooltip beside the bar of its mark, where it does not cover the bars
 * that it is compared with, or else above or below the mark. */
function place(element, root) {
  const isList = element.matches(".panel");
  const anchor = isList
    ? element.closest(".picker").firstChild
    : element.closest("[data-chart]").querySelector(`[data-pick="${CSS.escape(element.dataset.of)}"]`);
  if (!anchor) return;
  const { style } = element;
  // Measured at the left edge, where the full width is available.
  style.left = style.top = 0;
  style.maxHeight = "";
  const report = boxOf(root.host);
  const at = boxOf(anchor);
  let { left, top, width, height } = boxOf(element);
  const first = Math.max(report.left, 0);
  const last = Math.floor(Math.min(report.right, document.documentElement.clientWidth) - width);
  let x, y;
  if (isList) {
    const below = innerHeight - at.bottom - GAP - MARGIN;
    const above = at.top - GAP - MARGIN;
    const isBelow = below >= Math.min(height, above);
    const room = isBelow ? below : above;
    height = Math.min(height, room < LEAST ? innerHeight - 2 * MARGIN : room);
    style.maxHeight = `${height / zoomOf(element)}px`;
    x = element.matches(":dir(rtl)") ? at.right - width : at.left;
    y = Math.max(Math.min(isBelow ? at.bottom + GAP : at.top - GAP - height, innerHeight - MARGIN - height), MARGIN);
  } else {
    const lowest = innerHeight - height;
    // It touches its mark: the pointer never falls into a gap between the two.
    x = at.right <= last ? at.right : at.left - width;
    y = at.top > lowest ? at.bottom - height : at.top;
    if (!anchor.closest(".bars") || x < first) {
      x = at.left + (Math.min(at.width, 320) - width) / 2;
      y = at.top - height;
      if (y < Math.max(report.top, 0)) y = Math.min(at.bottom, lowest);
    }
  }
  move(element, Math.max(Math.min(x, last), first) - left, y - top);
}

/** Shows what the report in `mount`, inside of the shadow root `root`, opens, until `signal` is aborted. */
export function showOnTop(root, mount, signal) {
  // The report sends this event to a list or tooltip that is to be shown, or has another content.
  mount.addEventListener("show", ({ target }) => {
    if (!target.matches("[popover]")) return;
    const isList = target.matches(".panel");
    for (const layer of isList ? target.parentNode.children : [target]) {
      // Opened again it is above what was opened since.
      layer.hidePopover?.();
      layer.showPopover?.();
    }
    place(target, root);
    if (!isList) return;
    // On a phone the keyboard would cover the list.
    const field = !matchMedia("(pointer: coarse)").matches && target.querySelector("input");
    (field || target).focus({ preventScroll: true });
    field?.select?.();
  }, true);
  const follow = ({ target }) => {
    // With the page itself they scroll along.
    if (target !== document) mount.querySelectorAll(".panel, .tooltip:not([hidden])").forEach((element) => place(element, root));
  };
  for (const type of ["scroll", "resize"]) addEventListener(type, follow, { capture: true, passive: true, signal });
}
