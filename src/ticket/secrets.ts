/** How many words the seed phrases of wallets have (BIP-39, and 25 less a checksum). */
const SEED_LENGTHS = [12, 15, 18, 21, 24];

/** Words that stand in nearly every sentence of the shipped languages and in no seed phrase: articles, pronouns, prepositions. */
const SENTENCE_WORDS = new Set(
  'a o e as os um uma de da do das dos em no na que se por para com não mas meu minha eu el la los las un una y en es del al lo su mi yo con sin pero no the of to and in is my i it was for on with at be not from'.split(
    ' ',
  ),
);

/** 13 to 19 digits, in one or as they stand on cards. What follows ("12/27", "123") is no part of them. */
const CARD = /(?<![\dA-Za-z])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}|\d{4}([ -])\d{6}\2\d{4,5})(?![\dA-Za-z])/g;

/**
 * Whether a text looks as if it held a secret: a seed phrase, a private key or a card number. A warning
 * follows, never a block. A transaction id is 64 hex digits too, so those alone say nothing.
 *
 * @param words "private key" in the reader's language, in several ways, with "|" between them
 */
export function hasSecret(text: string, words = 'private key'): boolean {
  return hasSeedPhrase(text) || hasPrivateKey(text, words) || hasCardNumber(text);
}

function hasSeedPhrase(text: string): boolean {
  return text.split(/[^\p{L}\p{N}\s]/u).some((part) => {
    let length = 0;
    return [...part.split(/\s+/), ''].some((word) => {
      if (/^[a-záéíóúâêôãõçñ]{3,8}$/.test(word) && !SENTENCE_WORDS.has(word)) length += 1;
      else if (SEED_LENGTHS.includes(length)) return true;
      else length = 0;
      return false;
    });
  });
}

function hasPrivateKey(text: string, words: string): boolean {
  if (
    /\bxprv[1-9A-HJ-NP-Za-km-z]{20,}/.test(text) ||
    /(?<![1-9A-Za-z])[5KL][1-9A-HJ-NP-Za-km-z]{50,51}(?![1-9A-Za-z])/.test(text)
  )
    return true;
  const named = new RegExp(`private.?key|${words}`.replaceAll(' ', '.?'), 'gi');
  const keys = [...text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi)];
  return [...text.matchAll(named)].some(({ index, 0: { length } }) =>
    keys.some((key) => key.index - (index + length) <= 40 && index - (key.index + 64) <= 40),
  );
}

function hasCardNumber(text: string): boolean {
  return [...text.matchAll(CARD)].some(([digits]) => passesLuhn(digits.replace(/\D/g, '')));
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}
