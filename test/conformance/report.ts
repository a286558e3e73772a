import { table } from '../package/markdown-table.ts';
import type { Answer, Proof } from './answer.ts';
import type { Answers } from './answers.ts';
import { CRITERIA } from './criteria.ts';
import { rowsIn, titlesInSources, titlesOf } from './named-tests.ts';

const PRINCIPLES = ['Perceivable', 'Operable', 'Understandable', 'Robust'];

/** The report as Markdown: the same for the same source, whenever and wherever it is written. */
export function reportOf(answers: Answers, version: string, titles = titlesInSources()): string {
  const tables = PRINCIPLES.map(
    (name, index) => `## ${index + 1}. ${name}\n\n${principleTable(`${index + 1}.`, answers)}`,
  );
  return `${[head(version), summary(answers), ...tables, `## The tests\n\n${TESTS}\n\n${rowTable(answers, titles)}`].join('\n\n')}\n`;
}

const head = (version: string) => `<!-- Written by \`npm run conformance\` from test/conformance. Change it there. -->

# Accessibility conformance report

In the order of VPAT 2.5 and the numbers of EN 301 549.

${table(
  ['', ''],
  [
    ['Product', 'help-ticket-widget'],
    ['Version', version],
    ['Date', 'That of the version: this report is generated with it'],
    ['What it is', 'A custom element: a help button, and a form in steps that sends a ticket'],
    [
      'Scope',
      'The widget: launcher, panel and what is in them. Not the page around it, nor what its owner writes into form, slots and style sheets, nor the mails of the backend',
    ],
    [
      'Standards',
      'WCAG 2.2, levels A and AA, and 2.4.13 of level AAA; EN 301 549 V3.2.1, clause 9 (web). A clause is the criterion’s number behind a 9; what is newer than WCAG 2.1 has none there',
    ],
    [
      'Not covered',
      'Of EN 301 549, all other clauses: functional performance (4), documentation and support services (12), what does not concern the web, and 9.6, which is about whole pages',
    ],
    [
      'Methods',
      'Automated tests of every change, in Chromium, Firefox and WebKit: trusted key presses, roles and names computed from what is rendered, colours and boxes measured, and axe over each state',
    ],
  ],
)}

**Nowhere does this report say that the widget fully conforms.** Machines have checked it; people with assistive technology have not yet.
How they are to do it is in [CONTRIBUTING.md](CONTRIBUTING.md#by-hand-before-a-release). Until then, what depends on them stands as not
yet evaluated, and what stands as supported is what a test shows and no more.

${table(
  ['Term', 'Meaning'],
  [
    [
      'Supports',
      'Met, as far as a machine can tell. The tests that show it are named, and no change may land while one of them is missing, has failed or did not run',
    ],
    ['Partially supports', 'As above, but for what is named'],
    ['Not yet evaluated with assistive technology', 'People have to judge. What machines check meanwhile is said'],
    ['Not applicable', 'Does not concern the widget, for the reason given'],
  ],
)}`;

function summary(answers: Answers): string {
  const all = CRITERIA.flatMap(([number]) => answers[number]?.conformance ?? []);
  const terms = [...new Set(all)].sort((a, b) => b.localeCompare(a, 'en'));
  const rows = terms.map((term) => [term, String(all.filter((each) => each === term).length)]);
  return `## Summary\n\n${table(['Conformance', 'Criteria'], rows)}`;
}

function principleTable(prefix: string, answers: Answers): string {
  const rows = CRITERIA.filter(([number]) => number.startsWith(prefix)).map(([number, name, level, isNew]) => {
    const answer = answers[number];
    if (!answer) throw new Error(`Nothing is said of ${number}.`);
    return [
      `${number} ${name}`,
      isNew ? 'none' : `9.${number}`,
      level,
      answer.conformance,
      remarks(answer),
      proofs(answer),
    ];
  });
  return table(['Criterion', 'EN clause', 'Level', 'Conformance', 'How', 'Tests'], rows);
}

function remarks(answer: Answer): string {
  if (answer.conformance === 'Not applicable') return answer.reason;
  return answer.conformance === 'Partially supports' ? `${answer.how} **Missing:** ${answer.missing}` : answer.how;
}

function proofs(answer: Answer): string {
  if (!('tests' in answer)) return '';
  const rows = answer.tests.filter((proof) => typeof proof === 'number').sort((a, b) => a - b);
  const named = answer.tests.filter((proof) => typeof proof === 'string').map((title) => `“${title}”`);
  return [...rows.map((row) => `[${row}](#row-${row})`), ...named].join(', ');
}

const TESTS = `Numbers are the rows of the project’s acceptance list for accessibility; what a row asks for is in the titles of its tests.
\`npm test -- accessibility\` runs those. All run in Chromium, Firefox and WebKit, but for the journeys, which are in Chromium alone.`;

/** The rows that criteria rest on, and the other tests. */
function rowTable(answers: Answers, titles: ReturnType<typeof titlesInSources>): string {
  const all = Object.values(answers).flatMap((answer) => ('tests' in answer ? answer.tests : []));
  const rows = [...new Set(all.filter((proof) => typeof proof === 'number'))].sort((a, b) => a - b);
  const named = [...new Set(all.filter((proof) => typeof proof === 'string'))].sort();
  return table(
    ['Row', 'What is tested', 'Where'],
    [...rows, ...named].map((proof) => {
      const found = titlesOf(proof, titles);
      const files = [...new Set(found.map(({ file }) => file))];
      const mark = typeof proof === 'number' ? `<a id="row-${proof}"></a>${proof}` : '';
      return [
        mark,
        [...new Set(found.map(({ text }) => plain(text, proof)))].join('; '),
        files.map(fileLink).join(', '),
      ];
    }),
  );
}

/** A title without its number, and with dots for what it has from a loop. */
function plain(title: string, proof: Proof): string {
  const own =
    rowsIn(title).length > 0 && typeof proof === 'number' ? (title.split(`row ${proof}: `)[1] ?? title) : title;
  return own.replaceAll(/\$\{.*?\}/g, '…').replaceAll(/\\(.)/g, '$1');
}

const fileLink = (file: string) => `[${file.replace('test/', '')}](${file})`;
