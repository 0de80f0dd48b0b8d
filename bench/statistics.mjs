// Medians, percentiles and how times and sizes are written.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

/** The number in the middle. */
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];

/** The number that 95 of 100 do not exceed. */
export const p95 = (numbers) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * 0.95))];

/** Milliseconds, with as many digits as a reader can use. */
export function ms(time) {
  if (time == null) return "–";
  return `${time < 0.1 ? time.toFixed(3) : time < 10 ? time.toFixed(2) : Math.round(time).toLocaleString("en")} ms`;
}

/** How many times as long. */
export const times = (ratio) => (ratio === undefined || !Number.isFinite(ratio) ? "–" : `${ratio < 1 ? ratio.toPrecision(2) : ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en")} ×`);

/** Bytes in units of a thousand. */
export const kilobytes = (bytes) => (bytes == null ? "–" : `${Math.round(bytes / 1000).toLocaleString("en")} KB`);

/** Bytes in units of a million. */
export const megabytes = (bytes) => (bytes == null ? "–" : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** A table in Markdown. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map((_, index) => (index ? "--:" : "---")).join("|")}|`, ...rows.map(line)].join("\n");
}
