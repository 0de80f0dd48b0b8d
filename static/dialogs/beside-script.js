// Which files of the report a page can have from the folder of its script: those that embed code and saved pages need.
// A host may have only the four files of the element, or a page of its own under one of these names.

import { LOOK_FOR } from "./files.js";
import { reportFolder } from "./report-folder.js";

const missing = new Set();

/** Looks for the files. `isReportPage` tells whether a page of the report can be fetched at an address. */
export async function lookBesideScript(isReportPage) {
  const folder = reportFolder();
  // From disk the code has the address of a host still to come, which will have all files.
  if (!folder) return;
  const look = async ([page, files]) => {
    const isThere = await isReportPage(new URL(page, folder));
    for (const name of files) missing[isThere ? "delete" : "add"](name);
  };
  await Promise.all(Object.entries(LOOK_FOR).map(look));
}

/** Whether a file was looked for and not found. */
export const isMissing = (name) => missing.has(name);
