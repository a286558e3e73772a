/**
 * The mailbox behind an address, for comparing only: "Maria+shop@Example.com" → "maria@example.com". Most providers
 * deliver both to the same person, so that a cap which told them apart would be none.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/(?!^)\+.*$/, '');
  return `${local}${address.slice(at)}`.toLowerCase();
}

/** The bare address of "Example <help@example.com>". */
export function addressOf(sender: string): string {
  return /<([^<>]+)>$/.exec(sender)?.[1] ?? sender;
}
