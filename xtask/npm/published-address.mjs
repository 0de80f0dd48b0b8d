// Writes into the built pages what other sites read about them: their address (canonical, Open Graph) and how to embed
// them (oEmbed).
// Invariant: every address that is written is absolute, so nothing is written if the address of the pages is not known.
//
// `cargo xtask build` does this when OUTREACH_ADDRESS is set. For files that are built already:
//   node xtask/npm/published-address.mjs dist https://reports.example.org/outreach/

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The picture that other sites show with a link, if the build has made one. */
const PICTURE = "picture.png";
const SIZE = { width: 800, height: 1200 };
/** A day, in seconds: how long other sites may cache the answer. */
const CACHE_AGE = 86_400;
/** Besides scripts, the frame may only download files and open links to the sources. */
const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

/** Writes the address into the built files of a folder. */
export function publish(folder, address) {
  const base = folderUrl(address);
  const file = join(folder, "index.html");
  const page = readFileSync(file, "utf8");
  if (page.includes('rel="canonical"')) throw new Error(`${file} has an address already; build it again`);
  // Taken from the page with its HTML escapes.
  const title = page.match(/<meta property="og:title" content="([^"]*)"/)?.[1];
  // At the end of the metadata that the build writes, if it has written any, otherwise at the end of the head.
  const end = page.includes("<!-- /about -->") ? "<!-- /about -->" : "</head>";
  if (!title || page.split(end).length !== 2) throw new Error(`${file} has no head with og:title in it`);
  const escapedUrl = (name) => escapeHtml(new URL(name, base).href);
  const lines = [
    `<link rel="canonical" href="${escapedUrl("")}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${escapedUrl("oembed.json")}" title="${title}" />`,
    `<meta property="og:url" content="${escapedUrl("")}" />`,
    existsSync(join(folder, PICTURE)) && `<meta property="og:image" content="${escapedUrl(PICTURE)}" />`,
  ].filter(Boolean);
  writeFileSync(file, page.replace(end, () => `${lines.join("\n")}\n${end}`));
  const iframe = `<iframe src="${escapedUrl("embed.html")}" title="${title}" width="${SIZE.width}" height="${SIZE.height}" loading="lazy" allow="clipboard-write" sandbox="${SANDBOX}"></iframe>`;
  const oembed = {
    version: "1.0",
    type: "rich",
    title: unescapeHtml(title),
    provider_name: "Outreach Report",
    provider_url: base.href,
    cache_age: CACHE_AGE,
    html: iframe,
    ...SIZE,
  };
  writeFileSync(join(folder, "oembed.json"), `${JSON.stringify(oembed, null, 2)}\n`);
}

/** The URL of the folder at an address, with a slash at its end. */
function folderUrl(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`OUTREACH_ADDRESS must begin with https:// or http://: ${address}`);
  if (url.search || url.hash || url.username) throw new Error(`OUTREACH_ADDRESS must be the address of a folder, without query, fragment or user: ${address}`);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function unescapeHtml(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) publish(process.argv[2], process.argv[3]);
