import type { IncomingMessage } from 'node:http';
import { type FormDefinition, parseTicket, type Ticket } from 'help-ticket-widget/ticket.js';
import { FileRejection, type FileStore, type StoredFile } from '../attachments/file-store.ts';
import { type Part, partName, readParts } from '../attachments/multipart.ts';
import { malformed, rejected, ticketTooLarge } from '../http/problem.ts';
import { readText, RequestAborted } from '../http/text-body.ts';
import { attachmentError, toProblemError } from '../http/issue-details.ts';

/** Bytes of a ticket's JSON: 100 000 characters of description, escaped, and the rest. */
const MAX_TICKET_BYTES = 1_048_576;

/** A ticket and the files that have come in so far; whoever made it discards them unless they are kept. */
export class Submission {
  readonly files: StoredFile[] = [];
  readonly #form: FormDefinition;
  readonly #store: FileStore;
  #ticket: Ticket | undefined;

  constructor(form: FormDefinition, store: FileStore) {
    this.#form = form;
    this.#store = store;
  }

  get ticket(): Ticket {
    if (!this.#ticket) throw malformed('There is no part named "ticket".');
    return this.#ticket;
  }

  /**
   * Reads a request of either content type to its end.
   * @throws Problem, RequestAborted
   */
  async read(request: IncomingMessage): Promise<void> {
    // Whoever went away before this was called sends no more events.
    if (request.destroyed) throw new RequestAborted();
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (type === 'application/json') this.#readTicket(await readText(request, MAX_TICKET_BYTES));
    else if (type === 'multipart/form-data') await readParts(request, this.#limits(), (part) => this.#readPart(part));
    else throw malformed('The Content-Type is neither application/json nor multipart/form-data.');
    const missing = this.#listed.slice(this.files.length).map((_, index) => this.files.length + index);
    if (missing.length > 0) throw rejected(missing.map((index) => attachmentError(index, 'attachment-missing')));
  }

  /** The files that have to come with the ticket: all of them, or none if they were uploaded ahead. */
  get #listed() {
    return this.ticket.attachments.filter(({ id }) => id === undefined);
  }

  #limits() {
    return {
      maxParts: this.#form.attachments.maxFiles + 2,
      maxTextBytes: MAX_TICKET_BYTES,
      maxBytes: maxBodyBytes(this.#form),
      tooLarge: ticketTooLarge,
    };
  }

  async #readPart(part: Part): Promise<void> {
    if (!part.stream && part.isCut) throw ticketTooLarge();
    if (!this.#ticket) {
      if (part.name !== 'ticket') throw malformed('The first part is not named "ticket".');
      this.#readTicket(part.stream ? await textOf(part.stream) : part.text);
    } else if (part.name !== 'attachments' || !part.stream) {
      throw malformed('After the ticket, every part is a file named "attachments".');
    } else {
      await this.#readFile(part);
    }
  }

  #readTicket(json: string): void {
    const { ticket, issues } = parseTicket(this.#form, parseObject(json));
    if (issues) throw rejected(issues.map(toProblemError));
    this.#ticket = ticket;
    const { length } = this.#listed;
    if (length > 0 && length < ticket.attachments.length)
      throw rejected([toProblemError({ pointer: '#/attachments', code: 'attachments-mixed' })]);
  }

  async #readFile({ fileName, stream }: Part & { stream: object }): Promise<void> {
    const index = this.files.length;
    const listed = this.#listed[index];
    if (!listed) throw malformed('There are more files than the ticket lists as coming with it.');
    if (partName(fileName) !== partName(listed.name)) throw rejected([attachmentError(index, 'attachment-mismatch')]);
    const { maxFileBytes: maxBytes, accept } = this.#form.attachments;
    try {
      this.files.push(await this.#store.receive(stream, { name: listed.name, size: listed.size, maxBytes, accept }));
    } catch (error) {
      throw error instanceof FileRejection ? rejected([attachmentError(index, error.code)]) : error;
    }
  }
}

/** The most that a request may hold: every file at its largest, the ticket, and what multipart puts between them. */
export function maxBodyBytes({ attachments }: FormDefinition): number {
  return attachments.maxFiles * (attachments.maxFileBytes + 1024) + MAX_TICKET_BYTES + 1024;
}

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw malformed('The ticket is not a JSON object.');
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_TICKET_BYTES) throw ticketTooLarge();
  }
  return text;
}
