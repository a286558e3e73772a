import type { Field, FormDefinition, Topic } from './form-definition.js';
import { offeredCountries } from './topics.js';

const LONGEST_DESCRIPTION = 100_000;

/**
 * What the shape of a form definition cannot say: its parts agree with each other. Sentences that begin with the path.
 */
export function contradictions(form: FormDefinition): readonly string[] {
  const { topics, notices } = form;
  const { preselect } = form.countries;
  const { minLength, maxLength } = form.description;
  const offered = offeredCountries(form);
  return [
    ...topicProblems(topics, [], 'topics'),
    ...broken('countries', [
      [offered.length === 0, 'none of them has a topic'],
      [preselect && !offered.includes(preselect), 'preselect is not among those that have a topic'],
    ]),
    ...broken('description', [
      [minLength > maxLength, 'minLength is above maxLength'],
      [maxLength > LONGEST_DESCRIPTION, `maxLength is above ${String(LONGEST_DESCRIPTION)}`],
    ]),
    ...notices.flatMap(({ until }, index) =>
      broken(`notices.${String(index)}.until`, [[until && Number.isNaN(Date.parse(until)), 'expected a date']]),
    ),
  ];
}

function broken(path: string, rules: readonly (readonly [isBroken: unknown, message: string])[]): readonly string[] {
  return rules.flatMap(([isBroken, message]) => (isBroken ? `${path}: ${message}` : []));
}

/** Ids are unique: topics among their siblings, fields along a path. */
function topicProblems(topics: readonly Topic[], inherited: readonly Field[], path: string): readonly string[] {
  const ids = new Set<string>();
  return topics.flatMap(({ id, fields = [], topics: children = [] }, index) => {
    const at = `${path}.${String(index)}`;
    const isTwin = ids.has(id);
    ids.add(id);
    return [
      ...broken(`${at}.id`, [[isTwin, `"${id}" stands twice`]]),
      ...fields.flatMap((field, position) =>
        broken(`${at}.fields.${String(position)}`, fieldRules(field, [...inherited, ...fields.slice(0, position)])),
      ),
      ...topicProblems(children, [...inherited, ...fields], `${at}.topics`),
    ];
  });
}

/** A field by itself: `showWhen` names an earlier one, a choice has options, a pattern compiles, and bounds leave something. */
function fieldRules(field: Field, earlier: readonly Field[]): readonly [isBroken: unknown, message: string][] {
  const { id, kind, showWhen, options, pattern = '', min, max, minLength = 0, maxLength = Infinity } = field;
  const named = showWhen?.field ?? '';
  const condition = earlier.find((other) => other.id === named);
  const read = (bound: unknown) => (kind === 'date' ? Date.parse(String(bound)) : Number(bound));
  return [
    [earlier.some((other) => other.id === id), `the id "${id}" stands twice along a path`],
    [showWhen && !condition, `showWhen names "${named}", which is no earlier field`],
    [condition?.kind === 'number', `showWhen names "${named}", a number: those are written in many ways`],
    [(kind === 'select' || kind === 'radio') && !options?.length, 'options are missing'],
    [!compilePattern(pattern), `the pattern ${pattern} does not compile`],
    [[min, max].some((bound) => bound !== undefined && Number.isNaN(read(bound))), 'min or max cannot be read'],
    [read(min) > read(max), 'min is above max'],
    [minLength > maxLength, 'minLength is above maxLength'],
  ];
}

/** The pattern of a field as HTML reads it: anchored at both ends (`pattern` attribute, without the `v` flag). */
export function compilePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    // Protects the form from one field's typing error: the caller decides what a missing pattern means.
    return undefined;
  }
}
