// Where the report's files are on the web, for the code that puts it on another page.

/** The folder of a pinned version, below that of the newest one. */
const PINNED = /\/v\/[^/]+\/$/;

/** The address of the folder, with a slash at its end; `undefined` where neither the script nor the page has a web address. */
export function reportFolder() {
  const here = [import.meta.url, document.baseURI].find((address) => /^https?:/.test(address));
  return here && new URL("./", here).href.replace(PINNED, "/");
}

/** The text of `version.json`, which says what can be pinned; an empty text where there is none. */
export async function release() {
  const folder = reportFolder();
  const response = folder && (await fetch(new URL("version.json", folder), { cache: "no-cache" }).catch(() => undefined));
  return response?.ok ? response.text().catch(() => "") : "";
}
