// Loads the files of a pinned version.
// Invariant: a file whose bytes are not those of this version is refused.

/* global HASHES -- defined by the build: the hash of each file's bytes, by file name. */

/** The address of a file in the folder of this script. */
const fileUrl = (name) => new URL(name, import.meta.url).href;

/** A file as a `Response`. If its bytes are not those of this version, the browser refuses it without giving the cause:
 * a file that can be fetched without its hash has been changed. */
export async function checked(name) {
  try {
    return await fetch(fileUrl(name), { integrity: HASHES[name] });
  } catch (error) {
    const unchecked = await fetch(fileUrl(name)).catch(() => undefined);
    if (unchecked && !unchecked.ok) return unchecked;
    throw unchecked ? { changed: name } : error;
  }
}

/**
 * A module. `import` takes no hash, but returns the module that an element with a hash has loaded before: the bytes
 * that run are the bytes that were checked. Browsers may cache a failure to load a module, so each attempt has its own
 * address.
 */
export async function module(name, attempt) {
  const address = fileUrl(attempt ? `${name}?${attempt}` : name);
  const attributes = { integrity: HASHES[name], crossOrigin: "anonymous" };
  if (globalThis.trustedTypes) {
    // A page may require Trusted Types, under which only the page may set a script's address: a link loads the module
    // instead. Not every browser checks the hash of a link, so the file is also fetched with its hash.
    await checked(name);
    await load("link", { rel: "modulepreload", href: address, ...attributes });
  } else {
    await load("script", { type: "module", src: address, ...attributes });
  }
  return import(address);
}

/** Adds an element to the head, and removes it when it has loaded or failed. */
function load(tag, attributes) {
  const element = Object.assign(document.createElement(tag), attributes);
  return new Promise((onload, reject) => {
    const onerror = () => reject(new TypeError("a file could not be loaded, or is not that of this version"));
    document.head.append(Object.assign(element, { onload, onerror }));
  }).finally(() => element.remove());
}
