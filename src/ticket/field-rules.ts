import { isEmail } from './email.js';
import type { Field } from './form-definition.js';
import { compilePattern } from './form-rules.js';
import type { FieldValue } from './topics.js';

export interface FieldProblem {
  readonly code: string;
  /** The bound that was crossed: characters, a number, or a date. */
  readonly limit?: number | string;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** What is wrong with the value of a shown field, in wire format (decimal strings, ISO dates), or nothing. */
export function fieldProblem(field: Field, value: FieldValue | undefined): FieldProblem | undefined {
  if (value === undefined || value === '' || value === false) return field.required ? { code: 'required' } : undefined;
  if (field.kind === 'checkbox') return value === true ? undefined : { code: 'not-an-option' };
  if (typeof value !== 'string') return { code: 'not-an-option' };
  return formatProblem(field, value) ?? rangeProblem(field, value) ?? lengthProblem(field, value);
}

function formatProblem({ kind, options, pattern }: Field, value: string): FieldProblem | undefined {
  if (kind === 'number' && !DECIMAL.test(value)) return { code: 'number-format' };
  if (kind === 'date' && !isDate(value)) return { code: 'date-format' };
  if (kind === 'email' && !isEmail(value)) return { code: 'email-format' };
  if (kind === 'url' && !/^https?:\/\/[^\s.]+\.\S+$/i.test(value)) return { code: 'url-format' };
  if (options && !options.some((option) => option.value === value)) return { code: 'not-an-option' };
  if (pattern !== undefined && !compilePattern(pattern)?.test(value)) return { code: 'pattern' };
  return undefined;
}

function rangeProblem({ kind, min, max }: Field, value: string): FieldProblem | undefined {
  const read = kind === 'number' ? Number : kind === 'date' ? Date.parse : undefined;
  if (!read) return undefined;
  if (min !== undefined && read(value) < read(String(min))) return { code: 'too-small', limit: min };
  if (max !== undefined && read(value) > read(String(max))) return { code: 'too-big', limit: max };
  return undefined;
}

function lengthProblem(
  { kind, minLength = 0, maxLength = kind === 'textarea' ? 5000 : 500 }: Field,
  value: string,
): FieldProblem | undefined {
  if (value.length < minLength) return { code: 'too-short', limit: minLength };
  if (value.length > maxLength) return { code: 'too-long', limit: maxLength };
  return undefined;
}

/** A day that exists, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
