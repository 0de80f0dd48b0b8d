// What `cargo xtask serve` adds to each page: it says that this is a development build, shows why a build failed, and
// loads the page again after a build. The server here sends the events that the test asks for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { until } from "./support/page.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const SCRIPT = readFileSync(join(import.meta.dirname, "../../xtask/src/serve/reload.js"), "utf8");
const ADDED = '<script src="/development/reload.js"></script>';

let server;
let build = 1;
const listeners = new Set();
const send = (name, ...lines) => {
  const event = `event: ${name}\n${[build, ...lines].map((line) => `data: ${line}\n`).join("")}\n`;
  listeners.forEach((response) => response.write(event));
};
before(async () => {
  const http = createServer(({ url }, response) => {
    if (url === "/development/events") {
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      response.writeHead(200, { "content-type": "text/event-stream" });
      return send("ready");
    }
    const script = url === "/development/reload.js";
    response.writeHead(200, { "content-type": `text/${script ? "javascript" : "html"}; charset=utf-8`, "cache-control": "no-cache" });
    const frame = url === "/" ? `<iframe src="/frame.html"></iframe>` : "";
    response.end(script ? SCRIPT.replaceAll("BUILD", build) : `<!doctype html><title>A page</title><link rel="icon" href="data:,"><p>A page</p>${frame}\n${ADDED}`);
  });
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  server = { origin: `http://127.0.0.1:${http.address().port}`, close: () => (http.closeAllConnections(), new Promise((resolve) => http.close(resolve))) };
});
after(() => server.close());

/** The text of the bar at the bottom of the page. */
const BAR = "document.querySelector('development-build')?.shadowRoot.textContent ?? ''";

inEachEngine(() => server, (at) => {
  test("the page says that it is a development build, shows a failure as text, and is loaded again with its view", async () => {
    const page = at();
    await page.open("/#country=BT", { ready: false });
    await page.until(`() => /^Development build: larger and slower/.test(${BAR})`);
    assert.equal(await page.run("() => frames[0].document.querySelectorAll('development-build').length"), 0, "nothing in a frame");
    await until(() => listeners.size > 0, "a page that listens");
    send("building");
    await page.until(`() => /building …/.test(${BAR})`);
    send("failed", "error[E0308]: mismatched types", "  --> src/lib.rs:1:1", "expected <b>bool</b>");
    await page.until(`() => /could not be built.*error\\[E0308\\]: mismatched types\\n  --> src\\/lib.rs:1:1\\nexpected <b>bool/s.test(${BAR})`);
    assert.equal(await page.run("() => document.querySelector('development-build').shadowRoot.querySelectorAll('b').length"), 0);
    await page.run("() => (window.isOld = true)");
    build += 1;
    send("ready");
    await page.until(`() => !window.isOld && /^Development build: larger and slower/.test(${BAR})`);
    assert.equal(await page.run("() => location.hash"), "#country=BT");
  });
});
