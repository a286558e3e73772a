import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import type { TicketRow } from '../database/schema.ts';
import { drain } from '../http/drain.ts';
import { allowReading, isAllowedOrigin, preflightAnswer } from '../http/origins.ts';
import { methodNotAllowed, originRefused, Problem, unexpected } from '../http/problem.ts';
import { RequestAborted } from '../http/text-body.ts';
import { codeOf, digestOf, type LogFields } from '../log.ts';
import { keyOf, receiveTicket } from './receive-ticket.ts';
import { maxBodyBytes } from './submission.ts';
import { isCreated } from './tickets.ts';

type Incoming = HttpBindings['incoming'];

/** The endpoint of the contract. */
export function ticketRoutes(backend: Backend): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const most = 2 * maxBodyBytes(backend.form.definition);

  routes.options('/', (context) => preflightAnswer(context.req.header('Origin')));

  routes.post('/', async ({ env: { incoming } }) => {
    const startedAt = performance.now();
    const { response, ...fields } = await answer(backend, incoming);
    await drain(incoming, most);
    allowReading(response.headers, incoming.headers.origin);
    const duration = Math.round(performance.now() - startedAt);
    backend.log('info', 'ticket-request', { status: response.status, duration, ...fields });
    return response;
  });

  routes.all('/', (context) => {
    const response = methodNotAllowed().toResponse();
    response.headers.set('Allow', 'OPTIONS, POST');
    allowReading(response.headers, context.req.header('Origin'));
    return response;
  });

  return routes;
}

async function answer(backend: Backend, incoming: Incoming): Promise<LogFields & { response: Response }> {
  const fields: { key?: string } = {};
  try {
    if (!isAllowedOrigin(incoming.headers.origin, backend.settings)) throw originRefused();
    const key = keyOf(incoming.headers['idempotency-key']?.toString());
    fields.key = digestOf(key);
    const row = await receiveTicket(backend, incoming, key);
    return { ...fields, ...(isCreated(row) && { number: row.number }), response: accepted(row) };
  } catch (error) {
    const problem = error instanceof Problem ? error : unexpected();
    const code =
      error instanceof RequestAborted ? 'aborted' : error instanceof Problem ? error.init.name : codeOf(error);
    if (problem.init.status === 500 && code !== 'aborted') backend.log('error', 'ticket-failed', { ...fields, code });
    return { ...fields, code, response: problem.toResponse() };
  }
}

/** The answer that is kept with the ticket: the same whenever it is asked for. */
function accepted(row: TicketRow): Response {
  const headers = { 'Cache-Control': 'no-store' };
  if (!isCreated(row)) return Response.json({ status: 'verification-pending' }, { status: 202, headers });
  const body = { id: row.number, createdAt: row.created_at, ...(row.reply_by !== null && { replyBy: row.reply_by }) };
  return Response.json(body, { status: 201, headers: { ...headers, Location: `/tickets/${row.number}` } });
}
