// What the browser's Intl knows of a language, in the form that the WebAssembly asks for (`Formats` in `src/locale`).

/** Combining marks, which searching does without. */
const MARKS = /\p{M}+/gu;

/** A function that keeps its answers: the screen asks for the same numbers, names and dates at each change. */
function kept(answer) {
  const answers = new Map();
  return (...asked) => {
    const key = asked.join();
    if (!answers.has(key)) answers.set(key, answer(...asked));
    return answers.get(key);
  };
}

/** The formats of a language tag such as `en-GB`. */
export function formats(tag) {
  const numbers = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  const order = new Intl.Collator(tag, { numeric: true });
  // Browsers older than 2021 have no names of countries: the code is shown.
  const countries = Intl.DisplayNames && new Intl.DisplayNames(tag, { type: "region", fallback: "none" });
  // A format is costly to make.
  const dates = kept((length) => {
    const fields = { year: "numeric", timeZone: "UTC" };
    if (length > 4) fields.month = "long";
    if (length > 7) fields.day = "numeric";
    return new Intl.DateTimeFormat(tag, fields);
  });
  return {
    number: kept((n) => numbers.format(n)),
    plural: (n) => plurals.select(n),
    // Texts come as lines, each ended by a line feed.
    ranks(lines) {
      const texts = lines.split("\n").slice(0, -1);
      const places = [...texts.keys()].sort((a, b) => order.compare(texts[a], texts[b]));
      const ranks = new Uint32Array(texts.length);
      let rank = 0;
      places.forEach((place, at) => {
        if (at && order.compare(texts[places[at - 1]], texts[place])) rank = at;
        ranks[place] = rank;
      });
      return ranks;
    },
    country: kept((code) => countries?.of(code)),
    upper: (text) => text.toLocaleUpperCase(tag),
    lower: (text) => text.toLocaleLowerCase(tag),
    // JavaScript writes a sigma at the end of a word in its final form, which would hide it inside a word.
    fold: (text) => text.normalize("NFKD").replace(MARKS, "").toUpperCase().toLowerCase().replaceAll("ς", "σ"),
    // Dates are texts such as 2023-10, as exact as they are long.
    date: kept((first, last) => {
      const format = dates(first.length);
      return first === last ? format.format(new Date(first)) : format.formatRange(new Date(first), new Date(last));
    }),
  };
}
