// Sets the element's view from the frame's address, before the element is defined, and writes it back: after a reload the
// frame shows the reader's view again.
// Invariant: the frame adds no entry to the history, which it shares with the page around it.

import { AddressSync } from "../loader/address-sync.js";

/** Keeps the element's view in the address of the frame. */
export function keepViewInAddress(report) {
  const address = Object.assign(new AddressSync(), { sync: "hash", prefix: "", ownsPage: true });
  const applyAddress = () => {
    const link = address.read();
    report.setAttribute("view", typeof link === "string" ? link : "");
  };
  applyAddress();
  addEventListener("hashchange", applyAddress);
  report.addEventListener("outreach-report:change", ({ detail }) => address.write(detail.view));
}
