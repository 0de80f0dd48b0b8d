// A browser that test files share. Each file gets a new tab; the browser itself is restarted only if that is unavoidable.

import { ENGINES, WINDOW, start } from "./browsers.mjs";
import { Page } from "./page.mjs";
import { timed } from "./timing.mjs";

export class Session {
  #engine;
  #options;
  #browser;

  constructor(engine, options) {
    if (!ENGINES.includes(engine)) throw new Error(`there is no browser “${engine}”; there are ${ENGINES.join(", ")}`);
    this.#engine = engine;
    this.#options = options;
  }

  /** A page of this browser for tests against a server. */
  page(server) {
    return new Page(this.#browser, server);
  }

  /** Opens an empty tab in a window of the usual size and closes the old ones. A new tab is needed because browsers keep
   * only fifty entries of a tab's history, and because emulated settings belong to a tab. */
  freshTab() {
    return timed("start", async () => {
      // WebKit's driver cannot open tabs; its browser starts in less than half a second.
      if (!this.#browser || this.#engine === "webkit") return this.#restart();
      const { driver } = this.#browser;
      const old = await driver.getAllWindowHandles();
      await driver.switchTo().newWindow("tab");
      const tab = await driver.getWindowHandle();
      for (const handle of old) {
        await driver.switchTo().window(handle);
        await driver.close();
      }
      await driver.switchTo().window(tab);
      await driver.manage().window().setRect(WINDOW);
    });
  }

  stop() {
    return timed("start", () => this.#browser?.stop());
  }

  /** Whether the page's process has died. WebKitGTK's sometimes does on a busy machine, whatever the page. */
  async pageDied() {
    if (this.#engine !== "webkit") return false;
    return this.#browser.driver.executeScript("return 1").then((answer) => answer !== 1, () => true);
  }

  async #restart() {
    await this.#browser?.stop();
    this.#browser = undefined;
    this.#browser = await start(this.#engine, this.#options);
  }
}
