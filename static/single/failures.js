// What can go wrong in a file that has everything in it, in words.

import * as others from "../loader/failures.js";

/** A part of the file is missing or was changed. */
export const damaged = () => ({
  code: "file-damaged",
  message: "This file is damaged: a part of it is missing or was changed.",
  hint: "Get it again from where it came from; files are sometimes cut off when they are sent or saved.",
});

/** The browser cannot read what the file holds. */
export const old = () => ({
  code: "browser-old",
  message: "This browser is too old for this report.",
  hint: "It opens in Chrome and Edge from version 103, Firefox from 113 and Safari from 16.4.",
});

/** A failure as events, the promise and the notice tell it. */
export function explain(kind, detail, address) {
  return detail?.code && detail.hint ? detail : others.explain(kind, detail, address);
}
