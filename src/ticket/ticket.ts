import * as z from 'zod/mini';
import { type AttachmentFacts, attachmentProblem, cleanFileName } from './attachment-rules.js';
import { isEmail } from './email.js';
import { fieldProblem } from './field-rules.js';
import type { FormDefinition, Topic } from './form-definition.js';
import { type Issue, toIssues } from './issues.js';
import {
  type FieldValue,
  type FieldValues,
  inherited,
  isCompletePath,
  offeredCountries,
  topicsAlong,
  valueOf,
  visibleFields,
  wordsOf,
} from './topics.js';

/** The first thing to say about an empty answer; nothing else is said about it then. */
const required = () => z.minLength(1, { error: 'required', abort: true });
const text = (most: number) => z.string('required').check(z.overwrite(wordsOf), z.maxLength(most, 'too-long'));

/** Digits, and what people put between them; "ext" and "ramal" included. */
const isPhone = (phone: string) => {
  const digits = phone.replace(/\D/g, '').length;
  return digits >= 6 && digits <= 20 && /^[-+\d\s().,/#x]*(\D{2,8}\d{1,6})?$/i.test(phone);
};

const phone = () => text(40).check(z.refine((value) => !value || isPhone(value), 'phone-format'));

const short = () => z.string().check(z.maxLength(255, 'too-long'));

const createAttachment = () =>
  z.object({
    name: z.string().check(z.overwrite(cleanFileName)),
    type: short(),
    size: z.custom<number>((value) => typeof value === 'number' && value >= 0),
    /** Of the upload, where the file went ahead of the ticket. */
    id: z.optional(short()),
  });

/** Made for each check, and gone after: each part of one takes zod some 3 kB, which a page need not keep while somebody writes. */
const createShape = () => ({
  country: z.string('required').check(required()),
  contact: z.object({
    email: text(300).check(
      required(),
      z.refine((value) => isEmail(value), 'email-format'),
    ),
    name: text(200).check(required()),
    phone: z.optional(phone()),
  }),
  topic: z.array(z.string(), 'required'),
  fields: z.custom<FieldValues>((value) => typeof value === 'object'),
  description: z.string('required').check(z.overwrite(wordsOf)),
  attachments: z.array(createAttachment()),
  consent: z.optional(z.custom<boolean>((value) => typeof value === 'boolean')),
  locale: z.string().check(z.regex(/^[a-z0-9-]{2,35}$/i)),
  page: z.optional(z.object({ url: text(2000), title: z.optional(text(500)) })),
  relatedTo: z.optional(z.string().check(z.regex(/^[\w.:/#-]{1,64}$/))),
  formToken: z.optional(z.string()),
});

type Shape = ReturnType<typeof createShape>;

/** Makes `ticketSchema`, which is described where it is exported. */
export const createTicketSchema = () => z.object(createShape());

/** What is posted. */
export type Ticket = z.infer<ReturnType<typeof createTicketSchema>>;

export type TicketResult =
  { readonly ticket: Ticket; readonly issues?: never } | { readonly ticket?: never; readonly issues: readonly Issue[] };

/**
 * Does what is described where the package exports it.
 * @param shape parts of the schema, for those who keep them
 */
export function parseTicket(form: FormDefinition, input: unknown, shape = createShape()): TicketResult {
  const { country, topic, fields, attachments = [], ...rest } = Object(input) as Partial<Record<keyof Ticket, unknown>>;
  const path = Array.isArray(topic) ? topic.filter((id) => typeof id === 'string') : [];
  const place = typeof country === 'string' ? country : '';
  const along = topicsAlong(form, place, path);
  const shown = shownValues(along, Object(fields) as Record<string, unknown>);
  const result = schemaFor(shape, form, along, place).safeParse({
    ...rest,
    country,
    topic,
    fields: shown,
    attachments,
  });
  return result.success ? { ticket: result.data } : { issues: toIssues(result.error.issues) };
}

/** The answers to the fields that show; a number may come as a number. */
function shownValues(along: readonly Topic[], values: Record<string, unknown>): FieldValues {
  const given: Record<string, FieldValue> = {};
  for (const [id, value] of Object.entries(values)) given[id] = wireValue(value);
  const shown = visibleFields(along, given).flatMap(({ id }) => {
    const value = valueOf(given, id);
    return value === undefined || value === '' ? [] : [[id, value] as const];
  });
  return Object.fromEntries(shown);
}

/** Text and numbers as text. Whatever else there is in hostile input stays as it is, to be refused: `String` of it may throw. */
function wireValue(value: unknown): FieldValue {
  return typeof value === 'number' ? String(value) : ((wordsOf(value) ?? '') as FieldValue);
}

function schemaFor(shape: Shape, form: FormDefinition, along: readonly Topic[], country: string) {
  const { minLength, maxLength } = form.description;
  const { email, name } = shape.contact.shape;
  return z.object({
    ...shape,
    country: shape.country.check(z.refine((code) => offeredCountries(form).includes(code), 'not-an-option')),
    contact: {
      required: z.object({ email, name, phone: phone().check(required()) }),
      optional: shape.contact,
      hidden: z.object({ email, name }),
    }[form.contact.phone],
    topic: shape.topic.check(
      z.check(({ value, issues }) => {
        if (!isCompletePath(form, country, value))
          issues.push(custom(value.length > along.length ? 'not-an-option' : 'required', [along.length], value));
      }),
    ),
    fields: shape.fields.check(
      z.check(({ value, issues }) => {
        for (const field of visibleFields(along, value)) {
          const problem = fieldProblem(field, valueOf(value, field.id));
          if (problem) issues.push(custom(problem.code, [field.id], value, problem.limit));
        }
      }),
    ),
    description: shape.description.check(
      z.minLength(minLength, minLength > 1 ? 'too-short' : 'required'),
      z.maxLength(maxLength, 'too-long'),
    ),
    attachments: shape.attachments.check(attachmentRules(form, along)),
    consent: form.consent ? z.custom<true>((value) => value === true, 'consent-required') : shape.consent,
  });
}

function attachmentRules(form: FormDefinition, along: readonly Topic[]) {
  return z.check<readonly AttachmentFacts[]>(({ value, issues }) => {
    value.forEach((file, index) => {
      const code = attachmentProblem(file, index, form.attachments);
      if (code) issues.push(custom(code, [index], file));
    });
    if (value.length === 0 && inherited(along, 'attachments')?.required)
      issues.push(custom('attachments-required', [], value));
  });
}

const custom = (message: string, path: (string | number)[], input: unknown, limit?: number | string) => ({
  code: 'custom' as const,
  message,
  path,
  input,
  params: { limit },
});
