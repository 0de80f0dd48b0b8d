// Joins modules, the style sheets that they import and wasm-bindgen's JavaScript into one script.
// Invariant: `import.meta.url` survives in modules, because the WebAssembly is found beside them.

import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";

/** The version of the report. */
export const [, version] = /^version = "(.+)"$/m.exec(readFileSync(join(import.meta.dirname, "../../Cargo.toml"), "utf8"));
const COMMON = { bundle: true, minify: true, write: false, charset: "utf8", legalComments: "none", logLevel: "warning", target: "es2022" };

/** The folder of `static` whose modules belong to the dialogs: its generated JavaScript is another than the first view's. */
const DIALOGS = "dialogs";

/** The style sheet of a path, with its imports inside. */
export async function style(path) {
  const result = await build({ ...COMMON, entryPoints: [path], loader: {} }).catch(() => process.exit(1));
  return result.outputFiles[0].text.trim();
}

/**
 * The script that begins with a file of `folder`. `glue` has the generated JavaScript of the first view and of the
 * annex; `instead` names files of `folder` that others stand in for, though not where those others import them; `define`
 * has values of names that the script leaves open.
 */
export async function script(folder, first, { glue = {}, instead = {}, define = {}, format = "esm", target = "es2022" } = {}) {
  const styles = {
    name: "style-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await style(path), loader: "text" }));
    },
  };
  const generated = {
    name: "generated",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^outreach-report-glue$/ }, ({ importer }) => {
        const dialogs = relative(folder, dirname(importer)) === DIALOGS;
        return { path: dialogs ? "outreach-report-dialogs" : "outreach-report", namespace: "generated" };
      });
      onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => ({ contents: glue[path], loader: "js" }));
    },
  };
  const others = {
    name: "instead",
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, importer, resolveDir }) => {
        const other = instead[relative(folder, resolve(resolveDir, path)).replaceAll("\\", "/")];
        return other && relative(folder, importer).replaceAll("\\", "/") !== other ? { path: join(folder, other) } : undefined;
      });
    },
  };
  const entryPoints = [join(folder, first)];
  const values = { VERSION: JSON.stringify(version), ...define };
  const options = { ...COMMON, entryPoints, define: values, format, target, outfile: "script.js", plugins: [styles, generated, others] };
  // esbuild has already said what is wrong and where.
  const result = await build(options).catch(() => process.exit(1));
  return result.outputFiles[0].text;
}
