// The address of this script, beside which the other files of the report are.
// In a bundle `import.meta.url` is empty (a bundle that is no module) or names a file of the machine that made the bundle
// (webpack): then it is the bundle's own address, or the page's.

const page = globalThis.document;
const { url } = import.meta;

/** The address of this script. */
export const scriptAddress = [url, page?.currentScript?.src, page?.baseURI].find((address) => /^http/.test(address)) ?? url;
