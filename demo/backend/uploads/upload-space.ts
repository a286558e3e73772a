import type { Database, DatabaseTransaction } from '../database/database.ts';
import { tooManyUploads } from '../http/problem.ts';

/** Seconds: how often those that ran out are swept away. Tickets may make room before. */
const RETRY_AFTER = 3600;

/** Bytes that uploads may take while no ticket has them; 0 is no limit. */
export interface UploadSpace {
  readonly perClient: number;
  readonly inAll: number;
}

/**
 * Whether so many bytes more may wait for their tickets, so that nobody fills the disk.
 * @throws Problem 429
 */
export async function assertRoomFor(
  database: Database | DatabaseTransaction,
  client: string,
  bytes: number,
  space: UploadSpace,
): Promise<void> {
  const sum = database.selectFrom('uploads').select(({ fn }) => fn.sum<number | null>('size').as('waiting'));
  for (const [limit, query] of [
    [space.perClient, sum.where('client', '=', client)],
    [space.inAll, sum],
  ] as const) {
    if (limit === 0) continue;
    const { waiting } = await query.executeTakeFirstOrThrow();
    if ((waiting ?? 0) + bytes > limit) throw tooManyUploads(RETRY_AFTER);
  }
}
