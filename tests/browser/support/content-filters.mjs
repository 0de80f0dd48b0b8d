// What the content filters of common systems make of pasted code, imitated by their published rules: they wrap lines in
// paragraphs, insert breaks, and remove tags that authors may not use.

/** The tags that WordPress and Drupal take for blocks: they stand outside of paragraphs. */
const WORDPRESS_BLOCKS = "table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address style p h[1-6] hr fieldset legend section article aside hgroup header footer nav figure figcaption details menu summary";
const DRUPAL_BLOCKS = "table thead tfoot caption colgroup tbody tr td th div dl dd dt ul ol li pre select form blockquote address p h[1-6] hr";
const alternatives = (words) => `(?:${words.replaceAll(" ", "|")})`;

/** The tags that stay in a post of a WordPress author without the capability `unfiltered_html`; the most important ones. */
const WORDPRESS_ALLOWED = "a p div span br em strong b i ul ol li h1 h2 h3 h4 h5 h6 blockquote img table thead tbody tr td th figure figcaption code pre hr";
/** The tags of Drupal's format Basic HTML. */
const BASIC_HTML = "a em strong cite blockquote code ul ol li dl dt dd h2 h3 h4 h5 h6 p br span img";
/** The tags that a visual editor without special settings knows. */
const EDITOR = "a p br em strong i b u ul ol li h1 h2 h3 h4 blockquote table thead tbody tr td th figure figcaption img hr";

/** Each filter by what it imitates: `keeps` says whether the element and its script stay. */
export const FILTERS = {
  "WordPress, for authors who may use all tags": { keeps: true, filter: wordpressParagraphs },
  "WordPress, for other authors": { keeps: false, filter: (code) => wordpressParagraphs(withoutTags(code, WORDPRESS_ALLOWED)) },
  "Drupal, Full HTML with line breaks converted": { keeps: true, filter: drupalParagraphs },
  "Drupal, Basic HTML with line breaks converted": { keeps: false, filter: (code) => drupalParagraphs(withoutTags(code, BASIC_HTML)) },
  "CKEditor that allows all tags": { keeps: true, filter: editorParagraphs },
  CKEditor: { keeps: false, filter: (code) => editorParagraphs(withoutTags(withoutScripts(code), EDITOR)) },
  "Moodle, which cleans texts": { keeps: false, filter: (code) => withoutTags(withoutScripts(code), BASIC_HTML) },
};

/** Removes all tags but those allowed. Their content stays. */
function withoutTags(code, allowed) {
  return code.replaceAll(/<\/?([\w-]+)[^>]*>/g, (tag, name) => (allowed.split(" ").includes(name.toLowerCase()) ? tag : ""));
}

/** Removes scripts with their content. */
function withoutScripts(code) {
  return code.replaceAll(/<script\b[^]*?<\/script>/gi, "");
}

/** WordPress's automatic paragraphs (wpautop): blocks get empty lines around them, what is between empty lines becomes a
 * paragraph, and other line ends become breaks. */
function wordpressParagraphs(code) {
  const block = alternatives(WORDPRESS_BLOCKS);
  const spaced = `${code}\n`
    .replaceAll(/<br\s*\/?>\s*<br\s*\/?>/g, "\n\n")
    .replaceAll(new RegExp(`(<${block}[\\s/>])`, "g"), "\n\n$1")
    .replaceAll(new RegExp(`(</${block}>)`, "g"), "$1\n\n")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n\n+/g, "\n\n");
  const paragraphs = spaced.split(/\n\s*\n/).filter(Boolean).map((part) => `<p>${part.replace(/^\n+|\n+$/g, "")}</p>\n`).join("");
  return withoutWrongParagraphs(paragraphs, block, true);
}

/** Drupal's conversion of line breaks: like WordPress's, but for scripts and frames, which stay as they are. */
function drupalParagraphs(code) {
  const block = alternatives(DRUPAL_BLOCKS);
  const parts = code.split(/(<(?:script|style|iframe|pre|object|svg)\b[^>]*>[^]*?<\/(?:script|style|iframe|pre|object|svg)>|<!--[^]*?-->)/i);
  return parts.map((part, index) => {
    if (index % 2 || !part) return part;
    const spaced = `${part.replace(/\n*$/, "")}\n\n`
      .replaceAll(/<br \/>\s*<br \/>/g, "\n\n")
      .replaceAll(new RegExp(`(<${block}[^>]*>)`, "g"), "\n$1")
      .replaceAll(new RegExp(`(</${block}>)`, "g"), "$1\n\n")
      .replaceAll(/\n\n+/g, "\n\n")
      .replaceAll(/^\n|\n\s*\n$/g, "");
    return withoutWrongParagraphs(`<p>${spaced.replaceAll(/\n\s*\n\n?(.)/g, "</p>\n<p>$1")}</p>\n`, block, true);
  }).join("");
}

/** Removes paragraphs that are empty or hold a block, and adds breaks. */
function withoutWrongParagraphs(text, block) {
  const kept = [];
  return text
    .replaceAll(/<p>\s*<\/p>\n?/g, "")
    .replaceAll(new RegExp(`<p>\\s*(</?${block}[^>]*>)\\s*</p>`, "g"), "$1")
    .replaceAll(new RegExp(`<p>\\s*(</?${block}[^>]*>)`, "g"), "$1")
    .replaceAll(new RegExp(`(</?${block}[^>]*>)\\s*</p>`, "g"), "$1")
    .replaceAll(/<(script|style|svg|math)\b[^]*?<\/\1>/g, (code) => `\0${kept.push(code) - 1}\0`)
    .replaceAll(/(?<!<br \/>)\s*\n/g, "<br />\n")
    .replaceAll(new RegExp(`(</?${block}[^>]*>)\\s*<br />`, "g"), "$1")
    .replaceAll(/<br \/>(\s*<\/?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)/g, "$1")
    .replaceAll(/\n<\/p>$/g, "</p>")
    .replaceAll(/\0(\d+)\0/g, (_, index) => kept[index]);
}

/** A visual editor: everything at the top is in a paragraph, and a block inside of something else begins a new one. */
function editorParagraphs(code) {
  const apart = code.trim().replaceAll(/\s*<p\b[^>]*>/g, "</p><p>").replaceAll("</p>", "</p><p>").replaceAll(/\s*\n\s*/g, " ");
  return `<p>${apart}</p>`.replaceAll("</p><p></p>", "</p>").replaceAll(/<p>\s*<\/p>/g, "");
}
