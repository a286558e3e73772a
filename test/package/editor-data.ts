import type { Widget } from './widget-manifest.ts';

/** The tag for editors that complete HTML and CSS, as files by name. */
export function editorData(
  widget: Widget,
  { name, version }: { name: string; version: string },
): ReadonlyMap<string, object> {
  return new Map<string, object>([
    ['vscode.html-custom-data.json', htmlCustomData(widget, name)],
    ['vscode.css-custom-data.json', cssCustomData(widget)],
    ['web-types.json', webTypes(widget, name, version)],
  ]);
}

/** VS Code's custom data for HTML, version 1.1. */
function htmlCustomData({ description, attributes }: Widget, name: string): object {
  const described = attributes.map(({ name, description, type }) => {
    const values = valuesOf(type?.text).map((value) => ({ name: value }));
    return {
      name,
      description,
      ...(values.length > 0 && { values }),
      ...(type?.text === 'boolean' && { valueSet: 'v' }),
    };
  });
  return { version: 1.1, tags: [{ name, description, attributes: described }] };
}

/** VS Code's custom data for CSS, version 1.1. */
function cssCustomData({ cssProperties, parts }: Widget): object {
  return {
    version: 1.1,
    properties: cssProperties.map(({ name, description }) => ({ name, description })),
    pseudoElements: parts.map(({ name, description }) => ({ name: `::part(${name})`, description })),
  };
}

/** JetBrains' format, which `web-types` in package.json leads to. */
function webTypes(widget: Widget, name: string, version: string): object {
  const { description, attributes, fields, events, slots, parts, cssProperties } = widget;
  const element = {
    name,
    description,
    attributes: attributes.map(({ name, description, type }) => ({
      name,
      description,
      value: { type: type?.text ?? 'string', ...(type?.text === 'boolean' && { kind: 'no-value' }) },
    })),
    slots: slots.map(({ name, description }) => ({ name: name || 'default', description })),
    js: {
      properties: fields
        .filter(({ name }) => name !== 'ownLocale')
        .map(({ name, description, type, readonly = false }) => ({
          name,
          description,
          type: type?.text,
          'read-only': readonly,
        })),
      events: events.map(({ name, description, type }) => ({ name, description, type: type.text })),
    },
    css: {
      parts: parts.map(({ name, description }) => ({ name, description })),
      properties: cssProperties.map(({ name, description, default: value }) => ({ name, description, default: value })),
    },
  };
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: [element] } },
  };
}

/** The strings of a union of strings. */
function valuesOf(type = ''): string[] {
  return [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value!);
}
