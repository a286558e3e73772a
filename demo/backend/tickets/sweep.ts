import type { FileStore } from '../attachments/file-store.ts';
import type { Database } from '../database/database.ts';
import { expireUploads } from '../uploads/uploads.ts';

/** Milliseconds: a day longer than the widget tries a key again, which is as long as the link in the mail works. */
const UNVERIFIED_FOR = 8 * 86_400_000;

/**
 * Removes what is nobody's any more: tickets that were never confirmed, uploads that no ticket took, and files that no
 * row names.
 * @returns how many files went
 */
export async function sweep(database: Database, files: FileStore): Promise<number> {
  const now = Date.now();
  const forgotten = new Date(now - UNVERIFIED_FOR).toISOString();
  await database.deleteFrom('tickets').where('state', '=', 'unverified').where('received_at', '<', forgotten).execute();
  await expireUploads(database, now);
  // In one statement: between two, an upload could be taken over and be in neither answer.
  const rows = await database
    .selectFrom('ticket_files')
    .select('stored_as')
    .unionAll(database.selectFrom('uploads').select('stored_as'))
    .execute();
  const named = new Set(rows.map(({ stored_as: storedAs }) => storedAs));
  return files.sweep((storedAs) => named.has(storedAs), now);
}
