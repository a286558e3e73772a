import { randomBytes } from 'node:crypto';
import type { FormDefinition, Ticket } from 'help-ticket-widget/ticket.js';
import type { StoredFile } from '../attachments/file-store.ts';
import type { DatabaseTransaction } from '../database/database.ts';
import type { TicketRow } from '../database/schema.ts';
import { type MailPolicy, queueMail } from '../mail/outbox.ts';
import { freeTicketNumber } from './ticket-number.ts';

/** A ticket that has its number. */
export type CreatedTicketRow = TicketRow & { readonly number: string; readonly created_at: string };

interface TicketFile extends StoredFile {
  /** What the ticket calls it, if it was uploaded ahead. */
  readonly uploadId?: string;
}

export interface NewTicket {
  readonly key: string;
  readonly contentHash: string;
  readonly ticket: Ticket;
  readonly files: readonly TicketFile[];
}

export interface TicketRules {
  readonly form: FormDefinition;
  readonly mail: MailPolicy;
}

export function isCreated(row: TicketRow): row is CreatedTicketRow {
  return row.number !== null;
}

/** The ticket as it was sent. */
export function contentOf(row: Pick<TicketRow, 'content'>): Ticket {
  return JSON.parse(row.content) as Ticket;
}

/** Writes a ticket without a number; it is nobody's work yet. */
export async function insertTicket(
  transaction: DatabaseTransaction,
  { key, contentHash, ticket, files }: NewTicket,
): Promise<TicketRow> {
  const row = await transaction
    .insertInto('tickets')
    .values({
      key,
      content_hash: contentHash,
      state: 'unverified',
      token: randomBytes(24).toString('base64url'),
      received_at: new Date().toISOString(),
      content: JSON.stringify(ticket),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  for (const [position, { storedAs, uploadId = null, name, type, size, sha256 }] of files.entries()) {
    await transaction
      .insertInto('ticket_files')
      .values({ ticket_id: row.id, position, stored_as: storedAs, name, type, size, sha256, upload_id: uploadId })
      .execute();
  }
  return row;
}

/** Gives a ticket its number and queues the mails about it. */
export async function createTicket(
  transaction: DatabaseTransaction,
  id: number,
  { form, mail }: TicketRules,
): Promise<CreatedTicketRow> {
  const now = Date.now();
  const created = {
    number: await freeTicketNumber(transaction),
    created_at: new Date(now).toISOString(),
    reply_by:
      form.replyWithinHours === undefined ? null : new Date(now + form.replyWithinHours * 3_600_000).toISOString(),
  };
  const row = await transaction
    .updateTable('tickets')
    .set({ state: 'open', ...created })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await queueMail(transaction, row, 'confirmation', mail);
  if (mail.supportEmail !== undefined) await queueMail(transaction, row, 'team', mail);
  return { ...row, ...created };
}

/**
 * An equal ticket within the window, or one that waits for the customer to confirm it. A closed one does not count.
 * @param windowHours 0: none ever
 */
export function findTwin(
  transaction: DatabaseTransaction,
  hash: string,
  windowHours: number,
): Promise<TicketRow | undefined> {
  return transaction
    .selectFrom('tickets')
    .selectAll()
    .where('content_hash', '=', hash)
    .where('state', '!=', 'closed')
    .where('received_at', '>', new Date(Date.now() - windowHours * 3_600_000).toISOString())
    .orderBy('received_at', 'desc')
    .executeTakeFirst();
}
