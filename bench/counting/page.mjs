// The page of the counting part, which measures one program at one size. The page is loaded anew for each, so that none
// pays for the memory that another left behind.
//
// Invariant: nothing is timed before every result of every change has been compared with the expected one.

import { records } from "./data.mjs";
import { STEPS } from "./steps.mjs";

/** Rounds through all changes: at most, and the seconds after which no further one begins. */
const ROUNDS = { most: 8, seconds: 3 };

/** Measures the program in the module `/bench/<peer>.js` with so many records. */
window.measure = async (peer, count, { rounds = ROUNDS, memory = true, kind } = {}) => {
  const empty = memory ? await used() : undefined;
  const expected = new Float64Array(await (await fetch(`/bench/expected-${count}.bin`)).arrayBuffer());
  const began = performance.now();
  const module = await import(`/bench/${peer}.js`);
  await module.boot?.();
  const booted = performance.now();
  let data = records(count);
  const generated = performance.now();
  const program = await module.load(data, kind);
  await program.change({});
  const loaded = performance.now();
  data = undefined;
  // What only the report counts has no other program to compare it with; its tests do that.
  if (!program.unchecked) await check(program, expected);
  const steps = program.steps ?? STEPS;
  const held = memory ? await used() : undefined;
  const times = steps.map(() => []);
  const start = performance.now();
  for (let round = 0; round < rounds.most && performance.now() - start < rounds.seconds * 1000; round += 1) {
    await program.begin?.();
    for (const [index, step] of steps.entries()) {
      await turn();
      const before = performance.now();
      await program.change(step);
      if (step.timed !== false) times[index].push(performance.now() - before);
    }
  }
  endWorkers();
  return { boot: booted - began, load: loaded - generated, memory: memory ? held - empty : undefined, times };
};

/** Compares every result of every change with the expected one. */
async function check(program, expected) {
  const length = expected.length / STEPS.length;
  for (const [index, step] of STEPS.entries()) {
    const counted = await program.change(step);
    const result = program.read ? program.read() : counted;
    if (result.length !== length) throw new Error(`change ${index + 1}: ${result.length} numbers in place of ${length}`);
    for (let place = 0; place < length; place += 1) {
      const right = expected[index * length + place];
      if (result[place] !== right) throw new Error(`change ${index + 1} (${JSON.stringify(step)}), number ${place}: ${result[place]} in place of ${right}`);
    }
  }
}

/** The bytes that the page and its workers use, with the memories of WebAssembly. */
async function used() {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return bytes + (await wasmMemory());
}

/** Lets the browser do what waits. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
