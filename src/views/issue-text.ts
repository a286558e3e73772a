import type { Texts } from '../controllers/localizer.js';
import type { MessageKey } from '../locales/en.js';
import type { FlowContent } from '../ticket/flow-state.js';
import type { Field } from '../ticket/form-definition.js';
import type { Issue } from '../ticket/issues.js';
import { topicsAlong } from '../ticket/topics.js';
import { ownText } from './ui.js';

/** One sentence for these answers, whatever is wrong with them. */
const OF_ANSWER: Readonly<Record<string, MessageKey>> = {
  '#/country': 'enterCountry',
  '#/contact/email': 'enterEmail',
  '#/contact/name': 'enterName',
  '#/contact/phone': 'enterPhone',
  '#/topic': 'enterTopic',
  '#/topic/0': 'enterTopic',
  '#/description': 'enterDescription',
  '#/attachments': 'enterFiles',
  '#/consent': 'enterConsent',
  '#/relatedTo': 'enterDifferent',
};

/** The codes that these sentences answer. */
const ANSWERED = /^(required|wrong-type|.+-(format|option|required))$/;

const OF_CODE: Readonly<Record<string, MessageKey>> = {
  required: 'enter',
  pattern: 'pattern',
  'too-short': 'tooShort',
  'too-long': 'tooLong',
  'too-small': 'tooSmall',
  'too-big': 'tooBig',
  'attachment-empty': 'fileEmpty',
  'attachment-too-large': 'fileTooLarge',
  'attachment-type': 'fileKind',
  'too-many-attachments': 'fileCount',
};

const LABELS: Readonly<Record<string, MessageKey>> = { name: 'name', phone: 'phone' };

/** Codes and pointers come from servers: "constructor" is no key of ours. */
function own(table: Readonly<Record<string, MessageKey>>, key: string): MessageKey | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What is wrong, and what to do about it, as one sentence without a full stop. */
export function issueText({ pointer, code, limit = '', detail }: Issue, content: FlowContent, texts: Texts): string {
  const { t } = texts;
  const [, root = '', id = ''] = pointer.split('/');
  if (root === 'attachments' && id)
    return fileText(code, content.attachments[Number(id)] ?? { name: '' }, content, texts);
  const answer = own(OF_ANSWER, pointer) ?? (root === 'topic' ? 'enterSubtopic' : undefined);
  if (answer && (!detail || ANSWERED.test(code)) && !code.startsWith('too-'))
    // The mark in front keeps the number in order among letters from right to left; the rest of it, on one line.
    return t(answer, { example: '\u200e+55\u00a011\u00a091234\u20115678' });
  const { form, answers } = content;
  const field = topicsAlong(form, answers.country, answers.topic)
    .flatMap(({ fields = [] }) => fields)
    .find((each) => root === 'fields' && each.id === id);
  const label = field
    ? ownText(field.label, content, texts)
    : t(root === 'contact' ? (own(LABELS, id) ?? 'email') : 'description');
  if (code === 'pattern' && field?.patternMessage) return ownText(field.patternMessage, content, texts);
  const key = own(OF_CODE, code);
  const isBound = code.startsWith('too-');
  if (key && !(isBound && limit === '')) return t(key, { label, count: Number(limit), limit });
  const example = field && code.endsWith('-format') ? exampleOf(field, texts) : '';
  return example ? t('format', { label, example }) : (detail ?? t('notAccepted', { label }));
}

/** A number, a day and addresses as this locale writes them. */
function exampleOf({ kind }: Field, texts: Texts): string {
  if (kind === 'number') return texts.number(1250.75);
  if (kind === 'date') return texts.moment(Date.UTC(2026, 10, 24, 12), { dateStyle: 'short' });
  return kind === 'email' ? 'name@example.com' : 'https://example.com';
}

/** Names the file and the rule that it breaks; a server may have stricter ones than the form says. */
export function fileText(
  code: string,
  { name, size }: { readonly name: string; readonly size?: number },
  { form }: Pick<FlowContent, 'form'>,
  texts: Texts,
): string {
  const { maxFileBytes: most, maxFiles: count, accept } = form.attachments;
  const isStricter = code === 'attachment-too-large' && size !== undefined && size <= most;
  const key = isStricter ? 'fileTooHeavy' : (own(OF_CODE, code) ?? 'notAccepted');
  return texts.t(key, { name, label: name, size: texts.bytes(most), count, kinds: kindsText(accept, texts) });
}

/** The accepted kinds in words: "images, PDF, TXT". */
export function kindsText(accept: readonly string[], { t, list }: Texts): string {
  const wordOf = (entry: string) => {
    if (entry === 'image/*') return t('images');
    if (entry === 'video/*') return t('videos');
    return entry.replace(/^.*[./]/, '').toUpperCase();
  };
  return list(accept.map(wordOf)) || t('anyKind');
}
