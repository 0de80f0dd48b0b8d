// Runs inside a page: what a reader saves and copies is kept in `window.saved` and `window.copied`, instead of going to the
// disk and the clipboard.

export const CATCH = `() => {
  window.saved = [];
  window.copied = [];
  const kept = new Map();
  URL.createObjectURL = (blob) => { const url = "blob:test/" + kept.size; kept.set(url, blob); return url; };
  HTMLAnchorElement.prototype.click = function () {
    const file = { name: this.download, type: kept.get(this.href).type };
    window.saved.push(file);
    kept.get(this.href).text().then((text) => (file.text = text));
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } });
}`;

/** Presses something that saves a file, and gives back the file. */
export async function saved(page, ...press) {
  const before = await page.run("() => window.saved.length");
  await page.press(...press);
  await page.until("(before) => window.saved[before]?.text !== undefined", before);
  return page.run("(before) => window.saved[before]", before);
}
