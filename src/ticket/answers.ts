import type { AttachmentFacts } from './attachment-rules.js';
import { COUNTRIES } from './countries.js';
import { parseDecimal } from './decimal.js';
import type { FormDefinition } from './form-definition.js';
import { inOrder, type Issue, type Step } from './issues.js';
import { parseTicket, type TicketResult } from './ticket.js';
import {
  type FieldValue,
  type FieldValues,
  offeredCountries,
  topicsAlong,
  valueOf,
  visibleFields,
  wordsOf,
} from './topics.js';

/** What the customer has said so far, as typed. */
export interface Answers {
  readonly country: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly topic: readonly string[];
  readonly fields: FieldValues;
  readonly description: string;
  readonly consent: boolean;
  /** "This is a different problem": the customer has seen the other ticket and wants this one too. */
  readonly isDifferent: boolean;
}

/** A chosen file; its bytes stay with whoever dispatches. */
export interface Attachment extends AttachmentFacts {
  readonly id: string;
  readonly lastModified: number;
  /** Why a server did not take it. */
  readonly problem?: string;
}

/** The answers, and what they are answers to. */
export interface Said {
  readonly form: FormDefinition;
  /** BCP 47: how numbers were written. */
  readonly locale: string;
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
}

/** What a page may know of the customer before they say anything. */
export type KnownAnswers = Partial<Pick<Answers, 'country' | 'email' | 'name' | 'phone' | 'topic' | 'description'>>;

const EMPTY: Answers = {
  country: '',
  email: '',
  name: '',
  phone: '',
  topic: [],
  fields: {},
  description: '',
  consent: false,
  isDifferent: false,
};

/** Nothing said yet but what the page and the form know. A topic chosen from outside is kept as far as it exists. */
export function initialAnswers(form: FormDefinition, known: KnownAnswers = {}): Answers {
  const { countries, topics } = form;
  const country = countryOf(known) ?? onlyCountry(form) ?? countries.preselect ?? '';
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value.length > 0));
  const topic = topics.some(({ id }) => id === known.topic?.[0]) ? known.topic : undefined;
  return { ...EMPTY, ...given, country, topic: topic ?? [] };
}

/** What a page says may be a name or no country at all, for which there is no name to show (`Intl` throws). */
function countryOf({ country = '' }: KnownAnswers): string | undefined {
  return COUNTRIES.find((code) => code === country.toUpperCase());
}

function onlyCountry(form: FormDefinition): string | undefined {
  const [first, second] = offeredCountries(form);
  return second === undefined ? first : undefined;
}

/** The steps that need not be shown, because what the page knows answers them. */
export function answeredSteps(form: FormDefinition, known: KnownAnswers): readonly Step[] {
  const steps: Step[] = [];
  if (countryOf(known) ?? onlyCountry(form)) steps.push('country');
  if (known.email && known.name) steps.push('contact');
  // Of most customers nothing is known: then no check is run, nor compiled, while the panel opens.
  if (steps.length === 0) return steps;
  const answers = initialAnswers(form, known);
  const open = issuesOf({ form, locale: 'en', answers, attachments: [] }).map(({ step }) => step);
  return steps.filter((step) => !open.includes(step));
}

/** The ticket that the answers make, checked against the form. */
export function ticketOf(said: Said): TicketResult {
  const { form, locale, answers, attachments } = said;
  const { country, email, name, phone, description, consent } = answers;
  const keepsPhone = form.contact.phone === 'required' || (form.contact.phone === 'optional' && phone.trim() !== '');
  const result = parseTicket(form, {
    country,
    contact: { email, name, ...(keepsPhone && { phone }) },
    // Without what is left of a path that this form or country does not have: nobody could see and mend it.
    topic: topicsAlong(form, country, answers.topic).map(({ id }) => id),
    fields: wireFields(said),
    description,
    attachments: attachments.map(({ name: file, type, size }) => ({ name: file, type, size })),
    ...(form.consent && { consent }),
    locale,
  });
  return result;
}

/** What is still wrong with the answers, in display order; files that a server refused included. */
export function issuesOf(said: Said): readonly Issue[] {
  const refused = said.attachments.flatMap(({ problem }, index): Issue[] =>
    problem === undefined ? [] : [{ pointer: `#/attachments/${String(index)}`, step: 'details', code: problem }],
  );
  return inOrder([...(ticketOf(said).issues ?? []), ...refused]);
}

/** The fields that show, numbers as decimal strings, text trimmed. */
export function wireFields({ form, locale, answers }: Said): FieldValues {
  const along = topicsAlong(form, answers.country, answers.topic);
  const values: Record<string, FieldValue> = {};
  for (const { id, kind } of visibleFields(along, answers.fields)) {
    const value = wordsOf(valueOf(answers.fields, id));
    if (value !== undefined) values[id] = (kind === 'number' && parseDecimal(String(value), locale)) || value;
  }
  return values;
}
