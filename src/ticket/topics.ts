import { COUNTRIES } from './countries.js';
import type { Field, FormDefinition, LocalizedText, Notice, Topic } from './form-definition.js';
import { nearestTag } from './nearest-tag.js';

/** What a field holds: a checkbox a boolean, everything else text. */
export type FieldValue = string | boolean;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** The topics offered in a country, among the children of one topic or at the root. */
export function offeredTopics(topics: readonly Topic[] | undefined, country: string): readonly Topic[] {
  return (topics ?? []).filter((topic) => !topic.countries || topic.countries.includes(country));
}

/** The countries to choose from: where no topic is offered, a customer would get no further. */
export function offeredCountries({ countries, topics }: FormDefinition): readonly string[] {
  return (countries.only ?? COUNTRIES).filter((country) =>
    topics.some((topic) => !topic.countries || topic.countries.includes(country)),
  );
}

/** One choice of the topic step: what can be chosen on this level, and what was. */
export interface TopicLevel {
  readonly parent?: Topic;
  readonly choices: readonly Topic[];
  readonly chosen?: Topic;
}

/** The levels to show for a path of ids: every chosen one, then the one still to choose, if there is one. */
export function topicLevels(form: FormDefinition, country: string, path: readonly string[]): readonly TopicLevel[] {
  const levels: TopicLevel[] = [];
  let choices = offeredTopics(form.topics, country);
  let parent: Topic | undefined;
  while (choices.length > 0) {
    const chosen = choices.find(({ id }) => id === path[levels.length]);
    levels.push({ choices, ...(parent && { parent }), ...(chosen && { chosen }) });
    if (!chosen) break;
    choices = offeredTopics(chosen.topics, country);
    parent = chosen;
  }
  return levels;
}

/** The topics along a path of ids, as far as the path is valid in this country. */
export function topicsAlong(form: FormDefinition, country: string, path: readonly string[]): readonly Topic[] {
  return topicLevels(form, country, path).flatMap(({ chosen }) => chosen ?? []);
}

/** Whether a path ends at a topic without children, with nothing left over. */
export function isCompletePath(form: FormDefinition, country: string, path: readonly string[]): boolean {
  const levels = topicLevels(form, country, path);
  return levels.length === path.length && levels.at(-1)?.chosen !== undefined;
}

/** The fields that show for a path and the values given so far, in order. */
export function visibleFields(along: readonly Topic[], values: FieldValues): readonly Field[] {
  const shown: Field[] = [];
  for (const field of along.flatMap(({ fields }) => fields ?? [])) {
    const condition = field.showWhen;
    const isShown =
      !condition ||
      (shown.some(({ id }) => id === condition.field) &&
        condition.is.some(
          (value) => value === (wordsOf(valueOf(values, condition.field)) ?? (typeof value === 'boolean' ? false : '')),
        ));
    if (isShown) shown.push(field);
  }
  return shown;
}

/** Text as it goes out: NFC, without space around it. */
export function wordsOf<T>(value: T): T {
  return typeof value === 'string' ? (value.normalize().trim() as T) : value;
}

/** The value given for a field, never a member that every object has. */
export function valueOf(values: FieldValues, id: string): FieldValue | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

/** The value of the deepest topic on the path that sets `key`: children inherit. */
export function inherited<K extends 'descriptionHint' | 'attachments'>(along: readonly Topic[], key: K): Topic[K] {
  return along.findLast((topic) => topic[key] !== undefined)?.[key];
}

/**
 * The notices to show now: without a path the general ones, with a path those about a topic on it.
 * @param now milliseconds since the epoch
 */
export function currentNotices(
  form: FormDefinition,
  { country, path, now }: { country: string; path?: readonly string[]; now: number },
): readonly Notice[] {
  return form.notices.filter(
    ({ topics, countries, until }) =>
      (path ? topics?.some((id) => path.includes(id)) : !topics) &&
      (!countries || !country || countries.includes(country)) &&
      !(until && Date.parse(until) < now),
  );
}

/** A localized text in the best language there is: the nearest, the form's first, any. */
export function textIn(text: LocalizedText, locale: string, languages: readonly string[] = []): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const tag = nearestTag(locale, tags) ?? nearestTag(languages[0] ?? '', tags) ?? tags[0];
  return text[tag ?? ''] ?? '';
}
