// Keeps keys that the report has used from the page around it, and only those.
//
// Outside of the shadow root the target of an event is the element and not a field: the page's keyboard shortcuts would
// react to text typed into a field.

/** What a field uses while Control or Command is held. */
const EDITING = /^[acvxyz]$/i;
/** Keys that a field does nothing with. */
const UNUSED = /^(Tab|Escape|F\d+|Page.*|Alt|Control|Meta|Shift)$/;

/** Whether a key is used by the report, or by the browser for the element that has the focus. */
function isUsed({ key, target, altKey, ctrlKey, metaKey, defaultPrevented }) {
  // Escape closes a dialog, and empties a search field.
  if (defaultPrevented || (key === "Escape" && (target.closest("dialog") || (target.type === "search" && target.value)))) return true;
  if (target.type === "checkbox") return key === " ";
  return target.matches("input, select, textarea") && !UNUSED.test(key) && (altKey || !(ctrlKey || metaKey) || EDITING.test(key));
}

/** Keeps the used keys inside of a shadow root. */
export function keepUsedKeys(root) {
  let used;
  for (const type of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(type, (event) => {
      const uses = isUsed(event);
      if (type === "keydown") used = uses && event.key;
      // A key that has closed a list comes up where nothing uses it.
      if (uses || used === event.key) event.stopPropagation();
    });
  }
}
