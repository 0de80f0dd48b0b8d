// What can go wrong in a file that has everything in it, in words.

/** A part of the file is missing or was changed. */
export const damaged = () => ({
  code: "file-damaged",
  message: "This file is damaged: a part of it is missing or was changed.",
  hint: "Get it again from where it came from; files are sometimes cut off when they are sent or saved.",
});

/** The browser cannot read what the file holds. */
export const old = () => ({
  code: "browser-old",
  message: "This browser is too old for the report.",
  hint: "It opens in Chrome and Edge from version 123, Firefox from 120 and Safari from 17.5.",
});

/** The words for a failure: those that stand in the failure itself, or else the annex's. */
export const worded = (explain) => (fault) => (fault.detail?.hint ? fault.detail : explain(fault));
