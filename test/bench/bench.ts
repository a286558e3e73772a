/**
 * `npm run bench`: the widget beside the same form without it, and beside what npm ships for the same purpose, in Chromium
 * on a slow device. `ROUNDS=3` is quicker and says less. With `--readme` the tables go into README.md. Fails if a goal is missed.
 */
import { cpus } from 'node:os';
import { keepCurrent, withBlocks } from '../package/made-from-others.ts';
import { launchChromium } from '../support/chromium.ts';
import { openBenchSite } from './bench-site.ts';
import type { Contestant } from './contestant.ts';
import { COMPARED_BY_GOALS, goals } from './goals.ts';
import { handWritten } from './hand-written.ts';
import { growing, own } from './own.ts';
import { peers } from './peers.ts';
import { Result, type Results } from './results.ts';
import { growthTable, mainTable, ratioTable, weightTable } from './tables.ts';
import { type Bench, type Round, THROTTLING, visit } from './visit.ts';

const rounds = Number(process.env.ROUNDS ?? 15);
/** What no goal compares is visited in every third round: enough for the table, in little more than half the time. */
const isDue = ({ id }: Contestant, round: number) => COMPARED_BY_GOALS.includes(id) || round % 3 === 1;

/** The page alone: what it costs itself is taken off heap and nodes. */
const page: Contestant = { id: 'page', title: 'the page alone', html: '', files: {}, launcher: ['h1'] };

const contestants = [own, ...(await handWritten()), ...(await peers()), ...growing, page];
await using site = await openBenchSite(contestants);
const browser = await launchChromium({ isWhole: true });
const results = await measure({ browser, site });
const version = browser.version();
await browser.close();

const conditions = [
  `Measured on ${new Date().toISOString().slice(0, 10)} in Chromium ${version} on ${cpus().length} cores, slowed down ${THROTTLING} times;`,
  `medians of ${rounds} rounds, or of every third for a row that no goal compares. Bytes are after brotli; heap and nodes are with the form open, without what the page itself has.`,
].join(' ');
const main = `${conditions}\n\n${mainTable(results)}`;
const growth = growthTable(results);
console.log([main, growth, weightTable(results), ratioTable(results)].join('\n\n'), '\n');
for (const { text, isMet, found } of goals(results)) {
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${text}: ${found}`);
  if (!isMet) process.exitCode = 1;
}
if (process.argv.includes('--readme')) {
  keepCurrent('README.md', (readme) => withBlocks(readme, new Map([['bench', `${main}\n\n${growth}`]])));
}

/** Round by round, each in an order of its own: what disturbs the machine for a while disturbs all alike. */
async function measure(bench: Bench): Promise<Results> {
  const seen = new Map(contestants.map((contestant) => [contestant, new Map<number, Round>()]));
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`Round ${round} of ${rounds}`);
    const due = contestants.filter((contestant) => isDue(contestant, round));
    for (const contestant of shuffled(due)) seen.get(contestant)!.set(round, await visit(bench, contestant));
  }
  return new Map([...seen].map(([contestant, all]) => [contestant.id, new Result(contestant, all)]));
}

function shuffled<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
