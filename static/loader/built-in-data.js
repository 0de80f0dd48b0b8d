// Makes JSON of the built-in data set, which is packed as lines, column by column (`src/locale/pack_data.rs`).
// Invariant: the JSON means the same as the published file; every build compares them (`xtask/npm/built-in-data.mjs`).

/** The data set as JSON. */
export const unpacked = (text) => JSON.stringify(rows(text.split("\n").reverse(), 1)[0]);

/** What the sign ^ stands for in a field: a part that repeats other fields of the row. */
const REPEATED = {
  id: ({ countries, date }) => `${countries[0]}-${date.slice(0, 7)}`.toLowerCase(),
  url: ({ title }) => title.toLowerCase().replace(/[^a-z\d]/gu, (sign) => (sign === ":" ? "_" : "-")),
};

/** The rows of the table that begins with the next line, which is the last of `lines`. */
function rows(lines, count) {
  const table = Array.from({ length: count }, () => ({}));
  for (let header; (header = lines.pop()); ) {
    const [, name, kind] = /(\w+)(.*)/.exec(header);
    const values = table.map(() => lines.pop());
    const inner = /[[{]/.test(kind) && rows(lines, values.reduce((sum, length) => sum + +length, 0)).reverse();
    const read = kind[0] === "#" ? Number : (text, row) => (text.includes("^") ? text.replace("^", REPEATED[name](row)) : text);
    table.forEach((row, index) => {
      const value = values[index];
      if (!value) return;
      if (inner) row[name] = kind === "{" ? inner.pop() : inner.splice(-value).reverse();
      else row[name] = /,/.test(kind) ? value.split("\t").map((text) => read(text)) : read(value, row);
    });
  }
  return table;
}
