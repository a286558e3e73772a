/** Letters of any script on both sides, one "@", a dot in the domain: what mail systems accept is wider than any stricter rule. */
const EMAIL = /^[^\s\p{C}@"<>(),;:\\[\]]+@[^\s\p{C}@"<>(),;:\\[\].]+(\.[^\s\p{C}@"<>(),;:\\[\].]+)+$/u;

/** The longest path that SMTP carries (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
const MAX_LENGTH = 254;

export function isEmail(text: string): boolean {
  return text.length <= MAX_LENGTH && EMAIL.test(text);
}
