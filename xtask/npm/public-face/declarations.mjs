// The TypeScript declarations of the element, its events and totals: static/host/outreach-report.d.ts.
// Invariant: the declarations for frameworks import all types from this file and repeat none of them.

import { attributeText, attributeType, eventType } from "./manifest.mjs";

/** The text of the declarations. */
export function declarations(face) {
  return `${heading(face, "public-face.json and totals.d.ts")}
/**
 * The element \`<${face.tag}>\`: ${decapitalised(face.summary)}
 * Importing \`${face.script}\` defines it; this file describes it.
 */

${face.totals}
/** The code of a failure. It is the same in every language. */
export type FailureCode =
${face.failures.map(({ code, cause }) => `  /** ${sentence(cause)} */\n  | ${JSON.stringify(code)}`).join("\n")};

/** Why no data can be shown: the detail of \`outreach-report:error\`, and what \`ready\` rejects with. */
export interface Failure {
  code: FailureCode;
  /** What went wrong, as a sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** The events of the element. They bubble and are composed: seen outside a shadow root too. */
export interface OutreachReportEventMap {
${lines(face.events, (event) => [event.description, `${JSON.stringify(event.name)}: ${eventType(event)}`])}
}

/** The attributes of the element. */
export interface OutreachReportAttributes {
${lines(face.attributes, (attribute) => [attributeText(attribute), `${attribute.name}?: ${attributeType(attribute)} | undefined`])}
}

/**
 * The element. Its content is shown until the report is there, or instead of it.
 *
${tags(face)}
 */
export interface ${face.class} extends HTMLElement {
${lines(face.properties, ({ name, type, readonly, description }) => [description, `${readonly ? "readonly " : ""}${name}: ${type}`])}
}

declare global {
  interface HTMLElementTagNameMap {
    ${JSON.stringify(face.tag)}: ${face.class};
  }
  /** On the element, and wherever its events pass by. */
  interface GlobalEventHandlersEventMap extends OutreachReportEventMap {}
}
`;
}

/** The first line of a generated file of TypeScript. */
export function heading({ command }, source = "public-face.json") {
  return `// Generated from ${source} by \`${command}\`; do not edit.\n`;
}

/** Members of an interface. `member` gives the description and the declaration of an entry. */
export function lines(entries, member, indent = "  ") {
  return entries.map(member).map(([description, text]) => `${indent}/** ${description} */\n${indent}${text};`).join("\n");
}

/** The tags by which tools that read comments know the element. */
function tags(face) {
  const usual = (attribute) => (attribute.default ? `[${attribute.name}=${attribute.default}]` : attribute.name);
  const groups = [
    face.attributes.map((attribute) => `@attr {${attributeType(attribute)}} ${usual(attribute)} - ${attribute.description}`),
    face.events.map((event) => `@fires {${eventType(event)}} ${event.name} - ${event.description}`),
    [`@slot - ${face.slot}`],
    face.customProperties.map(({ name, description }) => `@cssprop ${name} - ${description}`),
    face.parts.map(({ name, description }) => `@csspart ${name} - ${description}`),
  ];
  return groups.map((group) => group.map((tag) => ` * ${tag}`).join("\n")).join("\n *\n");
}

const decapitalised = (text) => text[0].toLowerCase() + text.slice(1);

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;
