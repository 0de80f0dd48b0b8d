// In every page that `cargo xtask serve` serves: shows that it is a development build, reloads the page after a build,
// and shows why a build failed.
// Invariant: it does nothing in a frame, because the page around the frame reloads it. Messages of the server are shown
// as text, not as HTML.

(() => {
  if (window.top !== window) return;
  const build = "BUILD";
  const box = document.createElement("div");
  const line = document.createElement("strong");
  const details = document.createElement("pre");
  // Above everything on the page, in a shadow root, to which the page's styles do not apply.
  const host = document.createElement("development-build");
  Object.assign(host.style, { all: "initial", position: "fixed", zIndex: 2147483647, insetInline: 0, bottom: 0 });
  const common = { font: "13px/1.4 ui-monospace, monospace", color: "#fff", margin: 0 };
  Object.assign(box.style, common, { background: "#5b2a86", padding: "4px 12px", maxHeight: "60vh", overflow: "auto" });
  Object.assign(details.style, common, { whiteSpace: "pre-wrap", padding: "8px 0" });
  box.setAttribute("role", "status");
  box.append(line, details);
  host.attachShadow({ mode: "open" }).append(box);

  const say = (text, more = "") => {
    line.textContent = text;
    details.textContent = more;
    details.hidden = !more;
    box.style.background = more ? "#a3122a" : "#5b2a86";
  };
  say("Development build: larger and slower than the released one.");
  document.body.append(host);
  // Not by the attribute `hidden`: the styles above overrule it.
  addEventListener("beforeprint", () => (host.style.display = "none"));
  addEventListener("afterprint", () => (host.style.display = "block"));

  const events = new EventSource("/development/events");
  events.addEventListener("building", () => say("Development build: building …"));
  events.addEventListener("failed", ({ data }) => {
    const [, ...message] = data.split("\n");
    say("Development build: the last edit could not be built. The page is from the build before.", message.join("\n"));
  });
  events.addEventListener("ready", ({ data }) => {
    if (data !== build) location.reload();
    else say("Development build: larger and slower than the released one.");
  });
  events.addEventListener("error", () => say("Development build: the server does not answer; start cargo xtask serve again."));
})();
