// Captures what a reader saves and copies: a script in the page stores it in `window.saved` and `window.copied`, instead of
// the disk and the clipboard.

export const CAPTURE_SAVES = `() => {
  window.saved = [];
  window.copied = [];
  const blobs = new Map();
  URL.createObjectURL = (blob) => { const url = "blob:test/" + blobs.size; blobs.set(url, blob); return url; };
  HTMLAnchorElement.prototype.click = function () {
    const file = { name: this.download, type: blobs.get(this.href).type };
    window.saved.push(file);
    const reader = new FileReader();
    reader.onload = () => (file.data = reader.result);
    reader.readAsDataURL(blobs.get(this.href));
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } });
}`;

/** Presses something that saves a file, and returns the file. */
export async function saveFile(page, ...press) {
  const before = await page.run("() => window.saved.length");
  await page.press(...press);
  return capturedFile(page, before);
}

/** The saved file with this index: its name, type and bytes, and the bytes as text. */
export async function capturedFile(page, index) {
  await page.until("(index) => window.saved[index]?.data", index);
  const file = await page.run("(index) => window.saved[index]", index);
  const bytes = Buffer.from(file.data.split(",")[1], "base64");
  return { ...file, bytes, text: bytes.toString() };
}
