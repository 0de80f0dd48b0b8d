// Sites that bundle the report, built by Vite, webpack and esbuild. They are kept in `target/test-bundles/` until the built
// files change, because each browser's process needs them and building takes seconds.

import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, page as html } from "./server.mjs";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const KEPT = join(ROOT, "target", "test-bundles");
const SCRIPTS = ["outreach-report.js", "outreach-report-dialogs.js"];
const WASM = ["outreach-report_bg.wasm", "outreach-report-dialogs_bg.wasm"];

/** The folder of the sites `vite`, `webpack`, `module`, `classic` and `left`. The last three are esbuild's: it leaves the
 * WebAssembly where it is. It was copied beside the scripts of the first two, and left behind in the third. */
export async function bundledSites(view) {
  const hash = createHash("sha256").update(readFileSync(import.meta.filename)).update(view);
  for (const name of [...SCRIPTS, ...WASM]) hash.update(readFileSync(join(DIST, name)));
  const name = hash.digest("hex").slice(0, 16);
  const folder = join(KEPT, name);
  if (existsSync(folder)) return folder;
  // Under another name until it is complete: the processes of other browsers may build at the same time.
  const building = join(KEPT, `${name}-${process.pid}`);
  mkdirSync(building, { recursive: true });
  await build(building, view);
  for (const other of readdirSync(KEPT)) if (/^\w+$/.test(other) && other !== name) rmSync(join(KEPT, other), { recursive: true });
  if (existsSync(folder)) rmSync(building, { recursive: true });
  else renameSync(building, folder);
  return folder;
}

async function build(folder, view) {
  const [esbuild, vite, { default: webpack }] = await Promise.all([import("esbuild"), import("vite"), import("webpack")]);
  const sources = join(folder, "sources");
  cpSync(join(DIST, "partners"), join(sources, "partners"), { recursive: true });
  for (const name of [...SCRIPTS, ...WASM]) copyFileSync(join(DIST, name), join(sources, name));
  writeFileSync(join(sources, "main.js"), 'import "./outreach-report.js";\n');
  const out = (name) => join(folder, name);
  const entryPoints = [join(sources, "main.js")];
  const viteSite = join(sources, "partners", "vite");
  const compiled = new Promise((resolve, reject) => {
    const options = { mode: "production", context: sources, entry: "./main.js", output: { path: out("webpack") }, performance: false };
    webpack(options, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve()));
  });
  await Promise.all([
    compiled,
    vite.build({ root: viteSite, configFile: join(viteSite, "vite.config.js"), logLevel: "error", build: { outDir: out("vite") } }),
    esbuild.build({ entryPoints, bundle: true, format: "esm", splitting: true, outdir: out("module"), logLevel: "error" }),
    esbuild.build({ entryPoints, bundle: true, outdir: out("classic"), logLevel: "error" }),
  ]);
  cpSync(out("module"), out("left"), { recursive: true });
  for (const site of ["module", "classic"]) for (const name of WASM) copyFileSync(join(DIST, name), join(out(site), name));
  const report = `<outreach-report view="${view.replace("&", "&amp;")}"><span id="fallback">The fallback of the page.</span></outreach-report>`;
  const tags = { webpack: "defer", module: 'type="module"', classic: "defer", left: 'type="module"' };
  for (const [site, tag] of Object.entries(tags)) writeFileSync(join(out(site), "index.html"), html(report, { script: `<script ${tag} src="main.js"></script>` }));
}
