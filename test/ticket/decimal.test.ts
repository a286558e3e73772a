import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseDecimal } from '../../src/ticket/decimal.js';

const LOCALES = ['en', 'pt-BR', 'es', 'de', 'fr'] as const;
type Locale = (typeof LOCALES)[number];

/** What it is in every locale, and where locales differ. */
const rows: readonly (readonly [text: string, expected: string | undefined, ...(readonly [Locale, string])[]])[] = [
  ['0', '0'],
  ['007', '7'],
  ['120', '120'],
  ['120.50', '120.50'],
  ['120,50', '120.50'],
  ['0.00012345', '0.00012345'],
  ['0,00012345', '0.00012345'],
  ['0.123', '0.123'],
  ['0,123', '0.123'],
  ['1.234', '1.234', ['pt-BR', '1234'], ['es', '1234'], ['de', '1234']],
  ['1,234', '1.234', ['en', '1234']],
  ['12.3456', '12.3456'],
  ['1234.567', '1234.567'],
  ['1.234,50', '1234.50'],
  ['1,234.50', '1234.50'],
  ['1.234.567', '1234567'],
  ['1,234,567', '1234567'],
  ['1.234.567,89', '1234567.89'],
  ['1,234,567.89', '1234567.89'],
  ['12,34,567.89', '1234567.89'],
  ['1 234 567,89', '1234567.89'],
  ['1\u202f234,5', '1234.5'],
  ['1\u00a0234.5', '1234.5'],
  ["1'234'567.89", '1234567.89'],
  ['1’234.5', '1234.5'],
  [' 5 ', '5'],
  ['+5', '5'],
  ['-5,5', '-5.5'],
  ['- 5', '-5'],
  ['.5', '0.5'],
  [',5', '0.5'],
  ['5.', '5'],
  ['5,', '5'],
  ['1234567890123456789012.000000000000000001', '1234567890123456789012.000000000000000001'],
  ['', undefined],
  ['.', undefined],
  ['-', undefined],
  ['ten', undefined],
  ['5 BRL', undefined],
  ['R$ 5', undefined],
  ['1e5', undefined],
  ['0x10', undefined],
  ['5-', undefined],
  ['--5', undefined],
  ['1.2.3', undefined],
  ['1..5', undefined],
  ['1,,5', undefined],
  ['1.23.456,7,8', undefined],
  ['1.234,567.89', undefined],
  ['1,234.567,89', undefined],
  ['1234.567.890', undefined],
  // A day, and half a group: a hundred times as much would be wrong.
  ['24.11.26', undefined],
  ['1,234,56', undefined],
  ['1.234.56', undefined],
  ['Infinity', undefined],
];

describe('decimal', () => {
  for (const [text, expected, ...others] of rows) {
    for (const locale of LOCALES) {
      const here = others.find(([other]) => other === locale)?.[1] ?? expected;
      it(`"${text}" in ${locale}: ${here ?? 'no number'}`, () => expect(parseDecimal(text, locale)).to.equal(here));
    }
  }

  for (const locale of LOCALES) {
    it(`reads every number that ${locale} formats`, () => {
      const formats = [2, 8].map(
        (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
      );
      const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
      fc.assert(
        fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.constantFrom(2, 8), (scaled, digits) => {
          const text = decimalText(scaled, digits);
          const format = formats[digits === 2 ? 0 : 1]!;
          // A decimal string keeps all digits, which a float would not.
          expect(parseDecimal(format.format(text as `${number}`), locale)).to.equal(text);
          expect(parseDecimal(whole.format(scaled), locale)).to.equal(String(scaled));
        }),
      );
    });
  }

  it('gives a decimal string or nothing for any text, and reads its own again', () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789.,-+ '’x") });
    fc.assert(
      fc.property(text, fc.constantFrom(...LOCALES), (typed, locale) => {
        const read = parseDecimal(typed, locale);
        if (read === undefined) return;
        expect(read).to.match(/^-?(0|[1-9]\d*)(\.\d+)?$/);
        expect(read.replace(/\D/g, '').replace(/^0+/, '')).to.equal(typed.replace(/\D/g, '').replace(/^0+/, ''));
      }),
    );
  });
});

/** `scaled` with so many fraction digits: 12345 and 2 are "123.45". */
function decimalText(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? '-' : '';
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
