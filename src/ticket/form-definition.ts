import * as z from 'zod/mini';
import { COUNTRIES } from './countries.js';
import { fieldProblems } from './form-rules.js';

// `new Function` would be reported as a violation under a strict CSP, even where zod catches the error.
z.config({ jitless: true });

const ID = /^[a-z0-9][\w-]{0,63}$/i;
const LINK = /^(https:|mailto:|tel:)/i;

const id = z.string().check(z.regex(ID));
const country = z.string().check(z.refine((code) => COUNTRIES.includes(code), 'no such country'));
const link = z.string().check(z.regex(LINK, 'a link starts with https:, mailto: or tel:'));
const count = z.number().check(z.gte(0));

/** One value of a few. (`z.enum`, `z.union` and `z.record` say the same for three times the bytes.) */
const oneOf = <T extends string>(...values: T[]) =>
  z.custom<T>((value) => values.includes(value), `expected one of ${values.join(', ')}`);

/** A text in one language for all, or one per BCP 47 tag. */
const localizedText = z.custom<string | Record<string, string>>(
  (value) =>
    typeof value === 'string' || (isRecord(value) && Object.values(value).every((text) => typeof text === 'string')),
  'expected a text, or one for each language',
);

const bound = z.custom<string | number>(
  (value) => typeof value === 'string' || typeof value === 'number',
  'expected a number or a date',
);
const answer = z.custom<string | boolean>(
  (value) => typeof value === 'string' || typeof value === 'boolean',
  'expected a text, true or false',
);

const field = z.object({
  id,
  kind: oneOf('text', 'textarea', 'number', 'date', 'select', 'radio', 'checkbox', 'email', 'url'),
  label: localizedText,
  hint: z.optional(localizedText),
  required: z.optional(z.boolean()),
  options: z.optional(z.array(z.object({ value: z.string(), label: localizedText }))),
  min: z.optional(bound),
  max: z.optional(bound),
  minLength: z.optional(count),
  maxLength: z.optional(count),
  pattern: z.optional(z.string()),
  patternMessage: z.optional(localizedText),
  showWhen: z.optional(z.object({ field: id, is: z.array(answer) })),
});

const topic = z.object({
  id,
  label: localizedText,
  hint: z.optional(localizedText),
  countries: z.optional(z.array(country)),
  descriptionHint: z.optional(localizedText),
  attachments: z.optional(z.object({ hint: z.optional(localizedText), required: z.optional(z.boolean()) })),
  fields: z.optional(z.array(field)),
  get topics(): z.ZodMiniOptional<z.ZodMiniArray<typeof topic>> {
    return z.optional(z.array(topic));
  },
});

const notice = z.object({
  text: localizedText,
  url: z.optional(link),
  topics: z.optional(z.array(id)),
  countries: z.optional(z.array(country)),
  until: z.optional(z.string()),
});

/**
 * What a site owner may say about the form (`form-url`, `form`, or a child `<script type="application/json">`).
 * Only `topics` is required. Lengths are UTF-16 code units, sizes bytes, `replyWithinHours` hours.
 */
export const formDefinitionSchema = z.object({
  replyWithinHours: z.optional(z.number().check(z.gt(0))),
  languages: z._default(z.array(z.string()), []),
  countries: z._default(
    z.object({
      only: z.optional(z.array(country).check(z.minLength(1))),
      likely: z.optional(z.array(country)),
      preselect: z.optional(country),
    }),
    {},
  ),
  contact: z._default(z.object({ phone: z._default(oneOf('optional', 'required', 'hidden'), 'optional') }), {
    phone: 'optional',
  }),
  notices: z._default(z.array(notice), []),
  topics: z.array(topic).check(
    z.minLength(1),
    z.check((context) => {
      for (const { path, message } of fieldProblems(context.value)) {
        context.issues.push({ code: 'custom', path, message, input: context.value });
      }
    }),
  ),
  description: z._default(
    z.object({ minLength: z._default(count, 1), maxLength: z._default(count.check(z.lte(100_000)), 5000) }),
    { minLength: 1, maxLength: 5000 },
  ),
  attachments: z._default(
    z.object({
      maxFiles: z._default(count, 5),
      maxFileBytes: z._default(count, 10_485_760),
      accept: z._default(z.array(z.string()), ['image/*', '.pdf', '.txt']),
    }),
    { maxFiles: 5, maxFileBytes: 10_485_760, accept: ['image/*', '.pdf', '.txt'] },
  ),
  consent: z.optional(z.object({ label: localizedText, url: z.optional(link) })),
  formToken: z.optional(z.string()),
});

export type LocalizedText = z.infer<typeof localizedText>;
export type Field = z.infer<typeof field>;
export type Topic = z.infer<typeof topic>;
export type Notice = z.infer<typeof notice>;
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A form definition with its defaults filled in. */
export type FormDefinition = z.infer<typeof formDefinitionSchema>;
/** A form definition as its owner writes it. */
export type FormDefinitionInput = z.input<typeof formDefinitionSchema>;

/** The definition, or what is wrong with it, as sentences that begin with the path: `topics.0.label: …`. */
export type FormDefinitionResult =
  | { readonly form: FormDefinition; readonly problems?: never }
  | { readonly form?: never; readonly problems: readonly string[] };

export function parseFormDefinition(input: unknown): FormDefinitionResult {
  const result = formDefinitionSchema.safeParse(input);
  if (result.success) return { form: result.data };
  return {
    problems: result.error.issues.map(({ path, message, ...rest }) => {
      const expected = 'expected' in rest ? `expected ${String(rest.expected)}` : message;
      return `${path.join('.') || 'form'}: ${message === 'Invalid input' ? expected : message}`;
    }),
  };
}

/** The form of a site without a definition: all countries and four topics, whose labels the caller gives. */
export function defaultFormDefinition(label: (topic: 'account' | 'payments' | 'technical' | 'other') => string) {
  const ids = ['account', 'payments', 'technical', 'other'] as const;
  return formDefinitionSchema.parse({ topics: ids.map((topicId) => ({ id: topicId, label: label(topicId) })) });
}
