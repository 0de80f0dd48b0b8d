// Bundles modules, the style sheets that they import and wasm-bindgen's JavaScript into one script.
// Invariant: `import.meta.url` stays in bundled modules, because they load the WebAssembly from their own folder.

import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";

/** The version of the report. */
export const [, version] = /^version = "(.+)"$/m.exec(readFileSync(join(import.meta.dirname, "../../Cargo.toml"), "utf8"));
/** The scripts that are loaded later: importing one does not bring it into the bundle. */
const LOADED_LATER = ["./outreach-report-dialogs.js"];
const COMMON = { bundle: true, external: LOADED_LATER, minify: true, write: false, charset: "utf8", legalComments: "none", logLevel: "warning", target: "es2022" };

/** The folder in `static` whose modules belong to the dialogs. The dialogs and the report each have their own generated
 * JavaScript. */
const DIALOGS = "dialogs";

/** The minified style sheet at a path, with its imports. */
export async function style(path) {
  const result = await build({ ...COMMON, entryPoints: [path], loader: {} }).catch(() => process.exit(1));
  return result.outputFiles[0].text.trim();
}

/**
 * The script whose entry point is a file of `folder`. `glue` has the JavaScript generated for the report and for the
 * dialogs, by name of the WebAssembly. `replacements` maps files of `folder` to the files that replace them; a
 * replacement itself can still import the original. `packedStyles` are the style sheets that are packed in the page, by
 * their index there. `define` has values for global names in the script.
 */
export async function script(folder, entry, { glue = {}, replacements = {}, packedStyles = [], define = {}, format = "esm", target = "es2022" } = {}) {
  const styles = {
    name: "style-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const index = packedStyles.indexOf(relative(folder, path).replaceAll("\\", "/"));
        if (index < 0) return { contents: await style(path), loader: "text" };
        // Becomes a text where one is asked for, inside what tells the reader of a damaged file.
        const contents = `import { unpackText } from "../single/unpack.js"; export default { toString: () => unpackText(${index}) };`;
        return { contents, loader: "js", resolveDir: dirname(path) };
      });
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
  const replaced = {
    name: "replacements",
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, importer, resolveDir }) => {
        const replacement = replacements[relative(folder, resolve(resolveDir, path)).replaceAll("\\", "/")];
        return replacement && relative(folder, importer).replaceAll("\\", "/") !== replacement ? { path: join(folder, replacement) } : undefined;
      });
    },
  };
  const entryPoints = [join(folder, entry)];
  const values = { VERSION: JSON.stringify(version), ...define };
  const options = { ...COMMON, entryPoints, define: values, format, target, outfile: "script.js", plugins: [styles, generated, replaced] };
  // esbuild has already printed the error and its position.
  const result = await build(options).catch(() => process.exit(1));
  return result.outputFiles[0].text;
}
