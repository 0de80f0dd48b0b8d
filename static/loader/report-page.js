// Finds out whether a page of the report lies beside its script: a host may have only the four files of the element, or
// a page of its own under the same name.
// Invariant: nothing is requested before a reader needs the answer, and no page twice that has answered.

const answers = {};

/** Resolves with whether a page of the report can be fetched at this address. */
export function isReportPage({ origin, pathname }) {
  const address = origin + pathname;
  // A failed request says nothing about the next.
  return (answers[address] ??= ask(address).catch(() => delete answers[address] && false));
}

async function ask(address) {
  const { ok, body } = await fetch(address, { signal: AbortSignal.timeout(5000) });
  // The mark is at the beginning, and the single-file pages are large.
  const reader = body.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return ok && new TextDecoder().decode(value).includes('content="Outreach Report"');
}
