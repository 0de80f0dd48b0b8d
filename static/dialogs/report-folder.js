// The address of the report's files on the web, for the code that embeds the report in another page.

/** The folder of a pinned version, inside that of the newest one. */
const PINNED = /\/v\/[^/]+\/$/;

/** The address of the newest version's folder, with a slash at its end; `undefined` if neither the script nor the page
 * is on the web. */
export function reportFolder() {
  const address = [import.meta.url, document.baseURI].find((candidate) => /^https?:/.test(candidate));
  return address && new URL("./", address).href.replace(PINNED, "/");
}

/** The text of `version.json`, which names the release that can be pinned; an empty text if there is none, `undefined` if
 * this page could not ask. */
export async function release() {
  const folder = reportFolder();
  if (!folder) return "";
  const response = await fetch(new URL("version.json", folder), { cache: "no-cache" }).catch(() => undefined);
  return response?.ok ? response.text().catch(() => undefined) : response && "";
}
