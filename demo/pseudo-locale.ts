import type { FormDefinitionInput } from '../src/index.ts';
import type { Message, Messages } from '../src/locales/en.ts';

/** Latin letters as somebody would spell them in Arabic script: not Arabic, but of its shapes, its direction and its lengths. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [
    letter,
    [...'ابكديفجهيجكلمنوبقرستوفوخيز'][index] ?? letter,
  ]),
);
const MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

/** A text in letters from right to left; what stands in braces is left for the widget to fill in. */
export function pseudoText(text: string): string {
  return text.replace(/\{\w+\}|[a-z]|[,;?]/gi, (part) => LETTERS[part.toLowerCase()] ?? MARKS[part] ?? part);
}

export function pseudoMessages(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message)]),
  ) as unknown as Messages;
}

function pseudoMessage(message: Message): Message {
  if (typeof message === 'string') return pseudoText(message);
  return Object.fromEntries(Object.entries(message).map(([form, text]) => [form, pseudoText(text)])) as Message;
}

/** The same form with one more language: every text that has English gets its pseudo-text, under `tag`. */
export function withPseudoTexts(form: FormDefinitionInput, tag: string): FormDefinitionInput {
  const json = JSON.stringify(form, (_key, value: unknown) =>
    isLocalized(value) ? { ...value, [tag]: pseudoText(value.en) } : value,
  );
  return JSON.parse(json) as FormDefinitionInput;
}

function isLocalized(value: unknown): value is { en: string } {
  return typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string';
}
