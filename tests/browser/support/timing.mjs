// Measures where the time of the tests goes: starting browsers, loading pages, presses, waiting, reading the page.

/** The kinds of time, in the order of the summary's table. */
export const KINDS = ["start", "load", "press", "wait", "look"];

const spent = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
let outermost = true;

/** Runs a function and adds its time to a kind. Time inside another `timed` call counts only for the outer one. */
export async function timed(kind, work) {
  if (!outermost) return work();
  outermost = false;
  const start = performance.now();
  try {
    return await work();
  } finally {
    spent[kind] += performance.now() - start;
    outermost = true;
  }
}

/** The milliseconds of each kind up to now. */
export function timeSpent() {
  return { ...spent };
}
