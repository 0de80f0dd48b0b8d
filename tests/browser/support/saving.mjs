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
    const reader = new FileReader();
    reader.onload = () => (file.data = reader.result);
    reader.readAsDataURL(kept.get(this.href));
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } });
}`;

/** Presses something that saves a file, and gives back the file. */
export async function saved(page, ...press) {
  const before = await page.run("() => window.saved.length");
  await page.press(...press);
  return caught(page, before);
}

/** A file that was saved, by its place: its name and type, its bytes, and them as a text. */
export async function caught(page, place) {
  await page.until("(place) => window.saved[place]?.data", place);
  const file = await page.run("(place) => window.saved[place]", place);
  const bytes = Buffer.from(file.data.split(",")[1], "base64");
  return { ...file, bytes, text: bytes.toString() };
}
