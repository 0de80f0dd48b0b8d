// Loads the WebAssembly of the report, once for all reports of a page, and finds the cause if that fails.
// Invariant: every error thrown is a code with a detail; the sentences for it are in the module of the dialogs.

import { initSync, onPanic } from "outreach-report-glue";
import * as files from "./files.js";

let loading;

/** Resolves when the WebAssembly can be used. `panicked` is called if it panics later. */
export function loadWasm(panicked) {
  loading ??= load().then(
    () => onPanic(panicked),
    (error) => {
      // The next report to be shown tries again: the server may be back by then.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

async function load() {
  const response = await files.wasm().catch(throwing("wasm-unreachable"));
  if (!response.ok) throw { code: "wasm-missing", detail: response.status };
  // If the server sends a wrong MIME type, streaming fails: then the whole file is read before it is compiled.
  const module = await WebAssembly.compileStreaming(response.clone()).catch(async () => {
    const bytes = await response.arrayBuffer().catch(throwing("wasm-unreachable"));
    return WebAssembly.compile(bytes).catch(throwing(invalidCode(bytes)));
  });
  try {
    initSync({ module });
  } catch (error) {
    throwing(isAllowed() ? "wasm-mismatch" : "wasm-refused")(error);
  }
}

/** A function that throws its argument as the detail of a code. */
const throwing = (code) => (detail) => {
  throw { code, detail };
};

/** The code for bytes that could not be compiled. */
function invalidCode(bytes) {
  if (!new TextDecoder().decode(bytes.slice(0, 4)).startsWith("\0asm")) return "wasm-wrong";
  return isAllowed() ? "wasm-damaged" : "wasm-refused";
}

/** Whether the page allows WebAssembly at all. The eight bytes of the header alone are an empty module. */
function isAllowed() {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
  } catch {
    return undefined;
  }
}
