// Makes the scripts of the benchmark's pages: one for each program that is measured, with everything that it loads.

import { build } from "esbuild";
import { join } from "node:path";

/** The folder of `cargo xtask bench` with the kernel's WebAssembly and JavaScript. */
const KERNEL = process.env.OUTREACH_BENCH_KERNEL;

/** The text of the module `entry`, bundled and minified. */
export async function bundle(entry) {
  const kernel = {
    name: "kernel",
    setup: ({ onResolve }) => onResolve({ filter: /^bench-kernel$/ }, () => ({ path: join(KERNEL, "outreach_report_bench_kernel.js") })),
  };
  const options = { bundle: true, minify: true, write: false, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning", plugins: [kernel] };
  // The report's own script is asked for from the page's server, where the built files lie.
  const result = await build({ ...options, external: ["/outreach-report.js"], define: { "process.env.NODE_ENV": '"production"' }, entryPoints: [join(import.meta.dirname, entry)] });
  return Buffer.from(result.outputFiles[0].contents);
}
