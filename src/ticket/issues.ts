/** The steps in which answers are given, in order. */
export const STEPS = ['country', 'contact', 'topic', 'details', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** One thing wrong with one answer. A code, never a sentence: only locales know words. */
export interface Issue {
  /** JSON Pointer into the ticket as a URI fragment (RFC 6901, section 6): `#/contact/email`. */
  readonly pointer: string;
  readonly step: Step;
  readonly code: string;
  /** The bound that was crossed, if the code has one. */
  readonly limit?: number | string;
  /** A server's own words, for codes that the widget does not know. */
  readonly detail?: string;
}

const STEP_OF: Readonly<Record<string, Step>> = {
  country: 'country',
  contact: 'contact',
  topic: 'topic',
  fields: 'topic',
  description: 'details',
  attachments: 'details',
};

/** The step on which the answer behind a pointer is given; what stands nowhere else is said on review. */
export function stepOf(pointer: string): Step {
  const root = pointer.split('/')[1] ?? '';
  // Pointers come from servers: "constructor" is a member of every object.
  return (Object.hasOwn(STEP_OF, root) && STEP_OF[root]) || 'review';
}

/** What zod found, in the order in which the fields show. One issue an answer: the first. */
export function toIssues(
  found: readonly { readonly path: PropertyKey[]; readonly message: string }[],
): readonly Issue[] {
  const issues = new Map<string, Issue>();
  for (const issue of found) {
    const pointer = ['#', ...issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join(
      '/',
    );
    if (!issues.has(pointer))
      issues.set(pointer, { pointer, step: stepOf(pointer), code: codeOf(issue.message), ...limitOf(issue) });
  }
  return inOrder([...issues.values()]);
}

/** Issues sorted by step; within a step they keep their order. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
}

/** Our own codes are one word; zod's own message means that the input is not even of the right type. */
function codeOf(message: string): string {
  return message.includes(' ') ? 'wrong-type' : message;
}

function limitOf(issue: object): { limit?: number | string } {
  const { params, maximum, minimum } = issue as Record<string, unknown>;
  const limit = (params as { limit?: unknown } | undefined)?.limit ?? maximum ?? minimum;
  return typeof limit === 'number' || typeof limit === 'string' ? { limit } : {};
}
