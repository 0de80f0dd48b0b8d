// Fetches a file of a report as a page on another host would, and finds out why it is not allowed to.
// Invariant: the result is a code with numbers and types, and the bytes if they could be read.

const OPTIONS = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };

/** Set when the Content-Security-Policy of this page, not that of the other host, has blocked something. */
let blocked = false;
document.addEventListener("securitypolicyviolation", () => (blocked = true));

/** Whether this page's own policy has blocked something. The event of a violation is dispatched only after the request that
 * it blocks has failed. */
export async function isBlockedHere() {
  await new Promise((resolve) => setTimeout(resolve));
  return blocked;
}

/** Whether a promise is fulfilled. */
const works = (promise) => promise.then(() => true, () => false);

/** Fetches an address. */
export async function tryFetch(address) {
  try {
    const response = await fetch(address, OPTIONS);
    if (!response.ok) return { code: "status", status: response.status };
    const mime = (response.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
    return { code: "fine", mime, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    if (await isBlockedHere()) return { code: "policy" };
  }
  if (await works(fetch(address, { ...OPTIONS, mode: "no-cors" }))) return { code: (await isCachedWithoutHeader(address)) ? "cached" : "cors" };
  // Any answer of the host shows that it is there, and that it keeps only this file from other hosts.
  return { code: (await works(fetch(new URL("/", address), { ...OPTIONS, mode: "no-cors" }))) ? "corp" : "unreachable" };
}

/** Whether the server allows what a cache on the way does not: an address that was never asked for passes the cache. */
async function isCachedWithoutHeader(address) {
  const fresh = new URL(address);
  fresh.searchParams.set("check", Math.random().toString(36).slice(2));
  return works(fetch(fresh, OPTIONS).then(({ ok }) => ok || Promise.reject()));
}

/** Whether the browser itself has kept an answer that it may not use. */
export async function isKeptWithoutHeader(address) {
  return !(await works(fetch(address, { ...OPTIONS, cache: "default" })));
}

/** The hash of each built file by its name, from `version.json`; none if the host does not have that file. */
export async function builtHashes(folder) {
  try {
    const { files } = await (await fetch(new URL("version.json", folder), OPTIONS)).json();
    return files ?? {};
  } catch {
    return {};
  }
}

/** Whether the bytes at an address are not those of a hash such as `sha384-…`. */
export async function isChanged(address, bytes, integrity) {
  if (!integrity) return false;
  // Missing on pages without https: there the browser compares while it fetches once more.
  if (!globalThis.crypto?.subtle) return !(await works(fetch(address, { ...OPTIONS, integrity })));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return integrity !== `sha384-${btoa(String.fromCharCode(...digest))}`;
}
