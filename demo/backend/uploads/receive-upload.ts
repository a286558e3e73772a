import type { IncomingMessage } from 'node:http';
import type { FormDefinition } from 'help-ticket-widget/ticket.js';
import { FileRejection, type StoredFile } from '../attachments/file-store.ts';
import { partName, readParts } from '../attachments/multipart.ts';
import type { Backend } from '../backend.ts';
import { assertWithinLimits, countCreation } from '../creation-limits.ts';
import type { Database, DatabaseTransaction } from '../database/database.ts';
import { clientOf } from '../http/client-address.ts';
import { toProblemError } from '../http/issue-details.ts';
import { malformed, type Problem, rejected, shuttingDown } from '../http/problem.ts';
import { RequestAborted } from '../http/text-body.ts';
import { assertRoomFor } from './upload-space.ts';
import { insertUpload } from './uploads.ts';

/** Bytes around the file; so many that the file is always found too large before its body is. */
const MAX_FRAME_BYTES = 1_048_576;

/**
 * Receives one file, and keeps it for the ticket that will name it.
 * @returns its id
 * @throws Problem, RequestAborted
 */
export async function receiveUpload(backend: Backend, request: IncomingMessage): Promise<string> {
  const { database, files, settings, lifecycle } = backend;
  if (lifecycle.isClosing) throw shuttingDown();
  const client = clientOf(request, settings.proxyCount);
  await assertMayUpload(backend, database, client, Number(request.headers['content-length'] ?? 0));
  const received: StoredFile[] = [];
  try {
    await readFile(backend, request, received);
    const [file] = received;
    if (!file) throw notOneFile();
    await files.keep([file]);
    return await database.transaction().execute(async (transaction) => {
      await assertMayUpload(backend, transaction, client, file.size);
      await countCreation(transaction, { kind: 'upload', client });
      return insertUpload(transaction, client, file);
    });
  } catch (error) {
    await files.discard(received);
    throw error;
  }
}

/** The most that a request may hold. */
export function maxUploadBytes({ attachments }: FormDefinition): number {
  return attachments.maxFileBytes + MAX_FRAME_BYTES;
}

async function readFile({ files, form }: Backend, request: IncomingMessage, received: StoredFile[]): Promise<void> {
  // Whoever went away before this was called sends no more events.
  if (request.destroyed) throw new RequestAborted();
  const { maxFileBytes: maxBytes, accept } = form.definition.attachments;
  const limits = {
    maxParts: 2,
    maxTextBytes: 0,
    maxBytes: maxUploadBytes(form.definition),
    tooLarge: () => fileProblem('attachment-too-large'),
  };
  await readParts(request, limits, async (part) => {
    if (!part.stream || part.name !== 'file' || part.fileName === '' || received.length > 0) throw notOneFile();
    try {
      received.push(await files.receive(part.stream, { name: partName(part.fileName), maxBytes, accept }));
    } catch (error) {
      throw error instanceof FileRejection ? fileProblem(error.code) : error;
    }
  });
}

async function assertMayUpload(
  { settings }: Backend,
  database: Database | DatabaseTransaction,
  client: string,
  bytes: number,
): Promise<void> {
  const creation = { kind: 'upload', client } as const;
  await assertWithinLimits(database, creation, { perClient: settings.uploadLimit, inAll: 0 });
  await assertRoomFor(database, client, bytes, { perClient: settings.uploadSpace, inAll: settings.totalUploadSpace });
}

function fileProblem(code: string): Problem {
  return rejected([toProblemError({ pointer: '#/file', code })]);
}

function notOneFile(): Problem {
  return malformed('Exactly one part is needed: a file named "file", with a filename.');
}
