// The bare kernel of this benchmark, in `bench/kernel`.

import start, { Kernel } from "bench-kernel";
import { FACETS } from "../data.mjs";

export const name = "bare kernel";

export async function boot() {
  await start({ module_or_path: "/bench/kernel.wasm" });
}

export function load(data) {
  const kernel = new Kernel(data.low);
  for (const { name, values, sets } of FACETS) {
    if (sets) kernel.add_sets(data[name], values);
    else kernel.add_codes(data[name], values);
  }
  return {
    change(step) {
      FACETS.forEach(({ name }, facet) => {
        if (step[name]) kernel.filter(facet, Uint8Array.from(step[name]));
      });
      return kernel.count();
    },
  };
}
