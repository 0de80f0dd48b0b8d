// Opens, reads and closes the dialogs in a test.

import { Key } from "./page.mjs";

/** The buttons at the foot of the report that open the breakdown and the share dialog. */
export const HOW_WE_COUNT = "How we count";
export const SHARE = "Share, cite, download";

/** The selector of the open dialog. */
export const OPEN_DIALOG = "dialog.dialog[open]";

/** Presses a button at the foot and waits for its dialog. */
export async function openDialog(page, name) {
  await page.press("button", name);
  await dialogHeading(page);
}

/** Waits until a dialog is open and returns its heading. */
export async function dialogHeading(page) {
  await page.until("() => root.querySelector('dialog.dialog[open] h2')");
  return page.text("one", "dialog.dialog h2");
}

/** Opens a row of the share dialog: `link`, `citation`, `data` or `report`. */
export async function openRow(page, row) {
  await page.press("one", `.share-${row} .share-more`);
  await page.until("(row) => !root.querySelector(`.share-${row} .choices`).hidden", row);
}

/** Closes the dialog with Escape. */
export async function closeDialog(page) {
  await page.keys(Key.ESCAPE);
  await page.until("() => !root.querySelector('dialog')");
}
