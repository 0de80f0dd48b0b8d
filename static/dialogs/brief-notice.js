// Says in a few words what was just done, beside where the reader pressed, as long as nothing else is done.
// Invariant: it takes no room and no focus, so nothing moves; screen readers announce it.

/** What ends the notice. */
const NEXT = ["pointerdown", "keydown"];

export class BriefNotice {
  #holder = document.createElement("div");
  /** Always in the document: screen readers announce only what changes inside an existing status element. */
  #status = document.createElement("p");

  constructor(root) {
    this.#status.role = "status";
    this.#status.className = "brief";
    // Above all that the page has put on top, where the browser knows popovers (all but Firefox before 125).
    this.#status.popover = "manual";
    this.#holder.append(this.#status);
    root.append(this.#holder);
  }

  /** `pressY` is the distance in pixels from the top of the window to where the reader pressed. */
  say(text, pressY) {
    this.#hide();
    this.#status.style.setProperty("--press-y", `${pressY}px`);
    this.#status.textContent = text;
    this.#status.showPopover?.();
    for (const type of NEXT) addEventListener(type, this.#hide, { capture: true });
  }

  end() {
    this.#hide();
    this.#holder.remove();
  }

  #hide = () => {
    this.#status.textContent = "";
    if (this.#status.isConnected) this.#status.hidePopover?.();
    for (const type of NEXT) removeEventListener(type, this.#hide, { capture: true });
  };
}
