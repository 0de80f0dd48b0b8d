// A browser that test files share: a fresh tab for each file, the whole browser anew only where it cannot be helped.

import { ENGINES, WINDOW, start } from "./browsers.mjs";
import { Page } from "./page.mjs";
import { timed } from "./times.mjs";

export class Session {
  #engine;
  #options;
  #browser;

  constructor(engine, options) {
    if (!ENGINES.includes(engine)) throw new Error(`there is no browser “${engine}”; there are ${ENGINES.join(", ")}`);
    this.#engine = engine;
    this.#options = options;
  }

  /** A page of this browser, with the server that it comes from. */
  page(server) {
    return new Page(this.#browser, server);
  }

  /** An empty tab in a window of the usual size. Browsers keep fifty entries of a tab's history, and what a test has
   * emulated belongs to its tab. */
  fresh() {
    return timed("start", async () => {
      // WebKit's driver opens no tabs, and its browser starts in less than half a second.
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

  /** Whether the process behind the page has ended. WebKitGTK's does now and then on a busy machine, whatever the page. */
  async pageDied() {
    if (this.#engine !== "webkit") return false;
    return this.#browser.driver.executeScript("return 1").then((one) => one !== 1, () => true);
  }

  async #restart() {
    await this.#browser?.stop();
    this.#browser = undefined;
    this.#browser = await start(this.#engine, this.#options);
  }
}
