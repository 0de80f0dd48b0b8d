// The bar that shows how far loading is, with a button that stops it, above the content of the element.
// Invariant: what is being done is spoken once; the share is there for who asks for it.

import { addStyles } from "./styles.js";

const LOADING = "Loading the data …";
const STOP = "Cancel";

/** Shows a bar at the top of the shadow root. `stop` is called when the reader presses the button. */
export function progressBar(root, stop) {
  const [box, line, bar, button] = ["div", "p", "progress", "button"].map((name) => document.createElement(name));
  const removeStyles = addStyles(root);
  box.className = "loading";
  line.role = "status";
  bar.ariaLabel = LOADING;
  button.type = "button";
  button.className = "plain";
  button.textContent = STOP;
  button.onclick = stop;
  box.append(line, bar, button);
  root.prepend(box);
  // A text that is there when the element comes is not spoken.
  requestAnimationFrame(() => (line.textContent = LOADING));
  return {
    /** Shows a share from 0 to 1; 0 if it is not known. */
    show: (share) => (share ? (bar.value = share) : bar.removeAttribute("value")),
    remove: () => (box.remove(), removeStyles()),
  };
}
