import { readFileSync, writeFileSync } from 'node:fs';

const isCheck = process.argv.includes('--check');

/** A file of the repository that is made from others. With `--check` nothing is written, and a file that is out of date is an error. */
export function keepCurrent(path: string, rewrite: (text: string) => string): void {
  const text = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
  const rewritten = rewrite(text);
  if (rewritten === text) return;
  if (isCheck) {
    console.error(
      `${path} is out of date: run \`npm run ${process.env.npm_lifecycle_event}\` and commit what it writes.`,
    );
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, rewritten);
  console.log(`${path} written`);
}

/** The text with each block between its markers: `<!-- api:events:start -->` … `<!-- api:events:end -->`. */
export function withBlocks(text: string, blocks: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [name, content] of blocks) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [before, rest] = split(result, start);
    const [, after] = split(rest, end);
    result = `${before}${start}\n${content}\n${end}${after}`;
  }
  return result;
}

function split(text: string, marker: string): [string, string] {
  const index = text.indexOf(marker);
  if (index < 0) throw new Error(`README.md has no ${marker}`);
  return [text.slice(0, index), text.slice(index + marker.length)];
}
