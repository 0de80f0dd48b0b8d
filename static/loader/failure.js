// Failures, as the event, the promise and the notice give them: code, message and hint.
// Invariant: nothing that goes wrong here keeps `ready` from being rejected.

import * as files from "./files.js";
import { scriptAddress } from "./script-address.js";

/** Used if the module with the sentences for failures cannot be loaded either. */
const UNKNOWN_FAILURE = { message: "The report could not be shown.", hint: "Load the page again." };

/** An error as a code with a detail. Rust throws both as lines of a text. */
export function failureOf(error) {
  if (typeof error === "string") {
    const [code, ...detail] = error.split("\n");
    return { code, detail };
  }
  return typeof error?.code === "string" ? error : { code: "failed", detail: error };
}

/** A failure with its sentences. */
export async function explained(failure) {
  try {
    return (await files.dialogs()).explain(failure, scriptAddress);
  } catch {
    return { code: failure.code, ...UNKNOWN_FAILURE };
  }
}
