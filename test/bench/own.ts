import { readdirSync, readFileSync } from 'node:fs';
import type { Contestant } from './contestant.ts';

const CDN = 'dist/cdn';
const SCRIPT = 'help-ticket-widget.js';
const FILES = Object.fromEntries(readdirSync(CDN).map((file) => [`cdn/${file}`, readFileSync(`${CDN}/${file}`)]));
const ELEMENT = 'help-ticket-widget';

function tag(attributes = 'data-endpoint="/tickets"'): string {
  return `<script async crossorigin src="/cdn/${SCRIPT}" ${attributes}></script>`;
}

/** The widget, as built. */
export const own: Contestant = {
  id: 'own',
  title: ELEMENT,
  html: tag(),
  files: FILES,
  launcher: [ELEMENT, '[part~=launcher]'],
  form: [ELEMENT, '#heading'],
};

/** The same on pages that ask more of it. */
export const growing: readonly Contestant[] = [
  ...[10, 1000, 10_000].map(withTopics),
  withOldEntries(50),
  withWidgets(20),
];

/** Opens with the topics: the page knows the customer, and nothing is asked before them. */
function withTopics(amount: number): Contestant {
  const customer = { country: 'BR', email: 'maria@example.com', name: 'Maria da Silva', phone: '' };
  const topics = Array.from({ length: amount }, (_, index) => ({
    id: `topic-${index}`,
    label: `Topic number ${index}`,
  }));
  const form = `topics-${amount}.json`;
  return {
    ...own,
    id: `topics-${amount}`,
    title: `${amount.toLocaleString('en')} topics`,
    isGrowth: true,
    html: `<script>helpTicketWidget=${JSON.stringify({ customer })}</script>${tag(`data-endpoint="/tickets" data-form-url="/${form}"`)}`,
    files: { ...FILES, [form]: Buffer.from(JSON.stringify({ contact: { phone: 'hidden' }, topics })) },
  };
}

/** Sent days ago, with an ending that nobody knows: these stay, and are read with every opening. */
function withOldEntries(amount: number): Contestant {
  const at = Date.now() - 4 * 24 * 3_600_000;
  const entries = Array.from({ length: amount }, (_, index) => {
    const key = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const entry = { key, at, state: 'unknown', digest: 'd'.repeat(64), topicDigest: 't'.repeat(64), leaseUntil: 0 };
    return [`${ELEMENT}:1:ledger:${key}`, JSON.stringify(entry)];
  });
  const title = `${amount} old ledger entries`;
  return { ...own, id: `ledger-${amount}`, title, isGrowth: true, stored: Object.fromEntries(entries) };
}

function withWidgets(amount: number): Contestant {
  const one = (_: unknown, index: number) => `<${ELEMENT} endpoint="/tickets/${index}"></${ELEMENT}>`;
  const html = `${Array.from({ length: amount }, one).join('')}${tag('')}`;
  // All in the same place: the last one is on top.
  const [, ...inside] = own.launcher;
  const last = `${ELEMENT}:last-of-type`;
  return {
    ...own,
    id: `widgets-${amount}`,
    title: `${amount} widgets`,
    isGrowth: true,
    html,
    launcher: [last, ...inside],
    form: [last, ...own.form!.slice(1)],
  };
}
