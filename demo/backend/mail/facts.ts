import { type FormDefinition, textIn, type Ticket, topicsAlong, visibleFields } from 'help-ticket-widget/ticket.js';
import type { Texts } from '../texts/en.ts';
import type { CreatedTicketRow } from '../tickets/tickets.ts';

/** A line of a mail: what was asked or is known, and the answer. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

type Field = ReturnType<typeof visibleFields>[number];

/** Kinds whose values are chosen or counted, so that nobody can write a message in them. */
const CLOSED_KINDS: ReadonlySet<string> = new Set(['select', 'radio', 'checkbox', 'date', 'number']);
/** Characters of a number that is not a message in digits. */
const LONGEST_NUMBER = 30;

/** What a mail to the customer may say of the ticket: its structured data, none of the sender's own words. */
export function structuredFacts(row: CreatedTicketRow, ticket: Ticket, form: FormDefinition, texts: Texts): Fact[] {
  const closed = answerFacts(
    ticket,
    form,
    texts,
    ({ kind }, value) => CLOSED_KINDS.has(kind) && value.length <= LONGEST_NUMBER,
  );
  return [
    { label: texts.facts.number, value: row.number },
    { label: texts.facts.country, value: countryName(ticket.country, texts.tag) },
    { label: texts.facts.topic, value: topicLabel(ticket, form, texts.tag) },
    ...closed,
    { label: texts.facts.created, value: timeIn(regionalTag(ticket, texts), row.created_at) },
    { label: texts.facts.files, value: String(ticket.attachments.length) },
  ];
}

/** The answers to the fields of the topic. `isWanted` gets the value as it was sent. */
export function answerFacts(
  ticket: Ticket,
  form: FormDefinition,
  texts: Texts,
  isWanted: (field: Field, value: string) => boolean,
): Fact[] {
  const along = topicsAlong(form, ticket.country, ticket.topic);
  return visibleFields(along, ticket.fields).flatMap((field) => {
    const value = ticket.fields[field.id];
    if (value === undefined || !isWanted(field, String(value))) return [];
    return {
      label: textIn(field.label, texts.tag, form.languages),
      value: valueIn(field, value, form, texts, regionalTag(ticket, texts)),
    };
  });
}

/** "Deposits › Crypto deposit"; the bare ids of a topic that the form has lost. */
export function topicLabel(ticket: Ticket, form: FormDefinition, tag: string): string {
  const along = topicsAlong(form, ticket.country, ticket.topic);
  if (along.length < ticket.topic.length) return ticket.topic.join(' › ');
  return along.map(({ label }) => textIn(label, tag, form.languages)).join(' › ');
}

export function countryName(code: string, tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? code;
}

/** A time with its zone, which is UTC: where the customer is, nobody knows. */
export function timeIn(tag: string, iso: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(new Date(iso))} (UTC)`;
}

/** The language of the texts as it is written where the customer lives: 1,234.50 in Mexico is 1.234,50 in Argentina. */
export function regionalTag({ country }: Ticket, { tag }: Texts): string {
  return new Intl.Locale(tag, { region: country }).toString();
}

function valueIn(
  { kind, options }: Field,
  value: string | boolean,
  form: FormDefinition,
  { tag, facts }: Texts,
  regional: string,
): string {
  if (typeof value === 'boolean') return value ? facts.yes : '–';
  const option = options?.find((each) => each.value === value);
  if (option) return textIn(option.label, tag, form.languages);
  if (kind === 'date')
    return new Intl.DateTimeFormat(regional, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));
  if (kind === 'number' && value.length <= LONGEST_NUMBER) return numberIn(regional, value);
  return value;
}

/** Every digit as it was given: "0.00012345" has eight decimals in any language. */
function numberIn(tag: string, decimal: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(decimal as `${number}`);
}
