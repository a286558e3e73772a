import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A ticket as it came over the wire. */
export interface Arrived {
  /** The text of the ticket, exactly. */
  readonly json: string;
  readonly key: string | undefined;
  readonly files: readonly { readonly name: string; readonly type: string; readonly size: number }[];
}

export async function readTicket(request: IncomingMessage): Promise<Arrived> {
  const key = request.headers['idempotency-key'] as string | undefined;
  const type = request.headers['content-type'] ?? '';
  const body = new Response(await buffer(request), { headers: { 'Content-Type': type } });
  if (!type.startsWith('multipart/form-data')) return { json: await body.text(), key, files: [] };
  const form = await body.formData();
  const ticket = form.get('ticket');
  const files = form.getAll('attachments').filter((part) => typeof part !== 'string');
  return {
    json: typeof ticket === 'string' ? ticket : ((await ticket?.text()) ?? ''),
    key,
    files: files.map(({ name, type, size }) => ({ name, type, size })),
  };
}

/** What a backend may do with a ticket, by a word: `created`, a status, or a way to go wrong. */
export function answerTo(response: ServerResponse, word: string, cors: Record<string, string>): void {
  const problem = { ...cors, 'Content-Type': 'application/problem+json', 'Retry-After': '600' };
  const receipt = { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() };
  if (word === 'created') {
    response.writeHead(201, { ...cors, 'Content-Type': 'application/json' }).end(JSON.stringify(receipt));
  } else if (word === 'duplicate') {
    const type = 'https://support.example/problems/duplicate';
    response.writeHead(409, problem).end(JSON.stringify({ type, title: 'Duplicate', status: 409, id: 'HT-000001' }));
  } else if (word === 'html') response.writeHead(200, { ...cors, 'Content-Type': 'text/html' }).end('<p>Welcome</p>');
  else if (word === 'no-json') response.writeHead(201, { ...cors, 'Content-Type': 'application/json' }).end('{"id":');
  else if (word === 'no-cors') response.writeHead(201).end(JSON.stringify(receipt));
  else if (word === 'redirect') response.writeHead(302, { ...cors, Location: '/login' }).end();
  else if (/^\d+$/.test(word)) {
    response.writeHead(Number(word), problem).end(JSON.stringify({ title: 'No', status: Number(word) }));
  } else response.destroy();
}
