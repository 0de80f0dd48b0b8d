// The custom-elements manifest: static/host/custom-elements.json, read by documentation tools and editors.
// Invariant: it has only fields of the manifest's schema 1.0.0, so failure codes are not in it.

/** Said of each event, because the manifest has no fields for it. */
const BUBBLING = "Bubbles and is composed: seen outside a shadow root too.";

/** The text of the manifest. */
export function manifest(face) {
  const element = {
    kind: "class",
    customElement: true,
    name: face.class,
    tagName: face.tag,
    summary: face.summary,
    description: face.description,
    superclass: { name: "HTMLElement", package: "global:" },
    attributes: face.attributes.map((attribute) => ({
      name: attribute.name,
      type: { text: attributeType(attribute) },
      ...(attribute.default !== undefined && { default: JSON.stringify(attribute.default) }),
      description: attributeText(attribute),
    })),
    members: face.properties.map(({ name, type, readonly, description }) => ({
      kind: "field",
      name,
      type: { text: type },
      ...(readonly && { readonly }),
      description,
    })),
    events: face.events.map((event) => ({ name: event.name, type: { text: eventType(event) }, description: `${event.description} ${BUBBLING}` })),
    slots: [{ name: "", description: face.slot }],
    cssProperties: face.customProperties,
    cssParts: face.parts,
  };
  const definition = { kind: "custom-element-definition", name: face.tag, declaration: { name: face.class, module: face.script } };
  const module = { kind: "javascript-module", path: face.script, summary: `Defines the element \`<${face.tag}>\`.`, declarations: [element], exports: [definition] };
  return json({ schemaVersion: "1.0.0", modules: [module] });
}

/** The TypeScript type of an attribute: its values, or the type that the table gives. */
export function attributeType({ type, values }) {
  return values ? values.map(({ name }) => JSON.stringify(name)).join(" | ") : type;
}

/** The TypeScript type of an event. */
export function eventType({ detail }) {
  return `CustomEvent<${detail}>`;
}

/** The description of an attribute with its values, in Markdown. */
export function attributeText({ description, values = [], default: usual }) {
  const list = values.map(({ name, description }) => `\`${name}\`${name === usual ? " (default)" : ""}: ${description}`);
  return list.length > 0 ? `${description} ${list.join("; ")}.` : description;
}

/** A JSON file. */
export function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
