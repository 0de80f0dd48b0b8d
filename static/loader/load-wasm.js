// Loads the WebAssembly of the report, once for all reports of a page, and finds out why when that fails. What is
// thrown is a code with a detail; the words for it are in the dialogs' module.

import { initSync, onPanic } from "outreach-report-glue";
import * as files from "./files.js";

let started;

/** Resolves when the WebAssembly can be used. `panicked` is called if it ever stops. */
export function loadWasm(panicked) {
  started ??= load().then(
    () => onPanic(panicked),
    (error) => {
      // The next report to be shown tries again: a server may have come back.
      started = undefined;
      throw error;
    },
  );
  return started;
}

async function load() {
  const response = await files.wasm().catch(because("wasm-unreachable"));
  if (!response.ok) throw { code: "wasm-missing", detail: response.status };
  // A server that calls the file by a wrong type is forgiven: then the bytes are taken whole.
  const module = await WebAssembly.compileStreaming(response.clone()).catch(async () => {
    const bytes = await response.arrayBuffer().catch(because("wasm-unreachable"));
    return WebAssembly.compile(bytes).catch(because(cause(bytes)));
  });
  try {
    initSync({ module });
  } catch (error) {
    because(allowed() ? "wasm-mismatch" : "wasm-refused")(error);
  }
}

const because = (code) => (detail) => {
  throw { code, detail };
};

/** Why bytes are no WebAssembly here. */
function cause(bytes) {
  if (!new TextDecoder().decode(bytes.slice(0, 4)).startsWith("\0asm")) return "wasm-wrong";
  return allowed() ? "wasm-damaged" : "wasm-refused";
}

/** Whether the page allows WebAssembly at all: the eight bytes that each begins with are an empty one. */
function allowed() {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
  } catch {
    return undefined;
  }
}
