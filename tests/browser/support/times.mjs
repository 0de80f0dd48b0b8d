// Where the time of the tests goes: browsers that start, pages that load, presses, waiting, looking.

/** What is told apart, in the order of the closing table. */
export const KINDS = ["start", "load", "press", "wait", "look"];

const spent = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
let outermost = true;

/** Does some work and adds its time to a kind. Work inside of other work counts for the outer one alone. */
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

/** The milliseconds of each kind so far. */
export function soFar() {
  return { ...spent };
}
