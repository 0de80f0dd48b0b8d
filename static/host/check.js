// The script of `check.html`, which finds out why a report is not shown. A sandboxed frame tries the address
// (`check-inside.js`); this script shows a sentence for each result.
// Invariant: no part of an address or a result is shown as anything but text.

import { resultTexts } from "./check-words.js";

/** Messages of a frame may arrive after its load event: how long to wait for the first, in milliseconds. */
const MESSAGE_TIMEOUT = 1_000;

const $ = (id) => document.getElementById(id);

/** The frame that tries an address, and the address. */
let attempt;
/** How serious each result is; `undefined` before the first message of the frame. */
let results;

/** The address of the script for a text that a reader has entered; `undefined` if the text is no address. */
function scriptUrl(text) {
  const trimmed = text.trim();
  const full = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return undefined;
  const url = new URL(full);
  url.hash = url.username = url.password = "";
  const fileName = url.pathname.split("/").at(-1);
  if (/\.js$/.test(fileName)) return url;
  url.search = "";
  if (fileName && !fileName.includes(".")) url.pathname += "/";
  return new URL("outreach-report.js", url);
}

function begin(text) {
  const url = scriptUrl(text);
  $("outcome").hidden = false;
  $("page-policy").hidden = true;
  for (const id of ["steps", "stage"]) $(id).replaceChildren();
  attempt = undefined;
  if (!url) return end("address");
  if (location.protocol === "https:" && url.protocol === "http:") return end("mixed");
  $("verdict").textContent = "Trying …";
  results = undefined;
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.title = "The report, as a page on another host shows it";
  frame.src = `check-inside.html?${new URLSearchParams({ url: url.href })}`;
  const current = (attempt = { frame, url });
  frame.onload = () => setTimeout(() => {
    if (attempt !== current || results) return;
    attempt = undefined;
    end("silent");
  }, MESSAGE_TIMEOUT);
  $("stage").append(frame);
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
  results ??= [];
  if (data.step === "begin") return;
  if (data.step !== "end") {
    results.push(addResult(data));
    return;
  }
  const blockedHere = [...$("steps").children].some((item) => item.dataset.code === "policy");
  end(blockedHere ? "policy" : results.includes("stops") ? "stops" : results.includes("partly") ? "partly" : "fine");
  const { origin } = attempt.url;
  $("policy").textContent = `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
  $("page-policy").hidden = blockedHere || results.includes("stops");
  if (results.includes("stops")) attempt.frame.remove();
  attempt = undefined;
});

const address = new URLSearchParams(location.search).get("url");
if (address) {
  $("url").value = address;
  begin(address);
}
