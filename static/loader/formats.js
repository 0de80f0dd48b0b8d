// The browser's Intl for one language, in the form that the WebAssembly calls (`Formats` in `src/locale`).

/** Combining marks, which search ignores. */
const MARKS = /\p{M}+/gu;

/** The function with a cache of its results: the screen formats the same numbers, names and dates at each change. */
function cached(format) {
  const results = new Map();
  return (...args) => {
    const key = args.join();
    if (!results.has(key)) results.set(key, format(...args));
    return results.get(key);
  };
}

/** The formats of a language tag such as `en-GB`. */
export function formats(tag) {
  const numbers = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  const collator = new Intl.Collator(tag, { numeric: true });
  // Browsers older than 2021 have no country names: the code is shown.
  const countries = Intl.DisplayNames && new Intl.DisplayNames(tag, { type: "region", fallback: "none" });
  // Creating a DateTimeFormat is slow.
  const dateFormats = cached((length) => {
    const fields = { year: "numeric", timeZone: "UTC" };
    if (length > 4) fields.month = "long";
    if (length > 7) fields.day = "numeric";
    return new Intl.DateTimeFormat(tag, fields);
  });
  return {
    number: cached((n) => numbers.format(n)),
    plural: (n) => plurals.select(n),
    // The texts come as lines, each ended by a line feed.
    ranks(lines) {
      const texts = lines.split("\n").slice(0, -1);
      const sorted = [...texts.keys()].sort((a, b) => collator.compare(texts[a], texts[b]));
      const ranks = new Uint32Array(texts.length);
      let rank = 0;
      sorted.forEach((row, index) => {
        if (index && collator.compare(texts[sorted[index - 1]], texts[row])) rank = index;
        ranks[row] = rank;
      });
      return ranks;
    },
    country: cached((code) => countries?.of(code)),
    upper: (text) => text.toLocaleUpperCase(tag),
    lower: (text) => text.toLocaleLowerCase(tag),
    // JavaScript lowercases a sigma at the end of a word to its final form, which would not match one inside a word.
    fold: (text) => text.normalize("NFKD").replace(MARKS, "").toUpperCase().toLowerCase().replaceAll("ς", "σ"),
    // Dates are texts such as 2023-10: the length gives the precision.
    date: cached((first, last) => {
      const format = dateFormats(first.length);
      return first === last ? format.format(new Date(first)) : format.formatRange(new Date(first), new Date(last));
    }),
  };
}
