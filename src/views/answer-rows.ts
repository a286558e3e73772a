import type { Texts } from '../controllers/localizer.js';
import { wireFields } from '../ticket/answers.js';
import type { FlowContent } from '../ticket/flow-state.js';
import type { Field } from '../ticket/form-definition.js';
import { topicsAlong, valueOf, visibleFields } from '../ticket/topics.js';
import { ownText } from './ui.js';
import type { Step } from '../ticket/issues.js';

/** A label, what was answered, and the step on which to change it, if it can be. */
export type AnswerRow = readonly [term: string, value: string, step?: Step];

/** Every answer with its label, as review, "Copy what I wrote" and "Save a copy" show them. */
export function answerRows(content: FlowContent, texts: Texts, page = ''): readonly AnswerRow[] {
  const { t } = texts;
  const { form, answers, attachments, lostFiles } = content;
  const { country, email, name, phone, topic, description } = answers;
  const along = topicsAlong(form, country, topic);
  const values = wireFields(content);
  const files = attachments.map((file) => file.name);
  if (lostFiles.length > 0) files.push(t('filesAgain', { names: texts.list(lostFiles) }));
  const rows: AnswerRow[] = [
    [t('country'), country && texts.country(country), 'country'],
    [t('email'), email, 'contact'],
    [t('name'), name, 'contact'],
    [t('phone'), form.contact.phone === 'hidden' ? '' : phone, 'contact'],
    [t('topic'), along.map(({ label }) => ownText(label, content, texts)).join(' › '), 'topic'],
    ...visibleFields(along, answers.fields).map((field): AnswerRow => [
      ownText(field.label, content, texts),
      valueText(field, valueOf(values, field.id) ?? '', content, texts),
      'topic',
    ]),
    [t('details'), description, 'details'],
    [t('files'), files.join('\n') || t('none'), 'details'],
    [t('page'), page],
  ];
  return rows.filter(([, value]) => value);
}

/** A value as the customer would say it: numbers and days of the locale, the labels of choices. */
function valueText({ kind, options = [] }: Field, value: string | boolean, content: FlowContent, texts: Texts): string {
  if (kind === 'checkbox') return texts.t(value ? 'yes' : 'no');
  const text = String(value);
  const chosen = options.find((option) => option.value === text);
  if (chosen) return ownText(chosen.label, content, texts);
  if (kind === 'date' && text) return texts.moment(Date.parse(text), { dateStyle: 'medium', timeZone: 'UTC' });
  if (kind !== 'number' || !/^-?\d{1,15}(\.|$)/.test(text)) return text;
  // The whole part grouped as the locale does it, the fraction digit by digit: a float would lose some.
  const [whole = '', fraction] = text.split('.');
  return texts.number(Number(whole)) + (fraction ? texts.number(0.5).replace(/\d/g, '') + fraction : '');
}

/** All answers as plain text. */
export function answersText(content: FlowContent, texts: Texts, page: string | undefined, title: string): string {
  return [title, ...answerRows(content, texts, page).map(([term, value]) => `${term}: ${value}`)].join('\n\n');
}
