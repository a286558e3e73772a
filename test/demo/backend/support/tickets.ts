import { randomUUID } from 'node:crypto';

export interface TestFile {
  readonly name: string;
  readonly type?: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** What the ticket says about it, if that is not true. */
  readonly listed?: Readonly<Record<string, unknown>>;
}

/** A file as a ticket lists it. */
export interface ListedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly id?: string;
}

interface Sent {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly files?: readonly TestFile[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it as they know it to be
  readonly body: any;
}

/** A ticket that the demo's form takes. */
export function ticket(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    country: 'BR',
    contact: { name: 'Maria Souza', email: 'maria@example.com' },
    topic: ['other'],
    fields: {},
    description: 'Where is my money?',
    locale: 'en',
    ...changes,
  };
}

/** Posts a ticket as the widget does: as JSON, or in parts where there are files. */
export async function post(
  url: string,
  body: Record<string, unknown>,
  { key = randomUUID(), headers = {}, files }: Sent = {},
): Promise<Answer> {
  const request = files
    ? { body: formOf(body, files), headers: { 'Idempotency-Key': `"${key}"`, ...headers } }
    : {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`, ...headers },
      };
  return answerOf(await fetch(`${url}/tickets`, { method: 'POST', ...request }));
}

/** Posts a file ahead of its ticket. */
export async function upload(url: string, file: TestFile, headers: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  form.append('file', new Blob([file.content], { type: file.type ?? '' }), file.name);
  return answerOf(await fetch(`${url}/uploads`, { method: 'POST', body: form, headers }));
}

/** Posts files ahead, one after the other, and lists them as their ticket does. */
export async function uploadAll(url: string, files: readonly TestFile[]): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const file of files) {
    const { body } = await upload(url, file);
    listed.push({ ...factsOf(file), id: body.id });
  }
  return listed;
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function factsOf({ name, type = '', content }: TestFile) {
  return { name, type, size: new Blob([content]).size };
}

export function formOf(body: Record<string, unknown>, files: readonly TestFile[]): FormData {
  const blobs = files.map(({ content, type = '' }) => new Blob([content], { type }));
  const attachments = files.map((file) => ({ ...factsOf(file), ...file.listed }));
  const form = new FormData();
  form.append('ticket', new Blob([JSON.stringify({ ...body, attachments })], { type: 'application/json' }));
  blobs.forEach((blob, index) => form.append('attachments', blob, files[index]!.name));
  return form;
}

/** The smallest beginning that says "I am a PNG", and some bytes. */
export function png(size = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
}

/** The last part of a problem's type. */
export function problemName({ body }: Answer): string {
  return String(body.type).replace('/problems/', '');
}

/** Pointers and codes of what was not taken. */
export function errorsOf({ body }: Answer): string[] {
  return (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);
}
