import type { Backend } from '../backend.ts';
import type { TicketRow } from '../database/schema.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import { queueMail, skipPending } from '../mail/outbox.ts';
import { contentOf, isCreated } from './tickets.ts';

/**
 * "This wasn't me": closes the ticket, sends its address no more automatic mail, and tells the team if it has the
 * ticket already. Doing it twice changes nothing more.
 */
export async function disownTicket({ commits, mail, mailPolicy }: Backend, { id }: TicketRow): Promise<void> {
  await commits.run(async (transaction) => {
    const row = await transaction.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const mailbox = mailboxOf(contentOf(row).contact.email);
    await transaction
      .insertInto('muted_mailboxes')
      .values({ mailbox, at: new Date().toISOString() })
      .onConflict((conflict) => conflict.column('mailbox').doNothing())
      .execute();
    if (row.state === 'closed') return;
    await transaction.updateTable('tickets').set({ state: 'closed' }).where('id', '=', id).execute();
    await skipPending(transaction, id);
    if (isCreated(row) && mailPolicy.supportEmail !== undefined)
      await queueMail(transaction, row, 'team-disowned', mailPolicy);
  });
  mail.wake();
}
