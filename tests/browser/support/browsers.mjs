// Starts and stops the three browsers, each with its own driver on a free port.
//
// Environment variables give the paths of the programs; `cargo xtask test browser` sets them. Nothing is downloaded. A
// missing program fails the run.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";

/** The browsers under test. */
export const ENGINES = ["chromium", "firefox", "webkit"];

/** The size of the window at the start of each test file. */
export const WINDOW = { width: 1280, height: 900 };

/**
 * Starts a browser. `network` makes Chromium record all requests, `switches` are further words of its command line,
 * `prefs` are settings of Firefox. Firefox saves its downloads to the folder `downloads` of the returned object.
 */
export async function start(name, options = {}) {
  const profile = mkdtempSync(join(tmpdir(), `outreach-${name}-`));
  const downloads = join(profile, "downloads");
  mkdirSync(downloads);
  const port = await freePort();
  // A process group of its own, so that the browser ends with its driver even if the test was interrupted.
  const driver = spawn(program(DRIVERS[name].program), DRIVERS[name].args(port), {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, ...DRIVERS[name].environment },
  });
  const kill = () => end(driver.pid);
  process.once("exit", kill);
  const browser = { name, downloads };
  browser.stop = async () => {
    // A browser that no longer answers must not block the others.
    await Promise.race([browser.driver?.quit().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
    kill();
    process.off("exit", kill);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await untilReady(address, driver);
    const capabilities = new Capabilities(DRIVERS[name].capabilities({ profile, downloads, ...options }));
    browser.driver = await new Builder().disableEnvironmentOverrides().usingServer(address).withCapabilities(capabilities).build();
    await browser.driver.manage().setTimeouts({ script: 20_000, pageLoad: 30_000 });
    await browser.driver.manage().window().setRect(WINDOW);
    return browser;
  } catch (error) {
    await browser.stop();
    throw error;
  }
}

const DRIVERS = {
  chromium: {
    program: "OUTREACH_CHROMEDRIVER",
    args: (port) => [`--port=${port}`],
    capabilities: ({ profile, network, switches = [] }) => ({
      browserName: "chrome",
      "goog:loggingPrefs": { browser: "ALL", ...(network && { performance: "ALL" }) },
      "goog:chromeOptions": {
        binary: program("OUTREACH_CHROMIUM"),
        args: [
          "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
          "--disable-background-networking", "--disable-component-update", `--user-data-dir=${profile}`, ...switches,
        ],
      },
    }),
  },
  firefox: {
    program: "OUTREACH_GECKODRIVER",
    args: (port) => ["--port", String(port), "--websocket-port", "0"],
    capabilities: ({ downloads, prefs }) => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: program("OUTREACH_FIREFOX"),
        args: ["-headless"],
        // Only the pages under test may use the network.
        prefs: {
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          "browser.safebrowsing.downloads.remote.enabled": false,
          "datareporting.policy.dataSubmissionEnabled": false,
          "app.update.enabled": false,
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          "browser.download.useDownloadDir": true,
          "browser.download.manager.showWhenStarting": false,
          "browser.download.always_ask_before_handling_new_types": false,
          ...prefs,
        },
      },
    }),
  },
  webkit: {
    program: "OUTREACH_WEBKITDRIVER",
    args: (port) => [`--port=${port}`],
    // Its last compiler and its compositor suit long-lived pages and machines with a graphics card. Without them, a page
    // that lives for seconds on a machine without a graphics card takes half the time and renders the same.
    environment: { JSC_useOMGJIT: "0", WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
    capabilities: () =>
      process.platform === "darwin"
        ? { browserName: "safari" }
        : {
            browserName: "MiniBrowser",
            "webkitgtk:browserOptions": { binary: program("OUTREACH_MINIBROWSER"), args: ["--automation"] },
          },
  },
};

function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set: run the tests with \`cargo xtask test browser\``);
  return path;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Kills a process group, if it still exists. */
function end(group) {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It has already ended.
  }
}

/** Waits until the driver reports that it is ready. */
async function untilReady(address, driver) {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (driver.exitCode !== null) throw new Error(`the driver ended with code ${driver.exitCode}`);
    try {
      const status = await (await fetch(`${address}/status`)).json();
      if (status.value.ready) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the driver at ${address} did not answer`);
}
