import * as z from 'zod/mini';
import { COUNTRIES } from './countries.js';
import { contradictions } from './form-rules.js';

// `new Function` would be reported as a violation under a strict CSP, even where zod catches the error.
z.config({ jitless: true });

const ID = /^[a-z0-9][\w-]{0,63}$/i;
const LINK = /^(https:|mailto:|tel:)/i;

// Schemas are made when they are asked for, and gone after: each takes zod some 3 kB, most pages have no definition to read, and the
// others read one, once.
const id = () => z.string().check(z.regex(ID));
const country = () => z.string().check(z.refine((code) => COUNTRIES.includes(code), 'no such country'));
const link = () => z.string().check(z.regex(LINK, 'a link starts with https:, mailto: or tel:'));

// From here on customs: `z.number`, `z.boolean`, `z.enum`, `z.union`, `z.record` and `z._default` say the same for several
// times the bytes.
const amount = () => z.custom<number>((value) => typeof value === 'number' && value > 0, 'expected a number above 0');
const count = () =>
  z.custom<number>((value) => Number.isInteger(value) && Number(value) >= 0, 'expected a whole number');
const flag = () => z.custom<boolean>((value) => typeof value === 'boolean', 'expected true or false');

/** One value of a few. */
const oneOf = <T extends string>(...values: T[]) =>
  z.custom<T>((value) => values.includes(value), `expected one of ${values.join(', ')}`);

/** A text in one language for all, or one per BCP 47 tag. */
const localizedText = () =>
  z.custom<string | Record<string, string>>(
    (value) =>
      typeof value === 'string' || (isRecord(value) && Object.values(value).every((text) => typeof text === 'string')),
    'expected a text, or one for each language',
  );

const bound = () =>
  z.custom<string | number>(
    (value) => typeof value === 'string' || typeof value === 'number',
    'expected a number or a date',
  );
const answer = () =>
  z.custom<string | boolean>(
    (value) => typeof value === 'string' || typeof value === 'boolean',
    'expected a text, true or false',
  );

const createField = () =>
  z.object({
    id: id(),
    kind: oneOf('text', 'textarea', 'number', 'date', 'select', 'radio', 'checkbox', 'email', 'url'),
    label: localizedText(),
    hint: z.optional(localizedText()),
    required: z.optional(flag()),
    options: z.optional(z.array(z.object({ value: z.string(), label: localizedText() }))),
    min: z.optional(bound()),
    max: z.optional(bound()),
    minLength: z.optional(count()),
    maxLength: z.optional(count()),
    pattern: z.optional(z.string()),
    patternMessage: z.optional(localizedText()),
    showWhen: z.optional(z.object({ field: id(), is: z.array(answer()) })),
  });

const createTopic = () =>
  z.object({
    id: id(),
    label: localizedText(),
    hint: z.optional(localizedText()),
    countries: z.optional(z.array(country())),
    descriptionHint: z.optional(localizedText()),
    attachments: z.optional(z.object({ hint: z.optional(localizedText()), required: z.optional(flag()) })),
    fields: z.optional(z.array(createField())),
    get topics(): z.ZodMiniOptional<z.ZodMiniArray<ReturnType<typeof createTopic>>> {
      return z.optional(z.array(createTopic()));
    },
  });

const createNotice = () =>
  z.object({
    text: localizedText(),
    url: z.optional(link()),
    topics: z.optional(z.array(id())),
    countries: z.optional(z.array(country())),
    until: z.optional(z.string()),
  });

/** Makes `formDefinitionSchema`, which is described where it is exported. */
export const createFormDefinitionSchema = () =>
  z.object({
    replyWithinHours: z.optional(amount()),
    languages: z.optional(z.array(z.string())),
    countries: z.optional(
      z.object({
        only: z.optional(z.array(country()).check(z.minLength(1))),
        likely: z.optional(z.array(country())),
        preselect: z.optional(country()),
      }),
    ),
    contact: z.optional(z.object({ phone: z.optional(oneOf('optional', 'required', 'hidden')) })),
    notices: z.optional(z.array(createNotice())),
    topics: z.array(createTopic()).check(z.minLength(1)),
    description: z.optional(z.object({ minLength: z.optional(count()), maxLength: z.optional(count()) })),
    attachments: z.optional(
      z.object({
        maxFiles: z.optional(count()),
        maxFileBytes: z.optional(count()),
        accept: z.optional(z.array(z.string())),
        /** Photos go as they are, not cleaned and scaled down on the device. */
        originalPhotos: z.optional(flag()),
      }),
    ),
    consent: z.optional(z.object({ label: localizedText(), url: z.optional(link()) })),
    formToken: z.optional(z.string()),
    /** Where files go up one by one, ahead of their ticket; relative to the definition's address. */
    uploadUrl: z.optional(z.string()),
  });

export type LocalizedText = z.infer<ReturnType<typeof localizedText>>;
export type Field = z.infer<ReturnType<typeof createField>>;
export type Topic = z.infer<ReturnType<typeof createTopic>>;
export type Notice = z.infer<ReturnType<typeof createNotice>>;

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A form definition as its owner writes it. */
export type FormDefinitionInput = z.infer<ReturnType<typeof createFormDefinitionSchema>>;

/** A form definition with its defaults filled in. */
export type FormDefinition = ReturnType<typeof filled>;

/** The definition, or what is wrong with it, as sentences that begin with the path: `topics.0.label: …`. */
export type FormDefinitionResult =
  | { readonly form: FormDefinition; readonly problems?: never }
  | { readonly form?: never; readonly problems: readonly string[] };

export function parseFormDefinition(input: unknown): FormDefinitionResult {
  const result = createFormDefinitionSchema().safeParse(input);
  if (result.success) {
    const form = filled(result.data);
    const problems = contradictions(form);
    return problems.length > 0 ? { problems } : { form };
  }
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
  return filled({ topics: ids.map((topicId) => ({ id: topicId, label: label(topicId) })) });
}

function filled({
  languages = [],
  countries = {},
  contact: { phone = 'optional' } = {},
  notices = [],
  description: { minLength = 1, maxLength = 5000 } = {},
  attachments: {
    maxFiles = 5,
    maxFileBytes = 10_485_760,
    accept = ['image/*', '.pdf', '.txt'],
    originalPhotos = false,
  } = {},
  ...rest
}: FormDefinitionInput) {
  return {
    ...rest,
    languages,
    countries,
    contact: { phone },
    notices,
    description: { minLength, maxLength },
    attachments: { maxFiles, maxFileBytes, accept, originalPhotos },
  };
}
