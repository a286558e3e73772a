import { createReadStream } from 'node:fs';
import { type FormDefinition, textIn, type Ticket } from 'help-ticket-widget/ticket.js';
import type { SendMailOptions } from 'nodemailer';
import type { FileStore } from '../attachments/file-store.ts';
import type { TicketFileRow } from '../database/schema.ts';
import type { Texts } from '../texts/en.ts';
import { textsFor } from '../texts/texts.ts';
import { contentOf, type CreatedTicketRow } from '../tickets/tickets.ts';
import { answerFacts, countryName, type Fact, topicLabel } from './facts.ts';

interface TeamMailContext {
  readonly form: FormDefinition;
  readonly supportEmail: string;
  readonly files: FileStore;
}

/**
 * The whole ticket for the team's help desk, which takes mail in: answering it answers the customer. It does not say
 * that a machine wrote it, because help desks set such mail aside.
 */
export function teamMail(
  row: CreatedTicketRow,
  attached: readonly TicketFileRow[],
  { form, supportEmail, files }: TeamMailContext,
): SendMailOptions {
  const ticket = contentOf(row);
  const texts = teamTexts(form);
  return {
    to: supportEmail,
    replyTo: { name: oneLine(ticket.contact.name), address: ticket.contact.email },
    subject: subjectOf(row, ticket, form, texts),
    text: `${[...factsOf(row, ticket, form, texts), { label: 'Description', value: `\n${ticket.description}` }].map(lineOf).join('\n')}\n`,
    attachments: attached.map(({ stored_as: storedAs, name, type }) => ({
      filename: name,
      contentType: type,
      contentDisposition: 'attachment',
      content: createReadStream(files.pathOf(storedAs)),
    })),
  };
}

/** Tells the team that the owner of the address did not write the ticket. */
export function disownedMail(row: CreatedTicketRow, { form, supportEmail }: TeamMailContext): SendMailOptions {
  const ticket = contentOf(row);
  return {
    to: supportEmail,
    subject: subjectOf(row, ticket, form, teamTexts(form)),
    text: `Closed: the owner of the address says that they did not create ${row.number}. Do not answer it.\n`,
  };
}

/** A number and a topic: the same for all mails of a ticket, so that they stay one conversation. */
function subjectOf(row: CreatedTicketRow, ticket: Ticket, form: FormDefinition, texts: Texts): string {
  return `[${row.number}] ${topicLabel(ticket, form, texts.tag)}`;
}

/** The team reads in the first of the languages that it answers in. */
function teamTexts(form: FormDefinition): Texts {
  return textsFor(form.languages[0] ?? 'en', []);
}

function factsOf(row: CreatedTicketRow, ticket: Ticket, form: FormDefinition, texts: Texts): Fact[] {
  const { contact, page } = ticket;
  const optional = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : []);
  return [
    { label: 'Ticket', value: row.number },
    { label: 'Created', value: row.created_at },
    ...optional('Reply by', row.reply_by ?? undefined),
    { label: 'Name', value: oneLine(contact.name) },
    { label: 'Email', value: contact.email },
    ...optional('Phone', contact.phone),
    { label: 'Country', value: `${countryName(ticket.country, texts.tag)} (${ticket.country})` },
    { label: 'Language', value: ticket.locale },
    { label: 'Topic', value: topicLabel(ticket, form, texts.tag) },
    ...answerFacts(ticket, form, texts, () => true),
    ...(form.consent && ticket.consent
      ? [{ label: textIn(form.consent.label, texts.tag, form.languages), value: texts.facts.yes }]
      : []),
    ...optional('Page', page && [page.title, page.url].filter(Boolean).join(' – ')),
    ...optional('Sent although related to', ticket.relatedTo),
    ...optional('Files', ticket.attachments.map(({ name, size }) => `${name} (${size} bytes)`).join(', ')),
  ];
}

function lineOf({ label, value }: Fact): string {
  return `${label}: ${value}`;
}

/** Without line ends and other control characters, which a header must not have and a name does not need. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
