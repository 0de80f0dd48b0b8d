// What pages say of themselves to others once their address is known: where they really are (canonical, Open Graph), and
// how they are embedded (oEmbed). All of it must be absolute, so without an address none of it is written.
//
// `cargo xtask build` does this when OUTREACH_ADDRESS is set. For files that are built already:
//   node xtask/npm/address.mjs dist https://reports.example.org/outreach/

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The picture that others show with a link, if the build has made one. */
const PICTURE = "picture.png";
const SIZE = { width: 800, height: 1200 };
/** A day: how long others may keep what they have read. */
const KEPT = 86_400;
/** Downloads, and links to the sources; nothing else leaves the frame. */
const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

/** Writes the address into the built files of a folder. */
export function publish(folder, address) {
  const base = read(address);
  const file = join(folder, "index.html");
  const page = readFileSync(file, "utf8");
  if (page.includes('rel="canonical"')) throw new Error(`${file} has an address already; build it anew`);
  // As it stands in the page, where it is escaped already.
  const title = page.match(/<meta property="og:title" content="([^"]*)"/)?.[1];
  // Among what the build says about the report, if it says more, or else at the end of the head.
  const end = page.includes("<!-- /about -->") ? "<!-- /about -->" : "</head>";
  if (!title || page.split(end).length !== 2) throw new Error(`${file} has no head with og:title in it`);
  const at = (name) => escape(new URL(name, base).href);
  const lines = [
    `<link rel="canonical" href="${at("")}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${at("oembed.json")}" title="${title}" />`,
    `<meta property="og:url" content="${at("")}" />`,
    existsSync(join(folder, PICTURE)) && `<meta property="og:image" content="${at(PICTURE)}" />`,
  ].filter(Boolean);
  writeFileSync(file, page.replace(end, () => `${lines.join("\n")}\n${end}`));
  const frame = `<iframe src="${at("embed.html")}" title="${title}" width="${SIZE.width}" height="${SIZE.height}" loading="lazy" allow="clipboard-write" sandbox="${SANDBOX}"></iframe>`;
  const oembed = {
    version: "1.0",
    type: "rich",
    title: plain(title),
    provider_name: "Outreach Report",
    provider_url: base.href,
    cache_age: KEPT,
    html: frame,
    ...SIZE,
  };
  writeFileSync(join(folder, "oembed.json"), `${JSON.stringify(oembed, null, 2)}\n`);
}

/** The folder that an address means. */
function read(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`OUTREACH_ADDRESS is no address that begins with https:// or http://: ${address}`);
  if (url.search || url.hash || url.username) throw new Error(`OUTREACH_ADDRESS is the address of a folder, without query, fragment or user: ${address}`);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function plain(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) publish(process.argv[2], process.argv[3]);
