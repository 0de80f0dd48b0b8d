// The dialogs's dialog, as a test opens, reads and leaves it.

import { Key } from "./page.mjs";

/** The buttons at the foot that open it. */
export const HOW = "How we count";
export const TAKE = "Share, cite, download";

/** Presses a button at the foot and waits for its dialog. */
export async function open(page, name) {
  await page.press("button", name);
  await heading(page);
}

/** The heading of the dialog, once it is open. */
export async function heading(page) {
  await page.until("() => root.querySelector('dialog.dialog[open] h2')");
  return page.text("one", "dialog.dialog h2");
}

/** Leaves the dialog with Escape. */
export async function leave(page) {
  await page.keys(Key.ESCAPE);
  await page.until("() => !root.querySelector('dialog')");
}
