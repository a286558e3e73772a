import { COUNTRIES } from '../../../src/ticket/countries.ts';

/** Codes and names, sorted as the language sorts. */
export function countryNames(language) {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return COUNTRIES.map((code) => [code, names.of(code)]).sort(([, a], [, b]) => compare(a, b));
}
