// The failures of a single-file page, with their sentences.

/** A part of the file is missing or was changed. */
export const damaged = () => ({
  code: "file-damaged",
  message: "This file is damaged: a part of it is missing or was changed.",
  hint: "Get it again from where it came from; files are sometimes cut off when they are sent or saved.",
});

/** Explains a failure by its own sentences, if it has any, and otherwise as the module of the dialogs does. */
export const withOwnSentences = (explain) => (failure, scriptAddress) => (failure.detail?.hint ? failure.detail : explain(failure, scriptAddress));
