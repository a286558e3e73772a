/** `npm run sizes`: what a customer's browser has to fetch, compressed as a CDN does it, against the budgets. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'vite';

const CDN = 'dist/cdn';
const SCRIPT = 'help-ticket-widget.js';

/** In bytes after brotli at its best, which is quality 11, Node's default. */
const BUDGET = {
  script: 4200,
  form: 24_000,
  advice: 1000,
  files: 1800,
  photos: 2500,
  offline: 3400,
  dismissal: 900,
  locale: 2000,
  all: 90_000,
};

/** What is over its budget may stay so for now, but not grow: lower this with every saving, until it is the budget. */
const CEILING = { form: 34_990 };

interface Part {
  title: string;
  files: string[];
  budget: number;
  ceiling?: number;
}

const files = readdirSync(CDN);
const panel = files.find((file) => file.startsWith('panel-'));
if (!panel) throw new Error(`No panel in ${CDN}: npm run build`);

const parts: Part[] = [
  { title: 'Script tag, before any intent', files: [SCRIPT], budget: BUDGET.script },
  { title: 'Opening the form, to the receipt', files: withImports(panel), budget: BUDGET.form, ceiling: CEILING.form },
  { title: 'Hints on answers', files: chunk('advice'), budget: BUDGET.advice },
  { title: 'What files need', files: chunk('files'), budget: BUDGET.files },
  { title: 'Cleaning photos', files: chunk('photos'), budget: BUDGET.photos },
  { title: 'What outlives the page', files: chunk('offline'), budget: BUDGET.offline },
  { title: 'Hiding the launcher', files: chunk('dismissal'), budget: BUDGET.dismissal },
  ...files
    .filter((file) => file.startsWith('locale-'))
    .map((file) => ({
      title: `Locale ${/^locale-(.+)-.{8}\.js$/.exec(file)?.[1] ?? file}`,
      files: [file],
      budget: BUDGET.locale,
    })),
  { title: 'All in one file', files: ['help-ticket-widget.all.js'], budget: BUDGET.all },
];

for (const { title, files, budget, ceiling = budget } of parts) {
  const bytes = files.map(compressedSize).reduce((sum, size) => sum + size, 0);
  const verdict = bytes > budget ? `   over budget by ${bytes - budget}` : '';
  console.log(`${title.padEnd(34)} ${String(bytes).padStart(6)} of ${budget} bytes${verdict}`);
  if (bytes <= ceiling) continue;
  console.error(`${title} has grown past ${ceiling} bytes.`);
  process.exitCode = 1;
}

function chunk(name: string): string[] {
  return files.filter((file) => file.startsWith(`${name}-`)).flatMap((file) => withImports(file));
}

function compressedSize(file: string): number {
  return brotliCompressSync(readFileSync(join(CDN, file))).length;
}

/** A module, and what the browser fetches with it because it is imported statically. */
function withImports(file: string, known: string[] = []): string[] {
  if (known.includes(file)) return known;
  return staticImports(file).reduce((all, other) => withImports(other, all), [...known, file]);
}

function staticImports(file: string): string[] {
  const { body } = parseAst(readFileSync(join(CDN, file), 'utf8'));
  return body.flatMap((node) => ('source' in node && node.source ? [node.source.value.replace('./', '')] : []));
}
