// The page that says why a report is not shown. It has a sandboxed frame try the address (`check-inside.js`), and puts into
// words what that finds. Nothing of an address or an answer is shown but as text.

import { words } from "./check-words.js";

/** What a frame that is loaded has said may be on its way for a moment. */
const PATIENCE = 1_000;

const $ = (id) => document.getElementById(id);

/** The frame that is trying, and the address that it tries. */
let trying;
/** How much each thing matters that was found; nothing before the frame has spoken. */
let found;

/** The address of the script that a text means; nothing when it means none. */
function script(text) {
  const trimmed = text.trim();
  const whole = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  url.hash = url.username = url.password = "";
  const last = url.pathname.split("/").at(-1);
  if (/\.js$/.test(last)) return url;
  url.search = "";
  if (last && !last.includes(".")) url.pathname += "/";
  return new URL("outreach-report.js", url);
}

function begin(text) {
  const url = script(text);
  $("outcome").hidden = false;
  $("page-policy").hidden = true;
  for (const id of ["steps", "stage"]) $(id).replaceChildren();
  trying = undefined;
  if (!url) return end("address");
  if (location.protocol === "https:" && url.protocol === "http:") return end("mixed");
  $("verdict").textContent = "Trying …";
  found = undefined;
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.title = "The report, as a page on another host shows it";
  frame.src = `check-inside.html?${new URLSearchParams({ url: url.href })}`;
  const own = (trying = { frame, url });
  frame.onload = () => setTimeout(() => {
    if (trying !== own || found) return;
    trying = undefined;
    end("silent");
  }, PATIENCE);
  $("stage").append(frame);
}

function end(code) {
  $("verdict").textContent = words("verdict", code).verdict;
}

function add(finding) {
  const { title, how, text, line } = words(finding.step, finding.code, finding, trying?.url);
  const item = document.createElement("li");
  item.className = how;
  item.dataset.step = finding.step;
  item.dataset.code = finding.code;
  const put = (tag, className, content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = content;
    item.append(element);
    return element;
  };
  put("p", "how", title);
  put("p", "", text);
  if (line) put("pre", "", "").append(Object.assign(document.createElement("code"), { textContent: line }));
  $("steps").append(item);
  return how;
}

addEventListener("message", ({ source, data }) => {
  if (!trying || source !== trying.frame.contentWindow || data?.type !== "outreach-report:check") return;
  found ??= [];
  if (data.step === "begin") return;
  if (data.step !== "end") {
    found.push(add(data));
    return;
  }
  const own = [...$("steps").children].some((item) => item.dataset.code === "policy");
  end(own ? "policy" : found.includes("stops") ? "stops" : found.includes("partly") ? "partly" : "fine");
  const { origin } = trying.url;
  $("policy").textContent = `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
  $("page-policy").hidden = own || found.includes("stops");
  if (found.includes("stops")) trying.frame.remove();
  trying = undefined;
});

const asked = new URLSearchParams(location.search).get("url");
if (asked) {
  $("url").value = asked;
  begin(asked);
}
