import { expect } from '@open-wc/testing';
import { fieldProblem } from '../../src/ticket/field-rules.js';
import type { Field } from '../../src/ticket/form-definition.js';
import type { FieldValue } from '../../src/ticket/topics.js';
import { fieldOf } from './forms.js';

const OPTIONS = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];

type Row = readonly [changes: Partial<Field>, value: FieldValue | undefined, code?: string, limit?: number | string];

const rows: readonly Row[] = [
  [{}, undefined],
  [{}, ''],
  [{ required: true }, undefined, 'required'],
  [{ required: true }, '', 'required'],
  [{ required: true }, false, 'required'],
  [{ required: true }, 'x'],
  [{}, true, 'not-an-option'],
  [{ kind: 'checkbox' }, true],
  [{ kind: 'checkbox' }, false],
  [{ kind: 'checkbox', required: true }, false, 'required'],
  [{ kind: 'checkbox' }, 'true', 'not-an-option'],
  [{ kind: 'number' }, '0.00012345'],
  [{ kind: 'number' }, '-5'],
  [{ kind: 'number' }, '1,5', 'number-format'],
  [{ kind: 'number' }, '1e5', 'number-format'],
  [{ kind: 'number' }, '.5', 'number-format'],
  [{ kind: 'number' }, '5.', 'number-format'],
  [{ kind: 'number' }, 'Infinity', 'number-format'],
  [{ kind: 'number', min: 1 }, '0.99', 'too-small', 1],
  [{ kind: 'number', min: 1 }, '1'],
  [{ kind: 'number', max: 10 }, '10'],
  [{ kind: 'number', max: 10 }, '10.01', 'too-big', 10],
  [{ kind: 'number', min: '5' }, '4', 'too-small', '5'],
  [{ kind: 'date' }, '2026-11-23'],
  [{ kind: 'date' }, '2024-02-29'],
  [{ kind: 'date' }, '2026-02-29', 'date-format'],
  [{ kind: 'date' }, '2026-13-01', 'date-format'],
  [{ kind: 'date' }, '23/11/2026', 'date-format'],
  [{ kind: 'date' }, '2026-11-23T10:00', 'date-format'],
  [{ kind: 'date' }, '2026-1-1', 'date-format'],
  [{ kind: 'date', min: '2026-01-01' }, '2025-12-31', 'too-small', '2026-01-01'],
  [{ kind: 'date', max: '2026-01-01' }, '2026-01-01'],
  [{ kind: 'date', max: '2026-01-01' }, '2026-01-02', 'too-big', '2026-01-01'],
  [{ kind: 'select', options: OPTIONS }, 'a'],
  [{ kind: 'select', options: OPTIONS }, 'c', 'not-an-option'],
  [{ kind: 'radio', options: OPTIONS }, 'A', 'not-an-option'],
  [{ kind: 'email' }, 'joão@exemplo.com'],
  [{ kind: 'email' }, 'joão', 'email-format'],
  [{ kind: 'url' }, 'https://example.com/a?b#c'],
  [{ kind: 'url' }, 'HTTP://exemplo.com'],
  [{ kind: 'url' }, 'example.com', 'url-format'],
  [{ kind: 'url' }, 'javascript:alert(1).x', 'url-format'],
  [{ pattern: '[A-Z]{2}\\d+' }, 'AB12'],
  [{ pattern: '[A-Z]{2}\\d+' }, 'xAB12', 'pattern'],
  [{ pattern: '[' }, 'anything', 'pattern'],
  [{ minLength: 3 }, 'ab', 'too-short', 3],
  [{ minLength: 3 }, 'abc'],
  [{ maxLength: 3 }, 'abc'],
  [{ maxLength: 3 }, 'abcd', 'too-long', 3],
  [{}, 'x'.repeat(500)],
  [{}, 'x'.repeat(501), 'too-long', 500],
  [{ kind: 'textarea' }, 'x'.repeat(5000)],
  [{ kind: 'textarea' }, 'x'.repeat(5001), 'too-long', 5000],
  [{ min: 5 }, '1'],
];

describe('field rules', () => {
  for (const [changes, value, code, limit] of rows) {
    const shown = String(value).length > 30 ? `${String(value).length} characters` : JSON.stringify(value);
    it(`${JSON.stringify(changes)} ${shown ?? 'no value'}: ${code ?? 'good'}`, () => {
      const expected = code && { code, ...(limit !== undefined && { limit }) };
      expect(fieldProblem(fieldOf(changes), value)).to.deep.equal(expected);
    });
  }
});
