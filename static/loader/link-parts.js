// Takes a fragment or a query apart into the parts of a link and those of others, and mends what mail, chat and
// newsletters do to links on their way: percent-encoding, escapes for HTML, tracking glued to their end.
// Invariant: a link that `encode` in the WebAssembly has written is read unchanged. Values are mended by `decode` there,
// which knows the codes of the data.

/** The beginning of a part of a link. Other scripts use `sort` and `lang` too, so these need a value of links. */
const LINK = /^(?:(?:country|year|sdg|kind|theme|audience|org|donor|project|q|basis|measure|record|was)=|sort=-?(?:date|country|title|people|sdg|source)|lang=(?:en|fr|es|ar|zh|ru)(?![\w-]))/;

/** What stands before a key after a second mark, or after an escape for HTML such as `&amp;`. */
const MARKS = /^(?:[?#]|\w+;)+/;

/** A part that counts visits and says nothing to a report; `secret` is that of WordPress's previews. */
const TRACKING = /^(?:[^=]*_|\w+id=|(?:secret|ref|xtor|igsh)=)/;

/** The parts of a fragment or query, each as an array: its text, and if it is part of a link whose keys have this prefix,
 * that part without the prefix; if not, whether it is tracking. */
export function linkParts(text, prefix = "", rounds = 4) {
  return text.split("&").flatMap((text) => {
    let part = text;
    // Nobody encodes a link more often, and a text of nothing but `%25` must not take long.
    for (let round = 0; round < rounds; round += 1) {
      part = part.replace(MARKS, "");
      if (part.startsWith(prefix) && LINK.test(part.slice(prefix.length))) {
        const [, own, rest] = /^(.*?)(?:&|(?<![?#])[?#]+(?=[\w.-]+=)|$)(.*)/s.exec(part);
        return [[own, own.slice(prefix.length)], ...linkParts(rest, prefix, rounds - 1)];
      }
      // The WebAssembly decodes what is not ASCII.
      part = part.replace(/%([2-7][\da-f])/gi, (_, code) => String.fromCharCode(`0x${code}`));
    }
    return part ? [[text, , TRACKING.test(part)]] : [];
  });
}

/** A link as `decode` reads it. What is not part of a link stays, because a notice names it; but tracking goes. */
export const mendedLink = (text) => linkParts(text).flatMap(([text, link = text, isTracking]) => (isTracking ? [] : link)).join("&");

/** The link as it stands in addresses: signs that mail and chat programs take for those of a sentence are encoded, and so
 * is every sign at its end, where they would be cut off. It decodes to the same view. */
export const addressForm = (link) => link.replace(/[!'()*]|[^a-z\d]$/gi, (sign) => `%${sign.charCodeAt().toString(16)}`);
