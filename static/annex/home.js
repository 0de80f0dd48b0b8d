// Where the report's files are on the web, for the code that puts it on another page.

/** The folder of a pinned version, below that of the newest one. */
const PINNED = /\/v\/[^/]+\/$/;

/** The address of the folder, with a slash at its end; nothing where the script or the page has no address there. */
export function home() {
  const here = [import.meta.url, document.baseURI].find((address) => /^https?:/.test(address));
  return here && new URL("./", here).href.replace(PINNED, "/");
}

/** What can be pinned: the text of `version.json`; an empty one where there is none. */
export async function release() {
  const folder = home();
  const answer = folder && (await fetch(new URL("version.json", folder), { cache: "no-cache" }).catch(() => undefined));
  return answer?.ok ? answer.text().catch(() => "") : "";
}
