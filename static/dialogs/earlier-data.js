// Fetches the data set of an earlier day. It is in the folder of the current one, in a subfolder named after the day.

import { decodeText } from "../loader/decode-text.js";
import * as files from "./files.js";

/** The text of a version of the data set of `src`, or of the embedded one; an empty text if the version is not published,
 * `undefined` if this page could not ask. `ownVersion` is the version of the current data set, which may itself be in a subfolder of that name:
 * pinned data are. */
export async function earlierData(src, version, ownVersion) {
  // A data set inside the page or on the reader's disk has no earlier versions.
  const current = !src ? files.data() : src.startsWith("#") ? "" : new URL(src, document.baseURI).href;
  if (!/^https?:/.test(current)) return "";
  const url = new URL(current);
  const names = url.pathname.split("/");
  const file = names.pop();
  if (names.at(-1) === ownVersion) names.pop();
  url.pathname = [...names, version, file].join("/");
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) return response && "";
  const bytes = await response.arrayBuffer().catch(() => undefined);
  return bytes && decodeText(bytes, response.headers.get("content-type"));
}
