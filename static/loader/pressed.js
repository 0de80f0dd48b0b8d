// Keeps what a reader presses where it is in the window while the report changes, and the focus in the report if what was
// pressed is removed.
// Invariant: both happen in the task that changes the page, so that no frame shows anything else.

import { scrollBack } from "./scroll.js";
import { move } from "./top-layer.js";

const NEAREST = { block: "nearest", behavior: "instant" };
const topOf = (element) => element.getBoundingClientRect().top;

/** What stays in place during an event: what is pressed or typed into, or the chart in which a range is chosen. */
function pressedBy({ type, target, buttons, key, shiftKey }) {
  // A list is over the page; its button stays in place.
  const opener = target.closest(".picker")?.firstChild;
  if (type === "keydown") return key === "Escape" ? opener : shiftKey && target.closest(".plot");
  if (type === "pointermove") return buttons && target.closest(".plot");
  return opener ?? target.closest("button, [data-request], label, .search");
}

/** Watches the report in `mount`, inside of the shadow root `root`. */
export function keepInPlace(root, mount) {
  let pressed;

  /** Remembers what is pressed, its block and those before and after it: the first that is still shown afterwards stays in
   * place. */
  const remember = (event) => {
    const element = pressedBy(event);
    if (!element) return;
    const blocks = [...mount.querySelectorAll(".report [part]")];
    const index = blocks.indexOf(element.closest(".report [part]"));
    const item = event.target.closest("li, .notice");
    pressed = {
      held: [element, blocks[index], blocks[index - 1], blocks[index + 1]].filter(Boolean).map((held) => [held, topOf(held)]),
      focus: root.activeElement,
      next: item?.nextElementSibling ?? item?.previousElementSibling,
      // A notice is above all blocks, and the focus goes on to what follows it.
      place: index < 0 ? "button" : ".chips button, .filters button",
    };
  };

  const restore = () => {
    if (!pressed) return;
    const { held, focus, next, place } = pressed;
    const [first] = held[0];
    if (focus && !focus.isConnected && !root.activeElement) {
      const target = first.isConnected ? first : next?.querySelector("button") ?? mount.querySelector(place) ?? mount.querySelector("button");
      target?.scrollIntoView(NEAREST);
      target?.focus({ preventScroll: true });
    }
    const stays = held.find(([element]) => element.offsetHeight);
    const list = mount.querySelector(".panel");
    const listTop = list && topOf(list);
    let later = 0;
    if (!stays) mount.querySelector(".report [part]")?.scrollIntoView(NEAREST);
    else if (Math.abs(topOf(stays[0]) - stays[1]) > 0.5) {
      // The page around a frame scrolls later, and must not be asked twice.
      later = scrollBack(...stays) ?? 0;
      stays[1] = topOf(stays[0]);
    }
    if (list) move(list, 0, listTop - topOf(list) + later);
  };

  // The report is rendered before the next frame, and this comes next.
  new MutationObserver(restore).observe(mount, { subtree: true, childList: true, characterData: true, attributeFilter: ["class", "hidden"] });
  for (const type of ["click", "input", "keydown", "pointermove"]) {
    mount.addEventListener(type, remember, true);
    // What changes after that has another cause.
    mount.addEventListener(type, () => {
      const current = pressed;
      if (current) requestAnimationFrame(() => setTimeout(() => {
        restore();
        if (pressed === current) pressed = null;
      }));
    });
  }
}
