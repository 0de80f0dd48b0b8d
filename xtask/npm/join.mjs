// Joins hand-written JavaScript, the style sheet it imports and wasm-bindgen's JavaScript into one module.
// Invariant: `import.meta.url` survives, because the Wasm is found beside the module.
// Called by `cargo xtask join` with the hand-written file and the generated one, which is replaced.

import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { shorten } from "./shorten.mjs";

const [first, glue] = process.argv.slice(2);
const [, version] = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const common = { bundle: true, minify: true, write: false, charset: "utf8", legalComments: "none", logLevel: "warning" };

// A style sheet is bundled first, so that its own imports are inside, and then becomes a text of the module.
const styleAsText = {
  name: "style-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const result = await build({ ...common, entryPoints: [path], target: "es2022", loader: {} });
      return { contents: result.outputFiles[0].text.trim(), loader: "text" };
    });
  },
};

const wasm = glue.replace(/\.js$/, "_bg.wasm");
const short = shorten(readFileSync(wasm), readFileSync(glue, "utf8"));
writeFileSync(wasm, short.wasm);
writeFileSync(glue, short.javascript);

await build({
  ...common,
  entryPoints: [first],
  alias: { "outreach-report-glue": glue },
  outfile: glue,
  write: true,
  allowOverwrite: true,
  format: "esm",
  target: "es2022",
  define: { VERSION: JSON.stringify(version) },
  plugins: [styleAsText],
}).catch(() => process.exit(1)); // esbuild has already said what is wrong and where.
