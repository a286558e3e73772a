import type { FormDefinition } from 'help-ticket-widget/ticket.js';
import type { SendMailOptions } from 'nodemailer';
import type { TicketRow } from '../database/schema.ts';
import { textsFor } from '../texts/texts.ts';
import { contentOf, type CreatedTicketRow } from '../tickets/tickets.ts';
import { regionalTag, structuredFacts, timeIn } from './facts.ts';
import { type Letter, letterHtml, letterText } from './layout.ts';

/** What a mail is written with besides its ticket. */
export interface MailContext {
  readonly form: FormDefinition;
  /** Where the pages behind its links are, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * Tells the customer that there is a ticket now. Anyone can put anyone's address into the form, so there is no word in
 * it that the sender chose, the name included: else the mail would carry their message to strangers.
 */
export function confirmationMail(row: CreatedTicketRow, { form, publicUrl }: MailContext): SendMailOptions {
  const ticket = contentOf(row);
  const texts = textsFor(ticket.locale, form.languages);
  const words = texts.confirmation;
  const letter: Letter = {
    language: texts.tag,
    title: words.title,
    greeting: words.greeting,
    paragraphs: [words.received],
    facts: structuredFacts(row, ticket, form, texts),
    closing: [
      ...(row.reply_by === null
        ? [words.replySoon]
        : [words.replyBy(timeIn(regionalTag(ticket, texts), row.reply_by)), words.spam]),
      words.more,
      words.secrets,
    ],
    disown: { text: words.notMe, label: words.notMeLink, url: `${publicUrl}/not-me/${row.token}` },
  };
  return { ...addressed(row, letter), subject: words.subject(row.number) };
}

/** Asks the customer to confirm the address; only then is there a ticket. */
export function verificationMail(row: TicketRow, { form, publicUrl }: MailContext): SendMailOptions {
  const texts = textsFor(contentOf(row).locale, form.languages);
  const words = texts.verification;
  const letter: Letter = {
    language: texts.tag,
    title: words.title,
    greeting: words.greeting,
    paragraphs: [words.almost],
    facts: [],
    button: { label: words.link, url: `${publicUrl}/verify/${row.token}` },
    closing: [words.validity],
    disown: { text: words.notMe, label: words.notMeLink, url: `${publicUrl}/not-me/${row.token}` },
  };
  return { ...addressed(row, letter), subject: words.subject };
}

function addressed(row: TicketRow, letter: Letter): SendMailOptions {
  return {
    // As an object: an address is never parsed for further ones.
    to: { name: '', address: contentOf(row).contact.email },
    text: letterText(letter),
    html: letterHtml(letter),
    headers: {
      // No machine answers a machine (RFC 3834; the second is what Exchange obeys).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': letter.language,
    },
  };
}
