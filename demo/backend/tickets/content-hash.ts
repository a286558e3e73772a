import { createHash } from 'node:crypto';
import type { Ticket } from 'help-ticket-widget/ticket.js';

/**
 * What makes two tickets the same (contract, "Idempotency"): a SHA-256 over the canonical JSON of what the customer
 * said and of the hashes of the files in order. Page, locale and file names are not part of it.
 */
export function contentHash(ticket: Ticket, fileHashes: readonly string[]): string {
  const { country, contact, topic, fields, description, consent } = ticket;
  const content = { country, contact, topic, fields, description, consent, files: fileHashes };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** JSON with sorted keys and NFC strings, without members that are undefined. */
function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`);
  return `{${members.join()}}`;
}
