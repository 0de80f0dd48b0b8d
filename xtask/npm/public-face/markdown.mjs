// The public face for people: the table of attributes in README.md, and the reference page docs/reference.md.
// Invariant: a cell is one line, and a `|` in it is escaped.

import { attributeText, attributeType, eventType } from "./manifest.mjs";

/** The table of attributes in README.md. */
export function attributeTable(face) {
  return table(["attribute", "meaning"], face.attributes.map((attribute) => [code(attribute.name), attributeText(attribute)]));
}

/** The text of docs/reference.md. */
export function reference(face) {
  return `# Reference

Generated from \`static/host/public-face.json\` by \`${face.command}\`; do not edit this page.

\`<${face.tag}>\`: ${face.description}

## Attributes

Every attribute can be changed at any time.

${table(["attribute", "type", "default", "meaning"], face.attributes.map((attribute) => [
    code(attribute.name),
    code(attributeType(attribute)),
    attribute.default ? code(attribute.default) : "",
    attributeText(attribute),
  ]))}
## Properties

${table(["property", "type", "", "meaning"], face.properties.map(({ name, type, readonly, description }) => [
    code(name),
    code(type),
    readonly ? "read-only" : "",
    description,
  ]))}
## Events

Events bubble and are composed: they are seen outside a shadow root too. The types of their details are in
\`outreach-report.d.ts\`.

${table(["event", "type", "when"], face.events.map((event) => [code(event.name), code(eventType(event)), event.description]))}
## Slot

The content of the element: ${face.slot[0].toLowerCase()}${face.slot.slice(1)}

## Custom properties

Set them on the element. \`theming.html\` shows an example of each.

${table(["custom property", "default", "meaning"], face.customProperties.map(({ name, default: usual, description }) => [code(name), code(usual), description]))}
## Parts

Style them from the page: \`${face.tag}::part(headline) { … }\`.

${table(["part", "meaning"], face.parts.map(({ name, description }) => [code(name), description]))}
## Error codes

If no data can be shown, the content of the element stays, a notice says why, \`outreach-report:error\` is fired and
\`ready\` rejects, both with \`{ code, message, hint }\`. Message and hint are sentences; the code is the same in every
language. A \`panic\` after data were shown fires the event; \`ready\` is resolved by then.

${table(["code", "cause", "remedy"], face.failures.map(({ code: name, cause, remedy }) => [code(name), cause, remedy]))}
## For frameworks and editors

These files are beside the script:

${table(["file", "for"], [
    ["`outreach-report.d.ts`", "TypeScript: the element, its events, totals and failures"],
    ["`outreach-report.react.d.ts`", "JSX in React 19"],
    ["`outreach-report.react-18.d.ts`", "JSX in React 18, which sets attributes only: use a `ref` and `addEventListener` for events"],
    ["`outreach-report.vue.d.ts`", "templates of Vue 3"],
    ["`outreach-report.svelte.d.ts`", "components of Svelte 5"],
    ["`custom-elements.json`", "tools that read a custom-elements manifest"],
    ["`vscode.html-custom-data.json`, `vscode.css-custom-data.json`", "VS Code: the settings `html.customData` and `css.customData`"],
    ["`web-types.json`", "JetBrains IDEs: the field `web-types` of package.json"],
  ])}`;
}

function table(titles, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(titles) + `|${"---|".repeat(titles.length)}\n` + rows.map(line).join("");
}

const code = (text) => `\`${text}\``;
