import type { FormDefinitionInput } from '../src/index.ts';
import type { Message, Messages } from '../src/locales/en.ts';

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/** English as other scripts and lengths would make it, by the usual names of such locales. */
const LETTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // With accents above and below.
  'en-XA': lettersOf('åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'),
  // As somebody would spell it in Arabic script: not Arabic, but of its shapes, its direction and its lengths.
  'ar-XB': { ...lettersOf('ابكديفجهيجكلمنوبقرستوفوخيز'), ',': '،', ';': '؛', '?': '؟' },
};

function lettersOf(letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, index) => [ALPHABET[index] ?? letter, letter]));
}

export function isPseudo(tag: string): boolean {
  return tag in LETTERS;
}

/** A text in the letters of a pseudo-locale, `en-XA` also two fifths longer; what stands in braces is left for the widget to fill in. */
export function pseudoText(text: string, tag: string): string {
  const letters = LETTERS[tag] ?? {};
  const spelt = text.replace(/\{\w+\}|[a-z]|[,;?]/gi, (part) => letters[part.toLowerCase()] ?? part);
  return tag === 'en-XA'
    ? `${spelt} ${'öñé ţŵö ţĥŕéé '
        .repeat(20)
        .slice(0, Math.ceil(text.length * 0.4))
        .trim()}`
    : spelt;
}

export function pseudoMessages(messages: Messages, tag: string): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message, tag)]),
  ) as unknown as Messages;
}

function pseudoMessage(message: Message, tag: string): Message {
  if (typeof message === 'string') return pseudoText(message, tag);
  return Object.fromEntries(
    Object.entries(message).map(([form, text]) => [form, pseudoText(text, tag)]),
  ) as unknown as Message;
}

/** The same form with one more language: every text that has English gets its pseudo-text, under `tag`. */
export function withPseudoTexts(form: FormDefinitionInput, tag: string): FormDefinitionInput {
  const json = JSON.stringify(form, (_key, value: unknown) =>
    isLocalized(value) ? { ...value, [tag]: pseudoText(value.en, tag) } : value,
  );
  return JSON.parse(json) as FormDefinitionInput;
}

function isLocalized(value: unknown): value is { en: string } {
  return typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string';
}
