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

/**
 * A module. `import` takes no hash, but gives what an element with a hash has loaded before it, so that the bytes that
 * run are those that were checked. A browser may remember a module that it could not load, so each attempt has its own
 * address.
 */
export async function module(name, attempt) {
  const address = beside(attempt ? `${name}?${attempt}` : name);
  const given = { integrity: HASHES[name], crossOrigin: "anonymous" };
  if (globalThis.trustedTypes) {
    // A page may require Trusted Types, which leave a script's address to the page. Not every browser looks at the hash
    // of a link, so there the file is checked by itself.
    await checked(name);
    await loaded("link", { rel: "modulepreload", href: address, ...given });
  } else {
    await loaded("script", { type: "module", src: address, ...given });
  }
  return import(address);
}

function loaded(tag, given) {
  const element = Object.assign(document.createElement(tag), given);
  return new Promise((onload, failed) => {
    const onerror = () => failed(new TypeError("a file could not be loaded, or is not that of this version"));
    document.head.append(Object.assign(element, { onload, onerror }));
  }).finally(() => element.remove());
}
