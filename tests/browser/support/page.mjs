// A page in a browser, as a test uses it: open, press, type, look. Nothing here waits a fixed time: the page is asked until a
// condition holds.

import { Key } from "selenium-webdriver";
import { Command, Name } from "selenium-webdriver/lib/command.js";
import { INSIDE } from "./inside.mjs";
import { timed } from "./times.mjs";

export { Key };

/** What the three drivers say of a script whose page was left while it ran. */
const LEFT = /unload|navigation|navigated|browsing context has been discarded|document was unloaded/i;

/** How long a condition is waited for. It only bounds a failure: nothing that holds in time is refused. */
const PATIENCE = 20_000;
/** How long the page itself asks, before the driver asks again. */
const IN_PAGE = 5_000;

/** What each script in the page sees. */
const PRELUDE = `const report = document.querySelector("outreach-report");
  const root = report?.shadowRoot;
  const inside = ${INSIDE}(report, root);`;

/** Asks again and again until the answer is truthy, and gives it back. */
export async function until(ask, what, patience = PATIENCE) {
  return timed("wait", async () => {
    const end = Date.now() + patience;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waited in vain: ${typeof what === "function" ? await what() : what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
}

/** The answer of a page; nothing when the page was left meanwhile. */
function unlessLeft(answer) {
  return answer.catch((error) => {
    if (!LEFT.test(error.message)) throw error;
  });
}

export class Page {
  constructor(browser, server) {
    this.browser = browser;
    this.engine = browser.name;
    this.driver = browser.driver;
    this.server = server;
  }

  /** Opens a page of the test server and waits until its report is ready. */
  open(path, { ready = true } = {}) {
    return this.go(this.server.origin + path, { ready });
  }

  /** Opens an address and waits until the report there is ready. */
  go(address, { ready = true } = {}) {
    return timed("load", async () => {
      const whole = (text) => text.split("#")[0];
      const current = await this.driver.executeScript("window.isLeft = true; return location.href;");
      // A new fragment alone would not load the page again.
      if (whole(current) === whole(address)) await this.driver.get("about:blank");
      await this.driver.get(address);
      // Firefox's driver may come back before the old page is gone.
      await until(() => unlessLeft(this.driver.executeScript("return !window.isLeft && document.readyState === 'complete';")), address);
      if (ready) await this.ready();
    });
  }

  /**
   * Shows a fresh report at a path of the test server. A page that is already there gets a new element and keeps its
   * script: less than half the work of loading it. For tests that are about what a report does, not how it comes.
   */
  mount(path) {
    return timed("load", async () => {
      const mounted = await this.driver.executeAsyncScript(
        `const [address, done] = arguments;
        const there = window.mount && location.href.split("#")[0] === address.split("#")[0];
        if (!there || document.querySelectorAll("outreach-report").length !== 1) return done("no");
        window.mount(address).then(() => done("yes"), (error) => done(String(error.message ?? error)));`,
        this.server.origin + path,
      );
      if (mounted === "no") return this.open(path);
      if (mounted !== "yes") throw new Error(`the report is not ready: ${mounted}`);
    });
  }

  /** Waits for the `ready` of a report. A failure to show it is an error here. */
  ready(selector = "outreach-report") {
    return timed("load", async () => {
      const ask = () => this.driver.executeAsyncScript(
        `const done = arguments[1];
         customElements.whenDefined("outreach-report")
           .then(() => document.querySelector(arguments[0]).ready)
           .then(() => done("ready"), (error) => done(JSON.stringify(error) + error));`,
        selector,
      );
      // A frame has an empty page before its own.
      const said = await until(() => unlessLeft(ask()), "a page that stays");
      if (said !== "ready") throw new Error(`the report is not ready: ${said}`);
    });
  }

  /** Runs a function in the page. It sees `report`, `root`, and `inside` of inside.mjs. */
  run(script, ...values) {
    return timed("look", () => this.driver.executeScript(`${PRELUDE} return (${script}).apply(null, arguments);`, ...values));
  }

  /** What the screen and the properties say. */
  state() {
    return this.run("() => inside.state()");
  }

  /**
   * Waits until a function, run in the page, gives something truthy, and gives it back. The page itself asks; where it is
   * left meanwhile, the next page is asked.
   */
  until(script, ...values) {
    return until(() => unlessLeft(this.driver.executeAsyncScript(
      `const values = [...arguments];
      const done = values.pop();
      const end = performance.now() + ${IN_PAGE};
      // Firefox does not end the script of a page that it keeps for Back.
      addEventListener("pagehide", () => done());
      const ask = () => {
        ${PRELUDE}
        const answer = (${script}).apply(null, values);
        if (answer || performance.now() > end) done(answer);
        else setTimeout(ask, 10);
      };
      ask();`,
      ...values,
    )), script);
  }

  /** Waits until the page was painted and has drawn what follows: after a change of the view charts are drawn in a task of
   * their own. */
  painted() {
    return timed("wait", () => unlessLeft(this.driver.executeAsyncScript(`const done = arguments[0];
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));`)));
  }

  /** Waits until the page has nothing left to do. */
  idle() {
    return timed("wait", () => unlessLeft(this.driver.executeAsyncScript(`const done = arguments[0];
      const settled = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      // WebKit has no such callback; timers that are set now come after those that are due.
      if (window.requestIdleCallback) requestIdleCallback(settled); else setTimeout(settled);`)));
  }

  /** A picture of the window, as PNG. */
  async screenshot() {
    const take = async () => Buffer.from(await this.driver.takeScreenshot(), "base64");
    if (this.engine !== "webkit") return take();
    // WebKit without its compositor takes the picture when it next paints, and does not paint where nothing changes: a dot
    // in the corner changes between two whites meanwhile.
    await this.driver.executeScript(`
      const dot = document.createElement("div");
      dot.id = "repaint";
      dot.style.cssText = "position: fixed; left: 0; top: 0; width: 1px; height: 1px";
      document.documentElement.append(dot);
      const turn = () => dot.isConnected && (dot.style.background = dot.style.background ? "" : "#fefefe", setTimeout(turn, 10));
      turn();`);
    const picture = await take();
    await this.driver.executeScript(`document.getElementById("repaint").remove();`);
    return picture;
  }

  /** The point at which to press something, named as inside.mjs finds it, once it stays in its place for two frames. */
  point(...what) {
    return timed("wait", async () => {
      const point = await until(() => unlessLeft(this.driver.executeAsyncScript(
        `const [how, ...names] = arguments;
        const done = names.pop();
        const end = performance.now() + ${IN_PAGE};
        let last;
        const look = () => {
          ${PRELUDE}
          const point = inside.point(inside.find[how](...names));
          const said = JSON.stringify(point);
          if ((point && said === last) || performance.now() > end) return done(said === last ? point : null);
          last = said;
          requestAnimationFrame(() => setTimeout(look));
        };
        look();`,
        ...what,
      )), `something to press: ${what.join(" ")}`);
      if (point.over) throw new Error(`${what.join(" ")} cannot be pressed: ${point.over} is over it`);
      return point;
    });
  }

  /** Presses something as a pointer does. */
  press(...what) {
    return timed("press", async () => {
      const point = await this.point(...what);
      await this.actions().move({ ...point, duration: 0 }).press().release().perform();
    });
  }

  /** Points at something without pressing it. */
  hover(...what) {
    return timed("press", async () => this.pointAt(await this.point(...what)));
  }

  /** Moves the pointer to a place in the window. */
  pointAt({ x, y }, duration = 0) {
    return timed("press", () => this.actions().move({ x, y, duration }).perform());
  }

  /** Touches something with a finger, and lifts it there. */
  async tap(...what) {
    await this.touch([await this.point(...what)]);
  }

  /** Moves a finger along places in the window: down at the first, up at the last. */
  async touch([start, ...path], { duration = 60, lift = true } = {}) {
    const move = ({ x, y }, time) => ({ type: "pointerMove", duration: time, x: Math.round(x), y: Math.round(y), origin: "viewport" });
    const steps = [move(start, 0), { type: "pointerDown", button: 0 }, ...path.map((place) => move(place, duration))];
    if (lift) steps.push({ type: "pointerUp", button: 0 });
    const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions: steps };
    await timed("press", () => this.driver.execute(new Command(Name.ACTIONS).setParameter("actions", [finger])));
  }

  actions() {
    return this.driver.actions({ async: true });
  }

  /** Presses keys, one after another. */
  keys(...keys) {
    return timed("press", () => this.actions().sendKeys(...keys).perform());
  }

  /** Presses a key while another is held. */
  keysWith(held, ...keys) {
    return timed("press", () => this.actions().keyDown(held).sendKeys(...keys).keyUp(held).perform());
  }

  /** Moves the focus to something without pressing it. */
  focus(...what) {
    return this.run("(how, ...names) => inside.find[how](...names).focus()", ...what);
  }

  /** Types into a field in place of what stands there. */
  type(field, words) {
    return timed("press", async () => {
      await this.press("field", field);
      await this.run("(name) => inside.find.field(name).select()", field);
      await this.keys(Key.BACK_SPACE, ...words);
    });
  }

  /** Whether something is on the page. */
  has(...what) {
    return this.run("(how, ...names) => Boolean(inside.find[how](...names))", ...what);
  }

  /** The text of something. */
  text(...what) {
    return this.run("(how, ...names) => inside.find[how](...names)?.textContent.trim()", ...what);
  }

  /** Errors, warnings and refusals that the recorder noted. */
  faults() {
    return this.run("() => window.faults");
  }

  /** The report's events that the recorder noted, since the given one. */
  async heard(since = 0) {
    const events = await this.run("(since) => window.heard.slice(since)", since);
    return events.map((event) => ({ ...event, detail: JSON.parse(event.detail) }));
  }

  /** What Chromium wrote to its console since the last look, favourite icons aside. Others keep no such list. */
  async consoleLines() {
    if (this.engine !== "chromium") return [];
    const lines = await this.driver.manage().logs().get("browser");
    return lines.map((line) => `${line.level.name} ${line.message}`);
  }

  back() {
    return this.driver.navigate().back();
  }

  forward() {
    return this.driver.navigate().forward();
  }

  /** Sends a command of Chromium's own protocol. */
  chromium(command, values = {}) {
    return this.driver.sendAndGetDevToolsCommand(command, values);
  }
}
