import { type Catalogue, catalogues } from '../locales/catalogues.js';
import { en, type Message, type MessageKey, type Messages } from '../locales/en.js';
import { directionOf } from '../ticket/direction.js';
import { nearestTag } from '../ticket/nearest-tag.js';

type Values = Readonly<Record<string, string | number>>;
type Overrides = Readonly<Record<string, Partial<Messages>>> | undefined;

/** What views and presenters may ask for: texts and formats of one locale. */
export interface Texts {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  t(key: MessageKey, values?: Values): string;
  number(value: number): string;
  /** @param ratio 0 to 1 */
  percent(ratio: number): string;
  bytes(size: number): string;
  hours(count: number): string;
  /** @param time milliseconds since the epoch */
  moment(time: number, style?: Intl.DateTimeFormatOptions): string;
  /** @param time milliseconds since the epoch */
  ago(time: number): string;
  country(code: string): string;
  list(parts: readonly string[]): string;
  /** Which of two texts comes first in a list, as `Array.prototype.sort` asks. */
  compare(one: string, other: string): number;
}

/**
 * Loads the catalogue nearest to the wanted language, or to the first of the browser's, among those that the team answers in. If there is none, it
 * is that of the team's first language; one that is not shipped, or cannot be loaded, is English.
 */
export async function loadTexts(
  wanted: string,
  overrides: Overrides,
  languages: readonly string[] = [],
): Promise<Texts> {
  const shipped = ['en', ...Object.keys(catalogues)];
  // An owner's own words make a language that is not shipped.
  const spoken = languages.length > 0 ? languages : [...shipped, ...Object.keys(overrides ?? {})];
  const isSpoken = (each: string) => nearestTag(each, spoken);
  const found = isSpoken(wanted) ? wanted : navigator.languages.find(isSpoken);
  const canonical = canonicalTag(found ?? languages[0] ?? 'en');
  const tag = nearestTag(canonical, shipped) ?? '';
  const catalogue = await catalogues[tag]?.().catch(() => undefined);
  const locale = (catalogue ?? (tag === 'en' || overrides?.[canonical])) ? canonical : 'en';
  return createTexts(locale, overrides?.[locale], overrides?.[tag], overrides?.['*'], byKey(catalogue), en);
}

/** English, which is embedded. */
export const englishTexts = (overrides: Overrides) => createTexts('en', overrides?.['en'], overrides?.['*'], en);

function byKey(catalogue: Catalogue | undefined): Partial<Messages> | undefined {
  if (!Array.isArray(catalogue)) return catalogue as Messages | undefined;
  return Object.fromEntries(Object.keys(en).map((key, index) => [key, (catalogue as readonly Message[])[index]]));
}

/** The texts of one locale: each from the first source that has it. */
function createTexts(locale: string, ...sources: readonly (Partial<Messages> | undefined)[]): Texts {
  const plural = new Intl.PluralRules(locale);
  // Made while the panel loads: the progress of each step asks for it, and a new one takes a slow phone as long as a picture.
  const plain = new Intl.NumberFormat(locale);
  const format = (value: number, options?: Intl.NumberFormatOptions) =>
    (options ? new Intl.NumberFormat(locale, options) : plain).format(value);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const lists = new Intl.ListFormat(locale, { style: 'narrow' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  return {
    locale,
    direction: directionOf(locale),
    t(key, values = {}) {
      const message = sources.find((each) => each?.[key] !== undefined)?.[key] as Message;
      const text = typeof message === 'string' ? message : pick(message, plural.select(Number(values['count'])));
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? format(value) : (value ?? whole);
      });
    },
    number: (value) => format(value),
    percent: (ratio) => format(ratio, { style: 'percent' }),
    bytes(size) {
      const [value, unit] = size < 1e6 ? [Math.max(size, 1000) / 1e3, 'kilobyte'] : [size / 1_048_576, 'megabyte'];
      return format(value, { style: 'unit', unit, maximumFractionDigits: value < 10 && size >= 1e6 ? 1 : 0 });
    },
    hours: (count) => format(count, { style: 'unit', unit: 'hour', unitDisplay: 'long' }),
    moment: (time, style = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }) =>
      new Intl.DateTimeFormat(locale, style).format(time),
    ago(time) {
      const minutes = Math.max(1, Math.round((Date.now() - time) / 60_000));
      if (minutes < 60) return relative.format(-minutes, 'minute');
      if (minutes < 2880) return relative.format(-Math.round(minutes / 60), 'hour');
      return relative.format(-Math.round(minutes / 1440), 'day');
    },
    country: (code) => nameOf(countries, code),
    list: (parts) => lists.format(parts),
    // One for all: `localeCompare` makes a new one for each pair, which takes WebKit longer than all else on the first step.
    compare: new Intl.Collator(locale).compare,
  };
}

function nameOf(countries: Intl.DisplayNames, code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    // A draft or a page may name what is no country; the form says so, and must show.
    return code;
  }
}

const pick = (message: Exclude<Message, string>, category: Intl.LDMLPluralRule) => message[category] ?? message.other;

function canonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    // A page's `lang` may be anything; English is better than nothing.
    return 'en';
  }
}
