// Records long tasks and layout shifts. Only Chromium reports them; the lists of the other browsers stay empty. Nothing is
// asserted, because times differ from machine to machine.

/** Starts to record long tasks and layout shifts. */
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

/** Describes the long tasks that were recorded. */
export async function longTasks(page) {
  const tasks = await page.run("() => window.tasks");
  return tasks.length ? `${tasks.length} tasks over 50 ms, the longest ${Math.max(...tasks)} ms (${tasks.join(", ")})` : "no task over 50 ms";
}

/** The sums of the layout shifts without a press of the reader and of all layout shifts, and the parts that moved. */
export async function layoutShifts(page) {
  const all = await page.run("() => window.shifts");
  const sum = (list) => list.reduce((sum, { value }) => sum + value, 0);
  return { unasked: sum(all.filter(({ input }) => !input)), all: sum(all), what: [...new Set(all.flatMap(({ what }) => what))] };
}
