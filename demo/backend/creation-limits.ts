import type { Database, DatabaseTransaction } from './database/database.ts';
import { tooManyTickets, tooManyUploads } from './http/problem.ts';

/** Milliseconds. */
const WINDOW = 600_000;

const REFUSALS = { ticket: tooManyTickets, upload: tooManyUploads };

export interface Creation {
  readonly kind: keyof typeof REFUSALS;
  readonly client: string;
}

/** In 10 minutes; 0 is no limit. */
export interface CreationLimits {
  readonly perClient: number;
  readonly inAll: number;
}

/**
 * Counts what was created only: replays and refusals are free.
 * @throws Problem 429 with the seconds until there is room again
 */
export async function assertWithinLimits(
  database: Database | DatabaseTransaction,
  { kind, client }: Creation,
  limits: CreationLimits,
): Promise<void> {
  const since = new Date(Date.now() - WINDOW).toISOString();
  const recent = database
    .selectFrom('creations')
    .select('at')
    .where('kind', '=', kind)
    .where('at', '>', since)
    .orderBy('at', 'desc');
  for (const [limit, query] of [
    [limits.perClient, recent.where('client', '=', client)],
    [limits.inAll, recent],
  ] as const) {
    if (limit === 0) continue;
    const oldestCounted = await query
      .offset(limit - 1)
      .limit(1)
      .executeTakeFirst();
    if (oldestCounted)
      throw REFUSALS[kind](Math.max(1, Math.ceil((Date.parse(oldestCounted.at) + WINDOW - Date.now()) / 1000)));
  }
}

/** Counts one, and forgets the addresses that no limit asks for any more. */
export async function countCreation(transaction: DatabaseTransaction, creation: Creation): Promise<void> {
  await transaction
    .deleteFrom('creations')
    .where('at', '<', new Date(Date.now() - WINDOW).toISOString())
    .execute();
  await transaction
    .insertInto('creations')
    .values({ ...creation, at: new Date().toISOString() })
    .execute();
}
