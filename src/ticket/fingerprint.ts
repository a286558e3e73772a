import type { Ticket } from './ticket.js';

/** What makes a file the same file: `lastModified` in milliseconds since the epoch. */
export interface FileIdentity {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** Two digests of a ticket: of its whole content, and of who writes about what. */
export interface Fingerprint {
  readonly digest: string;
  readonly topicDigest: string;
}

/**
 * Digests for comparing tickets within one browser. `salt` makes them useless elsewhere; they hide nothing
 * from someone who has both the salt and a guess, so they count as pseudonymous, not anonymous.
 */
export function fingerprint(ticket: Ticket, files: readonly FileIdentity[], salt: string): Fingerprint {
  const email = ticket.contact.email.toLowerCase();
  const fields = Object.entries(ticket.fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const description = ticket.description.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  const identities = files.map(({ name, size, lastModified }) => [name, size, lastModified]);
  return {
    digest: digestOf([salt, email, ticket.topic, fields, description, identities]),
    topicDigest: topicFingerprint(email, ticket.topic, salt).topicDigest,
  };
}

/** The digest of who writes about what alone: enough to find a likely twin before the ticket is whole. */
export function topicFingerprint(email: string, topic: readonly string[], salt: string): Fingerprint {
  return { digest: '', topicDigest: digestOf([salt, email.trim().toLowerCase(), topic]) };
}

/** FNV-1a with 64 bits (RFC 9923), as base 36: small, synchronous, for equality only. */
export function digestOf(content: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(content))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
