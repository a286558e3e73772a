import type { Database, DatabaseTransaction } from '../database/database.ts';
import type { MailKind, MailRow, TicketRow } from '../database/schema.ts';
import { digestOf } from '../log.ts';
import { contentOf } from '../tickets/tickets.ts';
import { mailboxOf } from './mailbox.ts';

const DAY = 86_400_000;
/** Milliseconds: after the first failure, twice as long after each more, and never longer than an hour. */
const FIRST_DELAY = 1000;
const LONGEST_DELAY = 3_600_000;
/** About a day of trying. */
const MOST_ATTEMPTS = 35;

export interface MailPolicy {
  /** Mails to one customer in 24 hours; 0 is no limit. */
  readonly cap: number;
  /** The right side of every Message-ID. */
  readonly domain: string;
  readonly supportEmail?: string;
}

/**
 * Queues a mail about a ticket, in the transaction that makes it true. A customer who has had enough of them, or who
 * wants none, gets a row that says so, and nobody else learns of it.
 */
export async function queueMail(
  transaction: DatabaseTransaction,
  row: TicketRow,
  kind: MailKind,
  policy: MailPolicy,
): Promise<void> {
  const now = new Date().toISOString();
  const isForTeam = kind === 'team' || kind === 'team-disowned';
  const mailbox = mailboxOf(isForTeam ? (policy.supportEmail ?? '') : contentOf(row).contact.email);
  const isSkipped = !isForTeam && (await isUnwelcome(transaction, mailbox, policy.cap));
  await transaction
    .insertInto('mails')
    .values({
      message_id: `${row.number ?? digestOf(row.token)}.${kind}@${policy.domain}`,
      ticket_id: row.id,
      kind,
      mailbox,
      state: isSkipped ? 'skipped' : 'pending',
      created_at: now,
      due_at: now,
      error: null,
    })
    .execute();
}

async function isUnwelcome(transaction: DatabaseTransaction, mailbox: string, cap: number): Promise<boolean> {
  const muted = await transaction
    .selectFrom('muted_mailboxes')
    .select('mailbox')
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
  if (muted || cap === 0) return muted !== undefined;
  const { count } = await transaction
    .selectFrom('mails')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mailbox', '=', mailbox)
    .where('kind', 'in', ['confirmation', 'verification'])
    .where('state', '!=', 'skipped')
    .where('created_at', '>', new Date(Date.now() - DAY).toISOString())
    .executeTakeFirstOrThrow();
  return count >= cap;
}

/** The mail to send next, due or not. */
export function nextMail(database: Database): Promise<MailRow | undefined> {
  return database
    .selectFrom('mails')
    .selectAll()
    .where('state', '=', 'pending')
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function markSent(database: DatabaseTransaction, { id, attempts }: MailRow): Promise<void> {
  await database
    .updateTable('mails')
    .set({ state: 'sent', attempts: attempts + 1, error: null })
    .where('id', '=', id)
    .execute();
}

/**
 * Notes a failure; the mail is tried again later, unless the failure is for good.
 * @param error an SMTP or system code
 */
export async function markFailed(
  database: DatabaseTransaction,
  { id, attempts }: MailRow,
  error: string,
  isForGood: boolean,
): Promise<void> {
  const isOver = isForGood || attempts + 1 >= MOST_ATTEMPTS;
  const delay = Math.min(FIRST_DELAY * 2 ** attempts, LONGEST_DELAY);
  await database
    .updateTable('mails')
    .set({
      state: isOver ? 'failed' : 'pending',
      attempts: attempts + 1,
      error,
      due_at: new Date(Date.now() + delay).toISOString(),
    })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
}

/** Takes back what has not gone out to the customer yet. */
export async function skipPending(transaction: DatabaseTransaction, ticketId: number): Promise<void> {
  await transaction
    .updateTable('mails')
    .set({ state: 'skipped' })
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'pending')
    .where('kind', 'in', ['confirmation', 'verification'])
    .execute();
}
