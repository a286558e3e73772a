import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { LocalizedText, Topic } from 'help-ticket-widget/ticket.js';
import { readFormFile } from '../../../demo/backend/form-file.ts';

const { definition: form } = await readFormFile(join(import.meta.dirname, '../../../demo/form.json'));

const all = (topics: readonly Topic[]): Topic[] => topics.flatMap((topic) => [topic, ...all(topic.topics ?? [])]);
const depth = (topics: readonly Topic[] = []): number =>
  topics.length === 0 ? 0 : 1 + Math.max(...topics.map((topic) => depth(topic.topics)));

describe('the demo’s form', () => {
  const topics = all(form.topics);
  const fields = topics.flatMap((topic) => topic.fields ?? []);

  it('says everything in all three languages', () => {
    const texts: (LocalizedText | undefined)[] = [
      ...topics.flatMap(({ label, hint, descriptionHint, attachments }) => [
        label,
        hint,
        descriptionHint,
        attachments?.hint,
      ]),
      ...fields.flatMap(({ label, hint, patternMessage, options }) => [
        label,
        hint,
        patternMessage,
        ...(options ?? []).map((option) => option.label),
      ]),
      ...form.notices.map(({ text }) => text),
    ];
    for (const text of texts) {
      // A name that is the same everywhere is one string.
      if (typeof text === 'object') assert.deepEqual(Object.keys(text), ['en', 'pt-BR', 'es'], JSON.stringify(text));
    }
  });

  it('has a branch three deep, a notice, topics of some countries only, and every kind of field', () => {
    assert.equal(depth(form.topics), 3);
    assert.equal(form.notices.length, 1);
    assert.ok(topics.some(({ countries }) => countries?.join() === 'BR'));
    const kinds = new Set(fields.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), [
      'checkbox',
      'date',
      'email',
      'number',
      'radio',
      'select',
      'text',
      'textarea',
      'url',
    ]);
  });
});
