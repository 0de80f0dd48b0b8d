// What changes of the view cost the page's one thread, by kind of work, as Chromium itself counts it.

/** Makes the changes one after the other; each with its times and with what it cost. */
export async function changes(driver, views, script) {
  const made = [];
  for (const view of views) {
    const before = await metrics(driver);
    const times = await driver.executeAsyncScript(script, view ?? null);
    const after = await metrics(driver);
    made.push({ times, cost: (name) => after[name] - before[name] });
  }
  return made;
}

/** The costs of changes as lists: milliseconds of work, and how often styles and the layout were computed. */
export function sums(made) {
  const of = (cost) => made.map((change) => cost(change.cost));
  const task = (cost) => 1000 * (cost("TaskDuration") - cost("DevToolsCommandDuration"));
  const [script, style, layout] = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"].map((name) => (cost) => 1000 * cost(name));
  return {
    script: of(script),
    style: of(style),
    layout: of(layout),
    rest: of((cost) => Math.max(0, task(cost) - script(cost) - style(cost) - layout(cost))),
    together: of(task),
    styles: of((cost) => cost("RecalcStyleCount")),
    layouts: of((cost) => cost("LayoutCount")),
  };
}

async function metrics(driver) {
  const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
