// Files of a pinned version: their bytes are known, and what comes with others is refused.

/* global HASHES -- the build writes it in: each file with the hash of its bytes. */

const beside = (name) => new URL(name, import.meta.url).href;

/** A file as the answer of a server. One whose bytes are not those of this version is refused by the browser, which
 * does not say why: what can be fetched without its hash has been changed. */
export async function checked(name) {
  try {
    return await fetch(beside(name), { integrity: HASHES[name] });
  } catch (error) {
    const other = await fetch(beside(name)).catch(() => undefined);
    if (other && !other.ok) return other;
    throw other ? { changed: name } : error;
  }
}

/** A module. A browser may remember one that it could not load, so each attempt has its own address. */
export async function module(name, attempt) {
  const address = beside(attempt ? `${name}?${attempt}` : name);
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    // What is loaded in advance is what `import` then gives, so the bytes that run are those that were checked.
    await new Promise((loaded, failed) => {
      Object.assign(link, { rel: "modulepreload", href: address, integrity: HASHES[name], crossOrigin: "anonymous", onload: loaded });
      link.onerror = () => failed(new TypeError(`${name} could not be loaded, or is not that of this version`));
      document.head.append(link);
    }).finally(() => link.remove());
  } else {
    await checked(name);
  }
  return import(address);
}
