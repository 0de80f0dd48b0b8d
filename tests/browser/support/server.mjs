// A web server for the tests. It serves the built files and the pages and data that a test adds, and lists the requests.
//
// The built files are served twice: at `/` unchanged, and under `/recorded/` with a script at the top of each page that
// records errors and the report's events from the start (see recorder.mjs).

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { RECORDER } from "./recorder.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".xhtml": "application/xhtml+xml; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

/** The folder of built files. */
export const DIST = process.env.OUTREACH_DIST ?? fail("OUTREACH_DIST is not set: run the tests with `cargo xtask test browser`");

/** Starts a server on a free port. */
export async function serve() {
  const added = new Map();
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    requests.push({ path, method: request.method });
    const file = added.get(path) ?? (await builtFile(path));
    const { status = 200, type, body, headers = {} } = file ?? { status: 404, type: "text/plain", body: "not here" };
    // Each page requests its files again, because a test counts requests and must not get an earlier test's cached files.
    response.writeHead(status, { "content-type": type, "cache-control": "no-cache", ...(typeof headers === "function" ? headers(request) : headers) });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    requests,
    /** The paths requested since `forget`. */
    paths: () => requests.map((request) => request.path),
    forget: () => (requests.length = 0),
    /** Serves a body at a path. By default the type follows from the extension of the path. `headers` may be a function of
     * the request. */
    add(path, body, { status, headers, type = TYPES[extname(path)] ?? "text/plain" } = {}) {
      added.set(path, { status, headers, type, body: typeof body === "object" && !Buffer.isBuffer(body) ? JSON.stringify(body) : body });
      return origin + path;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page with this body and the recorder. */
export function page(body, { head = "", script = '<script type="module" src="/outreach-report.js"></script>' } = {}) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A page of a partner</title>
    <link rel="icon" href="data:," />
    <script>${RECORDER}</script>
    ${head}
    ${script}
  </head>
  <body>${body}</body>
</html>`;
}

async function builtFile(path) {
  const recorded = path.startsWith("/recorded/");
  const inner = recorded ? path.slice("/recorded".length) : path;
  const file = normalize(join(DIST, inner === "/" ? "index.html" : inner));
  if (!file.startsWith(DIST)) return undefined;
  try {
    let body = await readFile(file);
    if (recorded && file.endsWith(".html")) body = body.toString().replace("<head>", `<head><script>${RECORDER}</script>`);
    return { type: TYPES[extname(file)] ?? "application/octet-stream", body };
  } catch {
    return undefined;
  }
}

function fail(message) {
  throw new Error(message);
}
