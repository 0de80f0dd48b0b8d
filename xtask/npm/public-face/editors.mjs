// The element for editors: custom data for VS Code (HTML and CSS) and web-types for JetBrains IDEs.
// Invariant: descriptions are Markdown, and each file tells its editor so.

import { attributeText, attributeType, eventType, json } from "./manifest.mjs";

/** The text of the custom data for HTML in VS Code (setting `html.customData`). */
export function htmlData(face) {
  const attributes = face.attributes.map((attribute) => ({
    name: attribute.name,
    description: markdown(attributeText(attribute)),
    ...(attribute.values && { values: attribute.values.map(({ name, description }) => ({ name, description: markdown(description) })) }),
  }));
  return json({ version: 1.1, tags: [{ name: face.tag, description: markdown(`${face.summary}\n\n${face.description}`), attributes }] });
}

/** The text of the custom data for CSS in VS Code (setting `css.customData`). */
export function cssData(face) {
  return json({
    version: 1.1,
    properties: face.customProperties.map(({ name, default: usual, description }) => ({ name, description: markdown(`${description} Default: \`${usual}\`.`) })),
    pseudoElements: face.parts.map(({ name, description }) => ({ name: `::part(${name})`, description: markdown(`\`<${face.tag}>\`: ${description}`) })),
  });
}

/** The text of the web-types for JetBrains IDEs (field `web-types` of package.json). */
export function webTypes(face) {
  const element = {
    name: face.tag,
    description: face.description,
    attributes: face.attributes.map((attribute) => ({
      name: attribute.name,
      description: attributeText(attribute),
      ...(attribute.default !== undefined && { default: attribute.default }),
      value: { type: attributeType(attribute) },
    })),
    slots: [{ name: "", description: face.slot }],
    js: {
      properties: face.properties.map(({ name, type, readonly, description }) => ({ name, type, ...(readonly && { "read-only": true }), description })),
      events: face.events.map((event) => ({ name: event.name, type: eventType(event), description: event.description })),
    },
    css: {
      properties: face.customProperties.map(({ name, default: usual, description }) => ({ name, default: usual, description })),
      parts: face.parts,
    },
  };
  return json({
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name: face.tag,
    version: face.version,
    "js-types-syntax": "typescript",
    "description-markup": "markdown",
    contributions: { html: { elements: [element] } },
  });
}

const markdown = (value) => ({ kind: "markdown", value });
