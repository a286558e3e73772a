import type {
  Attribute,
  ClassDeclaration,
  ClassField,
  ClassMember,
  CssCustomProperty,
  CssPart,
  CustomElement,
  Event,
  Package,
  Slot,
} from 'custom-elements-manifest/schema.js';

export type Field = ClassField & { readonly?: boolean; reflects?: boolean };

/** What custom-elements.json says of the one element in it. */
export interface Widget {
  readonly description: string;
  readonly attributes: readonly Attribute[];
  /** Properties, without static ones. */
  readonly fields: readonly Field[];
  readonly members: readonly ClassMember[];
  readonly events: readonly Event[];
  readonly slots: readonly Slot[];
  readonly parts: readonly CssPart[];
  readonly cssProperties: readonly CssCustomProperty[];
}

export function widgetIn(manifest: Package): Widget {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const element = declarations.find(({ kind }) => kind === 'class') as ClassDeclaration & CustomElement;
  const { description = '', attributes = [], members = [], events = [], slots = [] } = element;
  return {
    description,
    attributes,
    fields: members.filter((member): member is Field => member.kind === 'field' && !member.static),
    members: members.filter((member) => !member.static),
    events,
    slots,
    parts: element.cssParts ?? [],
    cssProperties: element.cssProperties ?? [],
  };
}
