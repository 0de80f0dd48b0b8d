// Addresses that show a file to people, in a preview, and do not give it to other pages: what to use in their place.

/** By host and path: what to do. Groups of the pattern are parts of the address. */
const PREVIEWS = [
  [/^github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+)/, ([, project, path]) => fileItself("GitHub", `https://raw.githubusercontent.com/${project}/${path}`)],
  [/^gist\.github\.com\/([^/]+\/\w+)$/, ([, gist]) => fileItself("GitHub", `https://gist.githubusercontent.com/${gist}/raw`)],
  [/^gitlab\.com\/(.+)\/-\/blob\/(.+)/, ([, project, path]) => fileItself("GitLab", `https://gitlab.com/${project}/-/raw/${path}`)],
  [
    /^(?:www\.)?dropbox\.com\/(.+)/,
    ([, path], { searchParams }) => {
      searchParams.set("dl", "1");
      return fileItself("Dropbox", `https://dl.dropboxusercontent.com/${path}?${searchParams}`);
    },
  ],
  [
    /^docs\.google\.com\/spreadsheets\//,
    () => "This is the address of a Google sheet. This version of the report reads JSON, which a sheet is not, also where it was published with “Publish to web”: put a file in the format “outreach-report/1” on a web host, and its address in src.",
  ],
  [/^(?:drive|docs)\.google\.com\//, () => onlyPreview("Google Drive")],
  [/^(?:onedrive\.live\.com|1drv\.ms)\//, () => onlyPreview("OneDrive")],
  [/^[\w-]+\.sharepoint\.com\//, () => onlyPreview("SharePoint")],
  [/^(?:[\w-]+\.)?box\.com\//, () => onlyPreview("Box")],
  [/^www\.icloud\.com\//, () => onlyPreview("iCloud")],
];

/** What to do about an address in `src` that is a preview; `undefined` if it is none that we know. */
export function adviceFor(address) {
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  for (const [pattern, advice] of PREVIEWS) {
    const found = pattern.exec(url.host + url.pathname);
    if (found) return advice(found, url);
  }
  return undefined;
}

const fileItself = (service, address) => `This is the address of a page on which ${service} shows the file. Set src to that of the file itself: ${address}`;

const onlyPreview = (service) => `${service} shows this file in a preview, and does not let other pages read it. Put the file on a web host, and its address in src.`;
