// The script of `check.html`, which finds out why a report is not shown. A sandboxed frame tries the address
// (`check-inside.js`); this script shows a sentence for each result.
// Invariant: no part of an address or a result is shown as anything but text.

import { checkCode, isCode } from "./check-code.js";
import { resultTexts } from "./check-words.js";

/** Messages of a frame may arrive after its load event: how long to wait for the first, in milliseconds. */
const MESSAGE_TIMEOUT = 1_000;

const $ = (id) => document.getElementById(id);

/** The frame that tries an address, and the address. */
let attempt;
/** How serious each result is. */
let results;
/** Whether the frame has sent a message. */
let heard;

/** The address in a text that a reader has entered; `undefined` if the text is none. */
function enteredUrl(text) {
  const trimmed = text.trim();
  const full = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return undefined;
  const url = new URL(full);
  url.hash = url.username = url.password = "";
  return url;
}

/** The address of the script or of the frame that belongs to an address: itself, or the script in its folder. */
function fileUrl(entered) {
  const url = new URL(entered);
  const fileName = url.pathname.split("/").at(-1);
  if (/\.js$/.test(fileName) || fileName === "embed.html") return url;
  url.search = "";
  if (fileName && !fileName.includes(".")) url.pathname += "/";
  return new URL("outreach-report.js", url);
}

/** The lines of a page on this page's own host; other hosts do not let their pages be read. */
async function ownPage(url) {
  if (url.origin !== location.origin || /\.js$|\/embed\.html$/.test(url.pathname)) return undefined;
  const response = await fetch(url, { credentials: "omit", cache: "no-store" }).catch(() => undefined);
  const text = response?.ok && /html|xml/.test(response.headers.get("content-type")) ? await response.text() : "";
  return text.includes("outreach-report") ? text : undefined;
}

async function begin(text) {
  $("outcome").hidden = false;
  $("page-policy").hidden = true;
  for (const id of ["steps", "stage"]) $(id).replaceChildren();
  attempt = undefined;
  results = [];
  $("verdict").textContent = "Trying …";
  const entered = isCode(text) ? new URL(location.href) : enteredUrl(text);
  if (!entered) return end("address");
  const lines = isCode(text) ? text : await ownPage(entered);
  if (lines === undefined) return tryFile(fileUrl(entered));
  const { code, src, url } = checkCode(lines, entered);
  results.push(addResult({ step: "code", code, src }));
  return url ? tryFile(fileUrl(url)) : end(worst());
}

/** Tries the address of the script or of the frame. */
function tryFile(url) {
  if (location.protocol === "https:" && url.protocol === "http:") return end("mixed");
  heard = false;
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.title = "The report, as a page on another host shows it";
  frame.src = `check-inside.html?${new URLSearchParams({ url: url.href })}`;
  const current = (attempt = { frame, url });
  frame.onload = () => setTimeout(() => {
    if (attempt !== current || heard) return;
    attempt = undefined;
    end("silent");
  }, MESSAGE_TIMEOUT);
  $("stage").append(frame);
}

/** The verdict that the results give together. */
function worst() {
  if (document.querySelector("#steps .stops[data-step=code]")) return "lines";
  return results.includes("stops") ? "stops" : results.includes("partly") ? "partly" : "fine";
}

function end(code) {
  $("verdict").textContent = resultTexts("verdict", code).verdict;
}

/** Adds a result to the list. Returns how serious it is. */
function addResult(result) {
  const { title, how, text, line } = resultTexts(result.step, result.code, result, attempt?.url);
  const item = document.createElement("li");
  item.className = how;
  item.dataset.step = result.step;
  item.dataset.code = result.code;
  const append = (tag, className, content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = content;
    item.append(element);
    return element;
  };
  append("p", "how", title);
  append("p", "", text);
  if (line) append("pre", "", "").append(Object.assign(document.createElement("code"), { textContent: line }));
  $("steps").append(item);
  return how;
}

addEventListener("message", ({ source, data }) => {
  if (!attempt || source !== attempt.frame.contentWindow || data?.type !== "outreach-report:check") return;
  heard = true;
  if (data.step === "begin") return;
  if (data.step !== "end") {
    results.push(addResult(data));
    return;
  }
  const blockedHere = [...$("steps").children].some((item) => item.dataset.code === "policy");
  end(blockedHere ? "policy" : worst());
  const { origin, pathname } = attempt.url;
  $("policy").textContent = pathname.endsWith("/embed.html") ? `frame-src ${origin}` : `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
  $("page-policy").hidden = blockedHere || results.includes("stops");
  if (results.includes("stops")) attempt.frame.remove();
  attempt = undefined;
});

const address = new URLSearchParams(location.search).get("url");
if (address) {
  $("url").value = address;
  begin(address);
}
