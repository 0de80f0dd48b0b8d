// A page in a browser, as a test uses it: open, press, type, look. Nothing here waits a fixed time: conditions are
// asked for until they hold.

import { Key } from "selenium-webdriver";
import { Command, Name } from "selenium-webdriver/lib/command.js";
import { INSIDE } from "./inside.mjs";

export { Key };

/** What the three drivers say of a script whose page was left while it ran. */
export const LEFT = /unload|navigation|browsing context has been discarded/i;

const POINT = "(how, ...names) => inside.point(inside.find[how](...names))";

/** Asks again and again until the answer is truthy, and gives it back. */
export async function until(ask, what, patience = 8_000) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${typeof what === "function" ? await what() : what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
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
  async open(path, { ready = true } = {}) {
    // A new fragment alone would not load the page again.
    await this.driver.get("about:blank");
    await this.driver.get(this.server.origin + path);
    if (ready) await this.ready();
  }

  /** Waits for the `ready` of a report. A failure to show it is an error here. */
  async ready(selector = "outreach-report") {
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
  }

  /** Runs a function in the page. It sees `report`, `root`, and `inside` of inside.mjs. */
  run(script, ...values) {
    return this.driver.executeScript(
      `const report = document.querySelector("outreach-report");
       const root = report?.shadowRoot;
       const inside = ${INSIDE}(report, root);
       return (${script}).apply(null, arguments);`,
      ...values,
    );
  }

  /** What the screen and the properties say. */
  state() {
    return this.run("() => inside.state()");
  }

  /** Waits until a function, run in the page, gives something truthy. A question that a page took along as it was left is
   * asked again of the next page. */
  until(script, ...values) {
    return until(() => unlessLeft(this.run(script, ...values)), `${script}`);
  }

  /** Waits until the page was painted and has drawn what follows: after a change of the view charts are drawn in a task of
   * their own. Frames that are not seen are not painted, and not waited for. */
  painted() {
    return unlessLeft(this.driver.executeAsyncScript(`const done = arguments[0];
      setTimeout(done, 200);
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));`));
  }

  /** The point at which to press something, named as inside.mjs finds it, once it stays in its place. */
  async point(...what) {
    let last;
    const settled = async () => {
      const point = await this.run(POINT, ...what);
      const same = point && JSON.stringify(point) === JSON.stringify(last);
      last = point;
      if (!same) await this.painted();
      return same;
    };
    await until(settled, `something to press: ${what.join(" ")}`);
    if (last.over) throw new Error(`${what.join(" ")} cannot be pressed: ${last.over} is over it`);
    return last;
  }

  /** Presses something as a pointer does. */
  async press(...what) {
    const point = await this.point(...what);
    await this.actions().move({ ...point, duration: 0 }).press().release().perform();
  }

  /** Points at something without pressing it. */
  async hover(...what) {
    await this.pointAt(await this.point(...what));
  }

  /** Moves the pointer to a place in the window. */
  async pointAt({ x, y }, duration = 0) {
    await this.actions().move({ x, y, duration }).perform();
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
    await this.driver.execute(new Command(Name.ACTIONS).setParameter("actions", [finger]));
  }

  actions() {
    return this.driver.actions({ async: true });
  }

  /** Presses keys, one after another. */
  async keys(...keys) {
    await this.actions().sendKeys(...keys).perform();
  }

  /** Presses a key while another is held. */
  async keysWith(held, ...keys) {
    await this.actions().keyDown(held).sendKeys(...keys).keyUp(held).perform();
  }

  /** Moves the focus to something without pressing it. */
  focus(...what) {
    return this.run("(how, ...names) => inside.find[how](...names).focus()", ...what);
  }

  /** Types into a field in place of what stands there. */
  async type(field, words) {
    await this.press("field", field);
    await this.run("(name) => inside.find.field(name).select()", field);
    await this.keys(Key.BACK_SPACE, ...words);
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
