// Where what the annex needs is: beside the script. Single files and pinned versions bring a place of their own.

import { home } from "./home.js";

/** The WebAssembly of the annex, as the answer of a server. */
export const wasm = () => fetch(new URL("outreach-report-annex_bg.wasm", import.meta.url));

/** The address of the data set that is built in; an empty text where it has none. */
export const data = () => (home() ?? "") && new URL("data/activities.json", home()).href;

/** The page of one file, as text, for a report that is saved. */
export async function template() {
  const answer = await fetch(new URL("report.html", home()));
  return answer.ok ? answer.text() : "";
}
