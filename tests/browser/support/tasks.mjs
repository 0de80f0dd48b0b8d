// How long the page was busy at a time. Chromium tells it; in the others there is nothing to report. Nothing is asserted:
// times differ from machine to machine.

/** Takes down long tasks and shifts of the layout from now on. */
export function watchTasks(page) {
  return page.run(`() => {
    window.tasks = [];
    window.shifts = [];
    const watch = (type, note) => {
      if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type });
    };
    watch("longtask", (entry) => window.tasks.push(Math.round(entry.duration)));
    watch("layout-shift", (entry) => window.shifts.push({ value: entry.value, input: entry.hadRecentInput, what: entry.sources.map(({ node }) => node?.closest?.("[part]")?.getAttribute("part") ?? node?.nodeName) }));
  }`);
}

/** What was taken down, in words. */
export async function longTasks(page) {
  const tasks = await page.run("() => window.tasks");
  return tasks.length ? `${tasks.length} tasks over 50 ms, the longest ${Math.max(...tasks)} ms (${tasks.join(", ")})` : "no task over 50 ms";
}

/** Shifts of the layout that no press of the reader explains, and all of them together. */
export async function shifts(page) {
  const all = await page.run("() => window.shifts");
  const sum = (list) => list.reduce((sum, { value }) => sum + value, 0);
  return { unasked: sum(all.filter(({ input }) => !input)), all: sum(all), what: [...new Set(all.flatMap(({ what }) => what))] };
}
