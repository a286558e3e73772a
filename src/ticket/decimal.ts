/**
 * Reads a number as people write it and returns it as a decimal string ("1.234,50" → "1234.50"), so that no
 * digit is lost on the way ("0.00012345" stays as it is). Returns `undefined` for what is no number.
 *
 * With both separators the last one is the decimal. A single one is the decimal too, unless it is the
 * locale's group separator and groups exactly three digits ("1.234" in Portuguese is 1234, "0.123" is not).
 */
export function parseDecimal(text: string, locale: string): string | undefined {
  const compact = text.replace(/[\s'’_]/g, '');
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(compact)) return undefined;
  const sign = compact.startsWith('-') ? '-' : '';
  const digits = compact.replace(/^[-+]/, '');
  const decimal = decimalSeparatorOf(digits, locale);
  const [whole = '', fraction, ...more] = decimal ? digits.split(decimal) : [digits];
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  // Groups of two are Indian; the last one has three digits everywhere ("24.11.26" is a day, not a number).
  if (/\D/.test(whole) && !/^\d{1,3}([.,])(\d{2,3}\1)*\d{3}$/.test(whole)) return undefined;
  const integer = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  return sign + integer + (fraction ? `.${fraction}` : '');
}

function decimalSeparatorOf(digits: string, locale: string): string | undefined {
  const separators = digits.replace(/\d/g, '');
  const last = separators.at(-1);
  if (!last || separators.length === 1) return last && isGrouping(digits, last, locale) ? undefined : last;
  const hasBoth = separators.includes('.') && separators.includes(',');
  return hasBoth && separators.indexOf(last) === separators.length - 1 ? last : undefined;
}

function isGrouping(digits: string, separator: string, locale: string): boolean {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567);
  const isGroupSign = parts.find(({ type }) => type === 'group')?.value === separator;
  return isGroupSign && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
}
