/** The mailbox providers most people use, and real neighbours of theirs that must not be "corrected". */
const DOMAINS =
  'gmail.com hotmail.com outlook.com yahoo.com icloud.com live.com proton.me protonmail.com terra.com.br yahoo.com.br hotmail.com.br outlook.com.br live.com.mx yahoo.com.mx yahoo.com.ar hotmail.es yahoo.es outlook.es mail.com ymail.com email.com cloud.com love.com line.com'.split(
    ' ',
  );

/** How many of the list may be suggested: the rest is there only to be left alone. */
const SUGGESTED = DOMAINS.indexOf('mail.com');

/** The address with its domain mended ("maria@gmial.com" → "maria@gmail.com"), if it looks mistyped. */
export function suggestEmail(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).toLowerCase();
  if (at < 1 || !domain || DOMAINS.includes(domain)) return undefined;
  const near = DOMAINS.slice(0, SUGGESTED).find(
    (known) => isOneSlipAway(domain, known) && !areTwoCountries(domain, known),
  );
  return near && `${text.slice(0, at)}@${near}`;
}

/** "yahoo.com.tr" is as real as "yahoo.com.br". */
function areTwoCountries(typed: string, known: string): boolean {
  const country = /\.[a-z]{2}$/;
  return country.test(typed) && country.test(known) && typed.slice(-2) !== known.slice(-2);
}

/** One letter missing, added, wrong, or two swapped. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const rest = typed.slice(start);
  const wanted = meant.slice(start);
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
