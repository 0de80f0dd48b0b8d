// The report's own counting, in the WebAssembly that readers get.

export const name = "Outreach Report";

export function load() {
  throw new Error("the shipped WebAssembly cannot be handed columns yet");
}
