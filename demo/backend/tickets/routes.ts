import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import type { TicketRow } from '../database/schema.ts';
import { postEndpoint } from '../http/post-endpoint.ts';
import { digestOf } from '../log.ts';
import { keyOf, receiveTicket } from './receive-ticket.ts';
import { maxBodyBytes } from './submission.ts';
import { isCreated } from './tickets.ts';

/** The endpoint of the contract. */
export function ticketRoutes(backend: Backend): Hono<{ Bindings: HttpBindings }> {
  return postEndpoint(backend, {
    name: 'ticket',
    maxBytes: maxBodyBytes(backend.form.definition),
    async receive(request, note) {
      const key = keyOf(request.headers['idempotency-key']?.toString());
      note({ key: digestOf(key) });
      const row = await receiveTicket(backend, request, key);
      if (isCreated(row)) note({ number: row.number });
      return accepted(row);
    },
  });
}

/** The answer that is kept with the ticket: the same whenever it is asked for. */
function accepted(row: TicketRow): Response {
  const headers = { 'Cache-Control': 'no-store' };
  if (!isCreated(row)) return Response.json({ status: 'verification-pending' }, { status: 202, headers });
  const body = { id: row.number, createdAt: row.created_at, ...(row.reply_by !== null && { replyBy: row.reply_by }) };
  return Response.json(body, { status: 201, headers: { ...headers, Location: `/tickets/${row.number}` } });
}
