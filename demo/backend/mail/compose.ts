import type { SendMailOptions } from 'nodemailer';
import type { FileStore } from '../attachments/file-store.ts';
import type { Database } from '../database/database.ts';
import type { MailRow, TicketRow } from '../database/schema.ts';
import { type CreatedTicketRow, isCreated } from '../tickets/tickets.ts';
import { confirmationMail, type MailContext, verificationMail } from './customer-mail.ts';
import type { Compose } from './delivery.ts';
import { disownedMail, teamMail } from './team-mail.ts';

interface ComposeParts extends MailContext {
  readonly database: Database;
  readonly files: FileStore;
  readonly from: string;
  readonly replyTo?: string;
  readonly supportEmail?: string;
}

/** Writes the mails of the outbox: what they say, and the headers that every mail of a ticket has in common. */
export function composer(parts: ComposeParts): Compose {
  return async (mail) => {
    const row = await parts.database
      .selectFrom('tickets')
      .selectAll()
      .where('id', '=', mail.ticket_id)
      .executeTakeFirstOrThrow();
    const content = await contentFor(mail, row, parts);
    const [, domain = ''] = mail.message_id.split('@');
    return {
      from: parts.from,
      ...(parts.replyTo !== undefined && { replyTo: parts.replyTo }),
      messageId: `<${mail.message_id}>`,
      // No mail has this id: it is what joins those of one ticket, whichever of them arrives first.
      ...(row.number !== null && { references: `<${row.number}@${domain}>` }),
      ...content,
    };
  };
}

async function contentFor({ kind }: MailRow, row: TicketRow, parts: ComposeParts): Promise<SendMailOptions> {
  if (kind === 'verification') return verificationMail(row, parts);
  if (!isCreated(row)) throw new Error('There is nothing to tell of a ticket without a number');
  return kind === 'confirmation' ? confirmationMail(row, parts) : mailForTeam(kind, row, parts);
}

async function mailForTeam(
  kind: 'team' | 'team-disowned',
  row: CreatedTicketRow,
  parts: ComposeParts,
): Promise<SendMailOptions> {
  const { database, form, files, supportEmail = '' } = parts;
  if (kind === 'team-disowned') return disownedMail(row, { form, files, supportEmail });
  const attached = await database
    .selectFrom('ticket_files')
    .selectAll()
    .where('ticket_id', '=', row.id)
    .orderBy('position')
    .execute();
  return teamMail(row, attached, { form, files, supportEmail });
}
