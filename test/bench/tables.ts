import { table } from '../package/markdown-table.ts';
import type { Figure, Result, Results } from './results.ts';

const NOTHING = '–';
const [MIN, GZIP, BROTLI] = [0, 1, 2] as const;

type Column = readonly [head: string, cell: (result: Result, page: Result) => string];

const time =
  (figure: Figure): Column[1] =>
  (result) =>
    whole(result.median(figure));
const lessPage =
  (figure: Figure, unit = 1): Column[1] =>
  (result, page) =>
    whole((result.median(figure)! - page.median(figure)!) / unit);

/** Both for a cell of their own: what there is before somebody reaches for the button, and what opening adds. */
const MAIN: readonly Column[] = [
  ['', ({ contestant }) => contestant.title],
  ['kB before + on opening', ({ before, opening }) => `${kilo(before[BROTLI])} + ${kilo(opening[BROTLI])}`],
  ['requests', (result) => `${whole(result.median('requestsBefore'))} + ${whole(result.median('requestsOpening'))}`],
  ['button visible, ms', time('launcher')],
  ['script before, ms', (result) => whole(result.median('script'), 1)],
  ['click to focus, ms', time('cold')],
  ['… after hover', time('warm')],
  ['click to form seen, ms', time('coldShown')],
  ['… after hover', time('warmShown')],
  ['longest task, ms', (result) => (result.median('longest') ? whole(result.median('longest')) : 'under 50')],
  ['heap, kB', lessPage('heap', 1000)],
  ['nodes', lessPage('nodes')],
  ['CLS', (result) => whole(result.median('shift'), 3).replace(/\.?0+$/, '')],
];

const GROWTH: readonly Column[] = MAIN.filter(([head]) => !/^(kB|requests|CLS)/.test(head));

/** The widget first, and all the others by it. */
export function mainTable(results: Results): string {
  return tableOf(MAIN, compared(results), results);
}

/** The widget on pages that ask more of it; the first row is the page that all others have. */
export function growthTable(results: Results): string {
  const rows = [...results.values()].filter((result) => result.contestant.id === 'own' || result.contestant.isGrowth);
  return tableOf(GROWTH, rows, results);
}

/** What the contestants weigh by each measure that somebody may want to compare. */
export function weightTable(results: Results): string {
  const cells = ({ before, opening }: Result) =>
    [MIN, GZIP, BROTLI].map((kind) => `${before[kind].toLocaleString('en')} + ${opening[kind].toLocaleString('en')}`);
  return table(
    ['Bytes before + on opening', 'minified', 'gzip', 'brotli'],
    compared(results).map((result) => [result.contestant.title, ...cells(result)]),
  );
}

const COMPARED = ['launcher', 'script', 'cold', 'warm', 'coldShown', 'warmShown', 'heap'] as const;

/** Ours divided by theirs, with the interval of 95 %. */
export function ratioTable(results: Results): string {
  const own = results.get('own')!;
  const [, ...others] = compared(results);
  const cell = (other: Result, figure: Figure) => {
    const found = own.ratioTo(other, figure);
    return found ? `${found.ratio.toFixed(2)} (${found.interval.map((end) => end.toFixed(2)).join('–')})` : NOTHING;
  };
  return table(
    ['The widget ÷', ...COMPARED],
    others.map((other) => [other.contestant.title, ...COMPARED.map((figure) => cell(other, figure))]),
  );
}

function compared(results: Results): readonly Result[] {
  return [...results.values()].filter(({ contestant }) => contestant.id !== 'page' && !contestant.isGrowth);
}

function tableOf(columns: readonly Column[], rows: readonly Result[], results: Results): string {
  const page = results.get('page')!;
  return table(
    columns.map(([head]) => head),
    rows.map((result) => columns.map(([, cell]) => cell(result, page))),
  );
}

function whole(value: number | undefined, digits = 0): string {
  return value === undefined
    ? NOTHING
    : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function kilo(bytes: number): string {
  return (bytes / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
}
