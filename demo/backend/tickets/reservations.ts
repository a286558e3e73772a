import { randomUUID } from 'node:crypto';
import type { Commits } from '../database/commits.ts';
import type { Database, DatabaseTransaction } from '../database/database.ts';
import type { TicketRow } from '../database/schema.ts';

/** Milliseconds. */
const LEASE = 30_000;
const RENEW_EVERY = 10_000;

/** What stands under an idempotency key when a request comes with it. */
export type Claim =
  | { readonly kind: 'reserved'; readonly lease: Lease }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'known'; readonly row: TicketRow };

/** A request's hold on a key. */
export interface Lease {
  readonly key: string;
  readonly holder: string;
}

/**
 * Looks the key up and reserves it if it is new, in one short transaction.
 * @param owner this boot of the process
 * @param mayReserve false while the server is shutting down: what is known is still answered, and a new key gets nothing
 */
export function claim(commits: Commits, key: string, owner: string, mayReserve: boolean): Promise<Claim | undefined> {
  const lease = { key, holder: randomUUID() };
  return commits.run(async (transaction): Promise<Claim | undefined> => {
    const row = await transaction.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirst();
    if (row) return { kind: 'known', row };
    await transaction.deleteFrom('reservations').where('key', '=', key).where('lease_until', '<', isoIn(0)).execute();
    const held = await transaction
      .selectFrom('reservations')
      .select('holder')
      .where('key', '=', key)
      .executeTakeFirst();
    if (held) return { kind: 'in-progress' };
    if (!mayReserve) return undefined;
    await transaction
      .insertInto('reservations')
      .values({ ...lease, owner, lease_until: isoIn(LEASE) })
      .execute();
    return { kind: 'reserved', lease };
  });
}

/** Gives the key free. Whether it was still this request's: one that stalled for longer than its lease may have lost it. */
export async function release(database: Database | DatabaseTransaction, { key, holder }: Lease): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('reservations')
    .where('key', '=', key)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps a lease while bytes flow: to be called for every chunk, it writes every 10 seconds. */
export function renewer(database: Database, { holder }: Lease): () => void {
  let renewedAt = Date.now();
  return () => {
    if (Date.now() - renewedAt < RENEW_EVERY) return;
    renewedAt = Date.now();
    const renewal = database
      .updateTable('reservations')
      .set({ lease_until: isoIn(LEASE) })
      .where('holder', '=', holder)
      .execute();
    // A lease that could not be renewed shows in `release`, before anything is created.
    renewal.catch(() => {});
  };
}

/** Drops what earlier boots have left: their requests are gone. */
export async function dropForeignReservations(database: Database, owner: string): Promise<number> {
  const { numDeletedRows } = await database.deleteFrom('reservations').where('owner', '!=', owner).executeTakeFirst();
  return Number(numDeletedRows);
}

function isoIn(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}
