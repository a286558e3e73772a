import type { Backend } from '../backend.ts';
import type { TicketRow } from '../database/schema.ts';
import { createTicket } from './tickets.ts';

/** Milliseconds, as the mail says. */
const VALIDITY = 7 * 86_400_000;

/** Creates the ticket that its customer confirms. Pressing the button again finds the same one; a closed or old one is nothing. */
export async function confirmTicket(
  { commits, form, mail, mailPolicy }: Backend,
  { id }: TicketRow,
): Promise<TicketRow | undefined> {
  const created = await commits.run(async (transaction) => {
    const row = await transaction.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
    if (row?.state === 'open') return row;
    if (row?.state !== 'unverified' || Date.parse(row.received_at) < Date.now() - VALIDITY) return undefined;
    return createTicket(transaction, id, { form: form.definition, mail: mailPolicy });
  });
  mail.wake();
  return created;
}
