// The script that sizes frames, however a site includes it: by its address, inside the page, as a part of another file, late,
// on pages that are XML, with frames inside shadow roots. The frames here are small pages that send what the report sends.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const SCRIPT = readFileSync(join(DIST, "embed.js"), "utf8");
/** A frame that sends its height when it is asked, and one that sends it by itself, as a frame that has just loaded does. */
const ASKED = `<!doctype html><title>Frame</title><script>
  const send = () => parent.postMessage({ type: "outreach-report:height", height: 777 }, "*");
  addEventListener("message", ({ data }) => data?.type === "outreach-report:ask" && send());
</script>`;
const EAGER = ASKED.replace("</script>", "send();</script>");

let partner;
let host;
let other;
before(async () => {
  [partner, host, other] = await Promise.all([serve(), serve(), serve()]);
  for (const server of [host, other]) {
    server.add("/embed.html", ASKED);
    server.add("/eager/embed.html", EAGER);
    server.add("/embed.js", SCRIPT);
    server.add("/eager/embed.js", SCRIPT);
    server.add("/frame.html", EAGER);
  }
  host.add("/gone/embed.html", "", { status: 302, headers: { location: `${other.origin}/eager/embed.html` } });
  partner.add("/before.js", `"use strict"; window.began = 1 // and no line end${SCRIPT}window.ended = 1;`);
  partner.add("/first.js", `${SCRIPT}undeclared = 1; window.ended = 1;`);
  const frame = `<iframe src="${host.origin}/embed.html?parts=headline#country=BT" height="400"></iframe>`;
  const show = (name, body, type) => partner.add(`/${name}`, `<!doctype html><html><head><title>A partner</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`, type && { type });
  show("address.html", `${frame}<script src="${host.origin}/embed.js?ver=6.7" defer></script>`);
  show("inlined.html", `${frame}<script>${SCRIPT}</script>`);
  show("inlined-first.html", `<script>${SCRIPT}</script>${frame}`);
  show("module.html", `${frame}<script type="module">${SCRIPT}</script>`);
  show("combined.html", `${frame}<script src="/before.js"></script>`);
  show("combined-first.html", `${frame}<script src="/first.js"></script>`);
  show("broken.html", `${frame}<script>window.WeakSet = undefined; console.error = () => {};</script><script src="/first.js"></script>`);
  const xml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>XML</title><link rel="icon" href="data:,"/></head><body>${frame}<script src="${host.origin}/embed.js"></script></body></html>`;
  partner.add("/xml.xhtml", xml, { type: "application/xhtml+xml" });
  const shadow = `<script>
    const add = (root, address) => root.appendChild(Object.assign(document.createElement("iframe"), { height: 400, src: address }));
    const inner = () => document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" }).appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    window.frames0 = [add(inner(), "${host.origin}/embed.html")];
  </script>`;
  show("shadow.html", `${shadow}<script>onload = () => { ${SCRIPT} window.frames0.push(add(inner(), "${host.origin}/eager/embed.html")); };</script>`);
  const listen = `<script>window.senders = new Set(); addEventListener("message", ({ source }) => senders.add(source));</script>`;
  show("others.html", `${listen}${frame.replace("<iframe", '<iframe id="own"')}
    <iframe src="${host.origin}/frame.html" height="400"></iframe><iframe src="${host.origin}/gone/embed.html" height="400"></iframe>
    <iframe src="about:blank" height="400"></iframe><script>${SCRIPT}</script>`);
  show("folder.html", `${listen}${frame.replace("<iframe", '<iframe id="own"')}<iframe src="${other.origin}/eager/embed.html" height="400"></iframe>
    <iframe src="${host.origin}/eager/embed.html" height="400"></iframe><script src="${host.origin}/embed.js"></script>`);
});
after(() => Promise.all([partner, host, other].map((server) => server.close())));

const INCLUDED = ["address.html", "inlined.html", "inlined-first.html", "module.html", "combined.html", "combined-first.html", "xml.xhtml"];

inEachEngine(() => partner, (at) => {
  test("sizes frames however it is included", async () => {
    const page = at();
    for (const name of INCLUDED) {
      await page.open(`/${name}`, { ready: false });
      await page.until("() => document.querySelector('iframe').style.height === '777px'").catch((error) => assert.fail(`${name}: ${error.message}`));
      if (name.startsWith("combined")) assert.equal(await page.run("() => window.ended"), 1, name);
    }
  });

  test("an error in it does not stop what follows in the same file", async () => {
    const page = at();
    await page.open("/broken.html", { ready: false });
    assert.equal(await page.run("() => window.ended"), 1);
  });

  test("sizes frames inside shadow roots, those that were there and those that come later", async () => {
    const page = at();
    await page.open("/shadow.html", { ready: false });
    await page.until("() => window.frames0.length === 2 && window.frames0.every((frame) => frame.style.height === '777px')");
    // A frame that loads again is asked again.
    await page.run("() => { window.frames0[0].style.height = '100px'; window.frames0[0].src += '?again'; }");
    await page.until("() => window.frames0[0].style.height === '777px'");
  });

  test("changes no frames but those of the report", async () => {
    const page = at();
    for (const name of ["others.html", "folder.html"]) {
      await page.open(`/${name}`, { ready: false });
      await page.until("() => window.senders.size === 3 && document.querySelector('#own').style.height === '777px'");
      assert.deepEqual(await page.run("() => [...document.querySelectorAll('iframe:not(#own)')].map((frame) => frame.style.height).join('')"), "", name);
    }
  });
});
