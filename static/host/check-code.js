// Reads lines of a page that should show the report, and finds what the site has made of them.
// Invariant: the lines are parsed in a document of its own, in which nothing loads or runs.

const SCRIPT = /\/?outreach-report\.js([?#]|$)/;
const FRAME = /\/?embed\.html([?#]|$)/;

/** Whether a text is lines of a page and not an address. */
export const isCode = (text) => /<[a-z!]/i.test(text);

/** What is found in lines of the page at an address: a code, the address in the script's tag, and the address to try next, if
 * there is one. */
export function checkCode(text, pageAddress) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const withSource = (selector, pattern) => [...page.querySelectorAll(selector)].find((element) => pattern.test(element.getAttribute("src")));
  const script = withSource("script[src]", SCRIPT);
  const frame = withSource("iframe[src]", FRAME);
  const src = (script ?? frame)?.getAttribute("src");
  return { code: codeOf(text, script, frame, page.querySelector("outreach-report")), src, url: src && absolute(src.split("#")[0], pageAddress) };
}

function codeOf(text, script, frame, element) {
  if (!script && !element) return frame ? "frame-only" : "nothing";
  if (!script) return "no-script";
  if (!element) return "no-element";
  const type = script.getAttribute("type")?.trim().toLowerCase() ?? "";
  if (/^$|javascript|ecmascript/.test(type)) return "not-module";
  if (type !== "module") return "held-back";
  if (/<outreach-report\b[^>]*\/>/i.test(text)) return "not-ended";
  // A filter has ended the paragraph, and with it the element, before the fallback.
  return /<p\b[^>]*>(?:(?!<\/p>)[^])*<outreach-report\b[^>]*>\s*(?:<br[^>]*>\s*)?<\/p>/i.test(text) ? "fallback-outside" : "fine";
}

function absolute(address, base) {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
