// Scrolls what a reader has pressed back to where it was in the window, after the content above it has changed.
// Invariant: only boxes that a reader can scroll too are scrolled, and at once, whatever the page asks for.

/** Scrolls the boxes around an element, the innermost first, until its top is `top` pixels below the top of the window. */
export function scrollBack(element, top) {
  for (let box = element; box; box = box.assignedSlot ?? box.parentElement ?? box.getRootNode().host) {
    const { overflowY, position } = getComputedStyle(box);
    const scrolls = box === document.scrollingElement || /auto|scroll/.test(overflowY);
    if (scrolls) box.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
    // No box around it moves it.
    if (position === "fixed") return;
  }
}
