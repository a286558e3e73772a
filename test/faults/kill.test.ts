import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { png, post, ticket } from '../demo/backend/support/tickets.ts';
import { ticketsOf } from '../support/ticket-records.ts';
import { Chance } from './chance.ts';
import { RUNS, SEED } from './extent.ts';
import { liveAll } from './live-all.ts';
import { drawPlan } from './plan.ts';
import { openStage, type Stage } from './stage.ts';

const CLIENTS = 8;
const KILLS = Math.ceil(RUNS / 100);
const CRASHES = Math.ceil(RUNS / 50);

describe(`what dies in the middle, from seed ${SEED}`, () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage[Symbol.asyncDispose]());

  it(`${CRASHES} pages that send: what the customer was told is what there is`, async (test) => {
    const plans = Array.from({ length: CRASHES }, (_, index) => drawPlan(SEED + index, true));
    await liveAll(stage, plans, test);
    await stage.checkMails();
  });

  it(`the backend, ${KILLS} times under load: it keeps what it has said, and makes each ticket once`, async (test) => {
    const chance = new Chance(SEED);
    const told = new Map<string, string>();
    const over = new AbortController();
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let count = 0; !over.signal.aborted; count += 1) {
        const key = randomUUID();
        told.set(
          key,
          await numberFor(stage.backend.url, key, `client.${client}.${count}@example.com`, chance.has(0.3)),
        );
      }
    });
    try {
      for (let count = 0; count < KILLS; count += 1) {
        await pause(chance.between(50, 400));
        await stage.killBackend();
      }
    } finally {
      over.abort();
      await Promise.all(clients);
    }
    test.diagnostic(`${told.size} tickets`);

    const tickets = ticketsOf(stage.backend.dataDir).filter(({ content }) =>
      content.contact.email.startsWith('client.'),
    );
    assert.deepEqual(new Map(tickets.map(({ key, number }) => [key, number])), told);
    assert.equal(tickets.length, told.size);
    for (const { number, mails, files, content } of tickets) {
      assert.deepEqual(mails, ['confirmation'], number);
      assert.deepEqual(
        files.map(({ name, isThere }) => [name, isThere]),
        content.attachments.map(({ name }: { name: string }) => [name, true]),
        number,
      );
    }
    await stage.checkMails();
  });
});

/** Sends a ticket as the widget does, under one key until there is a number for it. */
async function numberFor(url: string, key: string, email: string, hasFile: boolean): Promise<string> {
  const body = ticket({ contact: { name: 'Maria Souza', email } });
  const files = hasFile ? { files: [{ name: 'receipt.png', type: 'image/png', content: png(50_000) }] } : {};
  for (;;) {
    const answer = await post(url, body, { key, ...files }).catch(() => undefined);
    if (answer?.status === 201) return String(answer.body.id);
    // It is down, is coming up, or has the ticket in its hands.
    if (answer) assert.equal(answer.status, 409, JSON.stringify(answer.body));
    await pause(20);
  }
}
