import type { Field, Widget } from './widget-manifest.ts';

const ofWidget = '<HelpTicketWidget>';
const REACT = 'ClassAttributes, HTMLAttributes';
const inReact = `ClassAttributes${ofWidget} & HTMLAttributes${ofWidget}`;

interface Jsx {
  readonly imports: string;
  /** What the framework lets every element have. */
  readonly usual: string;
  /** What it lets ours have besides. */
  readonly props: string;
  /** Before the name of an event. */
  readonly prefix: string;
}

/** Types of the element for frameworks that have their own, as files by name. They build on those of the class. */
export function frameworkTypes(widget: Widget): ReadonlyMap<string, string> {
  return new Map([
    ['props.d.ts', props(widget)],
    ['react.d.ts', inJsx('react', { imports: REACT, usual: inReact, props: 'Props', prefix: 'on' })],
    // It writes `form` as an attribute, as it does for a button: a ref can set the property.
    ['preact.d.ts', inJsx('preact', { imports: REACT, usual: inReact, props: `Omit<Props, 'form'>`, prefix: 'on' })],
    [
      'solid.d.ts',
      inJsx('solid-js', { imports: 'JSX', usual: `JSX.HTMLAttributes${ofWidget}`, props: 'Props', prefix: 'on:' }),
    ],
    ['svelte.d.ts', inSvelte],
    ['vue.d.ts', inVue],
  ]);
}

function props({ attributes, fields }: Widget): string {
  const writable = fields.filter(({ name, readonly }) => !readonly && name !== 'ownLocale');
  const dashed = attributes.filter(({ name }) => name.includes('-'));
  return `import type { HelpTicketEvents, HelpTicketWidget } from '../index.js';

/** Properties of \`<help-ticket-widget>\`, and its attributes where those are spelled in another way. */
export interface Props {${[
    ...writable.map((field) => property(field, field.name, `HelpTicketWidget['${field.name}']`)),
    ...dashed.map((attribute) => {
      // Some frameworks would write "false" into it, which is as good as true: that is for the property.
      const type = attribute.type?.text === 'boolean' ? `true | ''` : `HelpTicketWidget['${attribute.fieldName}']`;
      return property(attribute, `'${attribute.name}'`, type);
    }),
  ].join('')}
}

export type Listeners<Prefix extends string> = {
  [Name in keyof HelpTicketEvents as \`\${Prefix}\${Name}\`]?: (event: CustomEvent<HelpTicketEvents[Name]>) => void;
};
`;
}

function property({ description = '' }: Pick<Field, 'description'>, name: string, type: string): string {
  return `
  /** ${description} */
  ${name}?: ${type} | undefined;`;
}

/** JSX's list of tags is each framework's own. */
function inJsx(module: string, { imports, usual, props, prefix }: Jsx): string {
  return `import type { ${imports} } from '${module}';
${ours}
type Usual = ${usual};

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
      'help-ticket-widget': Omit<Usual, keyof Props> & ${props} & Listeners<'${prefix}'>;
    }
  }
}
`;
}

const ours = `import type { HelpTicketWidget } from '../index.js';
import type { Listeners, Props } from './props.js';
`;

const inSvelte = `import type { HTMLAttributes } from 'svelte/elements';
${ours}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'help-ticket-widget': Omit<HTMLAttributes<HelpTicketWidget>, keyof Props> & Props & Listeners<'on'>;
  }
}
`;

const inVue = `import type { EmitFn, HTMLAttributes } from 'vue';
import type { HelpTicketEvents, HelpTicketWidget } from '../index.js';
import type { Props } from './props.js';

type Events = { [Name in keyof HelpTicketEvents]: (event: CustomEvent<HelpTicketEvents[Name]>) => void };

declare module 'vue' {
  interface GlobalComponents {
    'help-ticket-widget': new () => HelpTicketWidget & {
      $props: Omit<HTMLAttributes, keyof Props> & Props;
      $emit: EmitFn<Events>;
    };
  }
}
`;
