// A page in a browser, as a test uses it: open, press, type, read. Nothing here waits for a fixed time: a condition is
// checked repeatedly until it holds.

import { Key } from "selenium-webdriver";
import { Command, Name } from "selenium-webdriver/lib/command.js";
import { INSIDE } from "./inside.mjs";
import { timed } from "./timing.mjs";

export { Key };

/** The error messages of the three drivers for a script whose page was left while it ran. */
const PAGE_LEFT = /unload|navigation|navigated|browsing context has been discarded|document was unloaded/i;

/** How many milliseconds a condition is waited for. It only limits how long a failure takes. */
const TIMEOUT = 20_000;
/** How many milliseconds the page itself checks a condition, before the driver asks again. */
const IN_PAGE = 5_000;

/**
 * How many timers may follow one another before a change of the report is finished: it is rendered and drawn in the next
 * frame, Yew yields by a timer if that takes long, what was pressed is put back once more in a timer after the frame, and an
 * effect may render again. Browsers delay timers that follow one another by up to four milliseconds each.
 */
const TIMERS = { count: 4, delay: 4 };

/** What each script in the page can use. */
const PRELUDE = `const report = document.querySelector("outreach-report");
  const root = report?.shadowRoot;
  const inside = ${INSIDE}(report, root);`;

