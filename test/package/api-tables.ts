import type { ClassMember } from 'custom-elements-manifest/schema.js';
import { code, type Row, table } from './markdown-table.ts';
import type { Widget } from './widget-manifest.ts';

/** The tables of the README, by the name in their markers. */
export function apiTables(widget: Widget): ReadonlyMap<string, string> {
  const { members, events, slots, parts, cssProperties } = widget;
  return new Map([
    ['api:attributes', table(['Attribute', 'Property', 'Type', 'Default', 'Meaning'], attributeRows(widget))],
    ['api:methods', table(['Method', 'Meaning'], members.flatMap(methodRow))],
    [
      'api:events',
      table(
        ['Event', 'Type', 'When'],
        events.map(({ name, type, description }) => [code(name), code(type.text), description ?? '']),
      ),
    ],
    [
      'api:slots',
      table(
        ['Slot', 'Content'],
        slots.map(({ name, description = '' }) => [name ? code(name) : '(default)', description]),
      ),
    ],
    [
      'api:parts',
      table(
        ['Part', 'What it is'],
        parts.map(({ name, description = '' }) => [code(name), description]),
      ),
    ],
    [
      'api:properties',
      table(
        ['Custom property', 'Default', 'Meaning'],
        cssProperties.map(({ name, default: value, description = '' }) => [code(name), code(value), description]),
      ),
    ],
  ]);
}

/** Attributes with their properties, then the properties that have no attribute. */
function attributeRows({ attributes, fields }: Widget): Row[] {
  const withAttribute = attributes.map(({ name, fieldName, type, default: value, description = '' }) => {
    const reflects = fields.find((field) => field.name === fieldName)?.reflects;
    return [code(name), code(fieldName), code(type?.text), code(value), description + (reflects ? ' Reflects.' : '')];
  });
  const names = new Set(attributes.map(({ fieldName }) => fieldName));
  const others = fields
    .filter(({ name }) => !names.has(name))
    .map(({ name, type, default: value, description = '', readonly }) => {
      return ['', code(name), code(type?.text), code(value), description + (readonly ? ' Read-only.' : '')];
    });
  return [...withAttribute, ...others];
}

function methodRow(member: ClassMember): Row[] {
  if (member.kind !== 'method') return [];
  const parameters = (member.parameters ?? []).map(
    ({ name, type, default: value, optional }) =>
      `${name}${(value ?? optional) ? '?' : ''}: ${type?.text ?? 'unknown'}`,
  );
  const result = member.return?.type?.text ?? 'void';
  return [[code(`${member.name}(${parameters.join(', ')}): ${result}`), member.description ?? '']];
}
