// The data set as it was on an earlier day: beside the present one, in a folder that has the day's name.

import * as files from "./files.js";

/** The text of a version of the data set of `src`, or of the one that is built in; an empty text where it is not kept.
 * `own` is the version of the present one, whose address may name it: pinned data lie in such a folder themselves. */
export async function earlierData(src, version, own) {
  // A data set that is a part of the page, or lies on the reader's disk, has nothing beside it.
  const now = src === null ? files.data() : src.startsWith("#") ? "" : new URL(src, document.baseURI).href;
  if (!/^https?:/.test(now)) return "";
  const url = new URL(now);
  const names = url.pathname.split("/");
  const file = names.pop();
  if (names.at(-1) === own) names.pop();
  url.pathname = [...names, version, file].join("/");
  const response = await fetch(url).catch(() => undefined);
  return response?.ok ? response.text().catch(() => "") : "";
}