/** Calls `ask` until its answer is truthy, and returns the answer. `what` says in the error message what was waited for. */
export async function until(ask, what, timeout = TIMEOUT) {
  return timed("wait", async () => {
    const end = Date.now() + timeout;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waited in vain: ${typeof what === "function" ? await what() : what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
}

/** The answer of a page, or `undefined` if the page was left meanwhile. */
function unlessLeft(answer) {
  return answer.catch((error) => {
    if (!PAGE_LEFT.test(error.message)) throw error;
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
      // A new fragment alone would not reload the page, so a page that is open gets another address first. Where that is
      // refused, in files and sandboxes, an empty page is opened between, for which Chromium starts another process.
      const mustLeave = await this.driver.executeScript(`window.isLeft = true;
        if (location.href.split("#")[0] !== arguments[0].split("#")[0]) return false;
        try { history.replaceState(null, "", "/left"); } catch { return true; }`, address);
      if (mustLeave) await this.driver.get("about:blank");
      await this.driver.get(address);
      // Firefox's driver may return before the old page is gone.
      await until(() => unlessLeft(this.driver.executeScript("return !window.isLeft && document.readyState === 'complete';")), address);
      if (ready) await this.ready();
    });
  }

  /**
   * Shows a new report at a path of the test server. If the page is already open, only its element is replaced, which
   * takes less than half the time of loading the page. For tests of what a report does, not of how it loads.
   */
  mount(path) {
    return timed("load", async () => {
      const mounted = await this.driver.executeAsyncScript(
        `const [address, done] = arguments;
        const open = window.mount && location.href.split("#")[0] === address.split("#")[0];
        if (!open || document.querySelectorAll("outreach-report").length !== 1) return done("no");
        window.mount(address).then(() => done("yes"), (error) => done(String(error.message ?? error)));`,
        this.server.origin + path,
      );
      if (mounted === "no") return this.open(path);
      if (mounted !== "yes") throw new Error(`the report is not ready: ${mounted}`);
    });
  }

  /** Waits for the `ready` of a report. Throws if the report could not be shown. */
  ready(selector = "outreach-report") {
    return timed("load", async () => {
      const ask = () => this.driver.executeAsyncScript(
        `const done = arguments[1];
         customElements.whenDefined("outreach-report")
           .then(() => document.querySelector(arguments[0]).ready)
           .then(() => done("ready"), (error) => done(JSON.stringify(error) + error));`,
        selector,
      );
      // A frame first has an empty page, which is then left.
      const answer = await until(() => unlessLeft(ask()), "a page that stays");
      if (answer !== "ready") throw new Error(`the report is not ready: ${answer}`);
    });
  }

  /** Runs a function in the page. It can use `report`, `root`, and `inside` of inside.mjs. */
  run(script, ...values) {
    return timed("look", () => this.driver.executeScript(`${PRELUDE} return (${script}).apply(null, arguments);`, ...values));
  }

  /** What the screen and the properties show. */
  state() {
    return this.run("() => inside.state()");
  }

  /**
   * Waits until a function that runs in the page returns something truthy, and returns that. The page itself checks the
   * condition; if it is left meanwhile, the next page does.
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

  /** Waits until the page was painted and the charts were drawn: after a change of the view they are drawn before the next
   * frame. */
  painted() {
    return timed("wait", () => unlessLeft(this.driver.executeAsyncScript(`const done = arguments[0];
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));`)));
  }

  /** Waits until the page is idle, at most for five seconds: on a busy machine Chromium may never call a page idle. */
  idle() {
    return timed("wait", () => unlessLeft(this.driver.executeAsyncScript(`const done = arguments[0];
      const settled = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      // WebKit has no such callback; a timer that is set now runs after those that are due.
      if (window.requestIdleCallback) requestIdleCallback(settled, { timeout: 5_000 }); else setTimeout(settled);`)));
  }

  /** A picture of the window, as PNG. */
  async screenshot() {
    const take = async () => Buffer.from(await this.driver.takeScreenshot(), "base64");
    if (this.engine !== "webkit") return take();
    // WebKit without its compositor takes the picture when it next paints, and it paints only if something changes. So a
    // dot in the corner alternates between two shades of white meanwhile.
    await this.driver.executeScript(`
      const dot = document.createElement("div");
      dot.id = "repaint";
      dot.style.cssText = "position: fixed; left: 0; top: 0; width: 1px; height: 1px";
      document.documentElement.append(dot);
      const alternate = () => dot.isConnected && (dot.style.background = dot.style.background ? "" : "#fefefe", setTimeout(alternate, 10));
      alternate();`);
    const picture = await take();
    await this.driver.executeScript(`document.getElementById("repaint").remove();`);
    return picture;
  }

  /**
   * The point at which to press an element, once it does not move for two frames and the last change of the report is
   * finished. `what` is how inside.mjs finds it.
   */
  point(...what) {
    return timed("wait", async () => {
      // A person who wants what is under a tooltip moves the pointer off its mark.
      let point = await this.#stillPoint(...what);
      if (point.tooltip) {
        await this.actions().move({ x: 1, y: 1, duration: 0 }).perform();
        await this.run("() => root.querySelectorAll('.tooltip').forEach((tip) => { tip.hidden = true; })");
        point = await this.#stillPoint(...what);
      }
      if (point.over) throw new Error(`${what.join(" ")} cannot be pressed: ${point.over} is over it`);
      return point;
    });
  }

  #stillPoint(...what) {
    return until(() => unlessLeft(this.driver.executeAsyncScript(
        `const [how, ...names] = arguments;
        const done = names.pop();
        const end = performance.now() + ${IN_PAGE};
        let last, timers;
        const check = () => {
          ${PRELUDE}
          const point = inside.point(inside.find[how](...names));
          // Firefox scrolls some elements to the middle alternately one pixel higher and lower.
          const near = (one, other) => one.over === other.over && Math.abs(one.x - other.x) <= 1 && Math.abs(one.y - other.y) <= 1;
          const stays = point && last && (point.over ? point.over === last.over : near(point, last));
          if (performance.now() > end || (stays && timers === 0)) return done(stays ? point : null);
          if (stays) {
            timers -= 1;
            setTimeout(check, ${TIMERS.delay});
          } else {
            last = point;
            timers = ${TIMERS.count};
            requestAnimationFrame(() => setTimeout(check));
          }
        };
        check();`,
        ...what,
      )), `something to press: ${what.join(" ")}`);
  }

  /** Presses an element with the pointer. */
  press(...what) {
    return timed("press", async () => {
      const point = await this.point(...what);
      const [how, facet] = what;
      const opens = how === "picker" && (await this.run(`(facet) => inside.find.picker(facet).getAttribute("aria-expanded") === "false"`, facet));
      await this.actions().move({ ...point, duration: 0 }).press().release().perform();
      // A menu gets the focus in a task after the one that shows it, and that may scroll the page.
      if (opens) await this.until(`(facet) => root.querySelector("#pick-" + facet)?.contains(inside.focused())`, facet);
    });
  }

  /** Points at an element without pressing it. */
  hover(...what) {
    return timed("press", async () => this.pointAt(await this.point(...what)));
  }

  /** Moves the pointer to a point of the window. */
  pointAt({ x, y }, duration = 0) {
    return timed("press", () => this.actions().move({ x, y, duration }).perform());
  }

  /** Touches an element with a finger, and lifts the finger there. */
  async tap(...what) {
    await this.touch([await this.point(...what)]);
  }

  /** Moves a finger along points of the window: down at the first, up at the last. */
  async touch([start, ...path], { duration = 60, lift = true } = {}) {
    const move = ({ x, y }, time) => ({ type: "pointerMove", duration: time, x: Math.round(x), y: Math.round(y), origin: "viewport" });
    const steps = [move(start, 0), { type: "pointerDown", button: 0 }, ...path.map((point) => move(point, duration))];
    if (lift) steps.push({ type: "pointerUp", button: 0 });
    const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions: steps };
    await timed("press", () => this.driver.execute(new Command(Name.ACTIONS).setParameter("actions", [finger])));
  }

  actions() {
    return this.driver.actions({ async: true });
  }

  /** Presses keys one after another. */
  keys(...keys) {
    return timed("press", () => this.actions().sendKeys(...keys).perform());
  }

  /** Presses a key while another is held. */
  keysWith(held, ...keys) {
    return timed("press", () => this.actions().keyDown(held).sendKeys(...keys).keyUp(held).perform());
  }

  /** Focuses an element without pressing it. */
  focus(...what) {
    return this.run("(how, ...names) => inside.find[how](...names).focus()", ...what);
  }

  /** Replaces the text of a field by typing. */
  type(field, text) {
    return timed("press", async () => {
      await this.press("field", field);
      await this.run("(name) => inside.find.field(name).select()", field);
      await this.keys(Key.BACK_SPACE, ...text);
    });
  }

  /** Whether an element is on the page. */
  has(...what) {
    return this.run("(how, ...names) => Boolean(inside.find[how](...names))", ...what);
  }

  /** The text of an element. */
  text(...what) {
    return this.run("(how, ...names) => inside.find[how](...names)?.textContent.trim()", ...what);
  }

  /** The errors, warnings and policy violations that the recorder noted. */
  faults() {
    return this.run("() => window.faults");
  }

  /** The report's events that the recorder noted, from the given index on. */
  async events(since = 0) {
    const events = await this.run("(since) => window.reportEvents.slice(since)", since);
    return events.map((event) => ({ ...event, detail: JSON.parse(event.detail) }));
  }

  /** What Chromium wrote to its console since the last call. The other browsers offer no such list. */
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
