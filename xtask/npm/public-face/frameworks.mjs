// The types of the element in JSX (React 18, React 19) and in the templates of Vue and Svelte.
// Invariant: they accept only what works when it runs. In particular, React 18 sets attributes and no listeners, and
// React 19 and Vue set a property where the element has one of that name, even one that is read-only.

import { heading, lines } from "./declarations.mjs";
import { eventType } from "./manifest.mjs";

/** How a page includes one of these files. */
const use = (name) =>
  `Include it once: \`import type {} from "./outreach-report.${name}.js"\`, or name the file in \`include\` of tsconfig.json.`;

/** The types for JSX in React 19. */
export function react19(face) {
  const [first] = face.events;
  return `${heading(face)}
/**
 * The element in JSX, for React 19.
 * ${use("react")}
 *
 * Listeners are props, such as \`on${first.name}\`. For compilers that refuse a colon in JSX (Babel and SWC by
 * default) write \`{...{ "on${first.name}": listener }}\`. When React 19 hydrates a server-rendered page it does not
 * attach them (react/react#35446): use a \`ref\` and \`addEventListener\` there.
 */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ${imports(face)} } from "./outreach-report.js";

type Common = DetailedHTMLProps<HTMLAttributes<${face.class}>, ${face.class}>;

export interface OutreachReportProps
  extends Omit<Common, keyof OutreachReportAttributes>, OutreachReportAttributes {
${lines(face.events, (event) => [event.description, listener(`on${event.name}`, event)])}
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      ${JSON.stringify(face.tag)}: OutreachReportProps;
    }
  }
}
`;
}

/** The types for JSX in React 18. */
export function react18(face) {
  const change = face.events.at(1);
  return `${heading(face)}
/**
 * The element in JSX, for React 18.
 * ${use("react-18")}
 *
 * React 18 sets attributes of custom elements, and neither properties nor listeners: for the report's events use a
 * \`ref\` and \`addEventListener("${change.name}", …)\`. It does not translate \`className\`, and it writes
 * \`false\` as text.
 */

import type { AriaAttributes, CSSProperties, ClassAttributes, DOMAttributes } from "react";
import type { ${face.class}, OutreachReportAttributes } from "./outreach-report.js";

export interface OutreachReportProps
  extends OutreachReportAttributes, AriaAttributes, ClassAttributes<${face.class}>, DOMAttributes<${face.class}> {
  id?: string | undefined;
  class?: string | undefined;
  style?: CSSProperties | undefined;
  slot?: string | undefined;
  dir?: "ltr" | "rtl" | "auto" | undefined;
  title?: string | undefined;
  role?: string | undefined;
  tabIndex?: number | undefined;
  hidden?: true | undefined;
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      ${JSON.stringify(face.tag)}: OutreachReportProps;
    }
  }
}
`;
}

/** The types for templates in Vue 3. */
export function vue(face) {
  return `${heading(face)}
/**
 * The element in templates, for Vue 3.3 and newer.
 * ${use("vue")}
 *
 * Listeners are written as usual: \`@${face.events[0].name}="listener"\`. Tell Vue's compiler that the element is none of
 * its components: \`isCustomElement: (tag) => tag === "${face.tag}"\`.
 */

import type { HTMLAttributes, PublicProps } from "vue";
import type { ${imports(face)} } from "./outreach-report.js";

export interface OutreachReportProps extends Omit<HTMLAttributes, keyof OutreachReportAttributes>, OutreachReportAttributes {
${lines(face.events, (event) => [event.description, listener(vueListener(event.name), event)])}
}

declare module "vue" {
  interface GlobalComponents {
    ${JSON.stringify(face.tag)}: new () => ${face.class} & { $props: OutreachReportProps & PublicProps };
  }
}
`;
}

/** The types for templates in Svelte 5. */
export function svelte(face) {
  const handler = (name, event) => `${JSON.stringify(name)}?: EventHandler<${eventType(event)}, ${face.class}> | undefined`;
  return `${heading(face)}
/**
 * The element in components, for Svelte 5.
 * ${use("svelte")}
 *
 * Listeners are written \`on${face.events[0].name}={listener}\`; in components without runes also
 * \`on:${face.events[0].name}={listener}\`.
 */

import type { EventHandler, HTMLAttributes } from "svelte/elements";
import type { ${imports(face)} } from "./outreach-report.js";

export interface OutreachReportProps
  extends Omit<HTMLAttributes<${face.class}>, keyof OutreachReportAttributes>, OutreachReportAttributes {
${lines(face.events, (event) => [event.description, handler(`on${event.name}`, event)])}
${lines(face.events, (event) => [event.description, handler(`on:${event.name}`, event)])}
}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    ${JSON.stringify(face.tag)}: OutreachReportProps;
  }
}
`;
}

/** The declaration of a prop that takes a listener. */
function listener(name, event) {
  return `${JSON.stringify(name)}?: ((event: ${eventType(event)}) => void) | undefined`;
}

/** The types that declarations with listeners use. */
function imports(face) {
  const details = new Set(face.events.map(({ detail }) => detail));
  return [face.class, "OutreachReportAttributes", ...details].sort().join(", ");
}

/** The prop to which Vue's compiler turns a listener: `onOutreachReport:change`. */
function vueListener(event) {
  return `on-${event}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
