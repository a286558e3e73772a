import { randomBytes } from 'node:crypto';
import type { Ticket } from 'help-ticket-widget/ticket.js';
import type { StoredFile } from '../attachments/file-store.ts';
import { partName } from '../attachments/multipart.ts';
import type { Database, DatabaseTransaction } from '../database/database.ts';
import type { TicketFileRow, UploadRow } from '../database/schema.ts';
import { attachmentError } from '../http/issue-details.ts';
import { rejected } from '../http/problem.ts';

/** Milliseconds that an upload waits for its ticket. */
const WAITS_FOR = 86_400_000;

/** A file that came ahead, as the ticket names it. */
export interface UploadedFile extends StoredFile {
  readonly uploadId: string;
  /** A ticket has it already, or this one names it twice. */
  readonly isTaken: boolean;
}

/** @returns the id under which a ticket may name it */
export async function insertUpload(
  transaction: DatabaseTransaction,
  client: string,
  { storedAs, ...facts }: StoredFile,
): Promise<string> {
  const id = randomBytes(24).toString('base64url');
  await transaction
    .insertInto('uploads')
    .values({ id, client, received_at: new Date().toISOString(), stored_as: storedAs, ...facts })
    .execute();
  return id;
}

/**
 * What the ids in a ticket stand for, whether they still wait or a ticket has taken them: the same ticket may come again.
 * @throws Problem
 */
export async function findUploads(
  database: Database | DatabaseTransaction,
  attachments: Ticket['attachments'],
): Promise<UploadedFile[]> {
  const ids = attachments.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return [];
  // In this order: what is taken over in between is found twice, and not missed.
  const waiting = await database.selectFrom('uploads').selectAll().where('id', 'in', ids).execute();
  const taken = await database.selectFrom('ticket_files').selectAll().where('upload_id', 'in', ids).execute();
  const rows = new Map<string | null, UploadRow | TicketFileRow>();
  for (const row of waiting) rows.set(row.id, row);
  for (const row of taken) rows.set(row.upload_id, row);

  const found = attachments.map(({ id = '', name, size }, index) => {
    const row = rows.get(id);
    if (!row) return attachmentError(index, 'attachment-expired');
    if (row.name !== partName(name) || row.size !== size) return attachmentError(index, 'attachment-mismatch');
    const { stored_as: storedAs, type, sha256 } = row;
    const isTaken = 'upload_id' in row || ids.indexOf(id) < index;
    return { uploadId: id, storedAs, name: row.name, type, size, sha256, isTaken };
  });
  const errors = found.filter((each) => 'code' in each);
  if (errors.length > 0) throw rejected(errors);
  return found.filter((each) => 'uploadId' in each);
}

/**
 * Ends the waiting of uploads whose ticket is being written.
 * @throws Problem 422 if another ticket has one of them
 */
export async function takeUploads(transaction: DatabaseTransaction, uploads: readonly UploadedFile[]): Promise<void> {
  const errors = uploads.flatMap(({ isTaken }, index) => (isTaken ? attachmentError(index, 'attachment-expired') : []));
  if (errors.length > 0) throw rejected(errors);
  const ids = uploads.map(({ uploadId }) => uploadId);
  await transaction.deleteFrom('uploads').where('id', 'in', ids).execute();
}

/** Forgets the uploads whose ticket did not come in 24 hours; their files go with the next sweep. */
export async function expireUploads(database: Database, now: number): Promise<void> {
  const since = new Date(now - WAITS_FOR).toISOString();
  await database.deleteFrom('uploads').where('received_at', '<', since).execute();
}
