import type { Field, Topic } from './form-definition.js';

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/**
 * What the shape of a form definition cannot say: ids are unique (topics among their siblings, fields along
 * a path), `showWhen` names an earlier field, a choice has options, and a pattern compiles.
 */
export function fieldProblems(
  topics: readonly Topic[],
  inherited: readonly string[] = [],
  path: (string | number)[] = [],
) {
  const problems: Problem[] = [];
  const siblings = new Set<string>();
  for (const [index, topic] of topics.entries()) {
    const at = [...path, index];
    if (siblings.has(topic.id)) problems.push({ path: [...at, 'id'], message: `"${topic.id}" stands twice` });
    siblings.add(topic.id);
    const known = [...inherited];
    for (const [position, field] of (topic.fields ?? []).entries()) {
      for (const message of problemsOf(field, known)) problems.push({ path: [...at, 'fields', position], message });
      known.push(field.id);
    }
    problems.push(...fieldProblems(topic.topics ?? [], known, [...at, 'topics']));
  }
  return problems;
}

function problemsOf(field: Field, known: readonly string[]): string[] {
  const problems: string[] = [];
  if (known.includes(field.id)) problems.push(`the id "${field.id}" stands twice along a path`);
  if (field.showWhen && !known.includes(field.showWhen.field)) {
    problems.push(`showWhen names "${field.showWhen.field}", which is no earlier field`);
  }
  if ((field.kind === 'select' || field.kind === 'radio') && !field.options?.length)
    problems.push('options are missing');
  if (field.pattern !== undefined && !compilePattern(field.pattern))
    problems.push(`the pattern ${field.pattern} does not compile`);
  return problems;
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
