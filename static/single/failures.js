// What can go wrong in a file that has everything in it, in words.

/** A part of the file is missing or was changed. */
export const damaged = () => ({
  code: "file-damaged",
  message: "This file is damaged: a part of it is missing or was changed.",
  hint: "Get it again from where it came from; files are sometimes cut off when they are sent or saved.",
});

/** The words for a failure: those in the failure itself, or else those of the dialogs' module. */
export const withOwnWords = (explain) => (failure) => (failure.detail?.hint ? failure.detail : explain(failure));
