// The report inside the bundle of another site: Vite, webpack and esbuild build it, and the bundle shows the report and its
// dialogs. Where a bundler has left a file behind, the failure says so. On a server the script does nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledSites } from "./support/bundles.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { DIST, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const VIEW = "country=BT&year=2022";

let server;
before(async () => {
  server = await serve();
  if (!process.env.OUTREACH_ENGINE) return;
  const folder = await bundledSites(VIEW);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    server.add(`/sites/${relative(folder, path).replaceAll("\\", "/")}`, readFileSync(path));
  }
});
after(() => server.close());

test("imported on a server, the scripts define nothing and throw nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "outreach-server-"));
  try {
    // Node takes a file for a module by its extension or its package, which the built files have not.
    const copies = ["outreach-report", "outreach-report-dialogs"].map((name) => {
      const copy = join(folder, `${name}.mjs`);
      copyFileSync(join(DIST, `${name}.js`), copy);
      return pathToFileURL(copy).href;
    });
    const script = `for (const copy of ${JSON.stringify(copies)}) await import(copy); console.log(typeof customElements, typeof document);`;
    assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim(), "undefined undefined");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

inEachEngine(() => server, (at) => {
  for (const name of ["vite", "webpack", "module", "classic"]) {
    test(`${name}: the bundle shows the report, its dialogs and links`, async () => {
      const page = at();
      await page.open(`/sites/${name}/index.html`);
      assert.deepEqual(await page.run("() => report.totals"), count(DATA, VIEW));
      await page.run("() => inside.find.button('Share, cite, download').click()");
      await page.until("() => root.querySelector('dialog.dialog[open] .share-link input')");
      assert.ok((await page.run("() => root.querySelector('.share-link input').value")).startsWith(server.origin));
    });
  }

  test("a bundle without the WebAssembly says to copy and not to bundle, by `ready` and by an event", async () => {
    const page = at();
    await page.open("/sites/left/index.html", { ready: false });
    const failure = await page.driver.executeAsyncScript(`const done = arguments[0];
      customElements.whenDefined("outreach-report").then(() => document.querySelector("outreach-report").ready).then(() => done("shown"), done);`);
    assert.equal(failure.code, "wasm-missing");
    assert.match(failure.hint, /Copy, do not bundle/);
    const events = (await page.events()).filter(({ name }) => name === "error");
    assert.deepEqual(events.map(({ detail }) => detail), [failure]);
    assert.ok(await page.run("() => document.getElementById('fallback').checkVisibility()"));
  });
});
