import { expect } from '@open-wc/testing';
import { createOutbox, type QueuedTicket } from '../../src/services/outbox.js';
import { createMemoryRecords } from './fakes.js';

function ticketOf(key = 'k', at = 1): Omit<QueuedTicket, 'files'> {
  const endpoint = 'https://support.example/tickets';
  return { key, at, endpoint, json: '{}', digest: 'd', topicDigest: 't', topic: 'Deposits', isInDoubt: false };
}

/** The signal of a page that stays. */
const NEVER = new AbortController().signal;

function setUp() {
  const { records, stored, silent } = createMemoryRecords<QueuedTicket | ArrayBuffer>();
  const notes: boolean[] = [];
  const outbox = createOutbox({ records, note: (isWaiting) => notes.push(isWaiting), locks: navigator.locks });
  return { records, stored, silent, notes, outbox };
}

const keys = (tickets: readonly QueuedTicket[]) => tickets.map(({ key }) => key);

describe('outbox', () => {
  it('keeps tickets with the bytes of their files, the oldest first', async () => {
    const { outbox, notes } = setUp();
    const file = new File(['bytes'], 'a.txt', { type: 'text/plain', lastModified: 7 });
    expect(await outbox.add(ticketOf('new', 2), [])).to.equal(true);
    expect(await outbox.add(ticketOf('old', 1), [file])).to.equal(true);
    const { tickets, unread } = await outbox.all();
    expect(keys(tickets)).to.deep.equal(['old', 'new']);
    expect(unread).to.deep.equal([]);
    const [kept] = (await outbox.filesOf(tickets[0]!))!;
    expect(kept).to.include({ name: 'a.txt', type: 'text/plain', lastModified: 7 });
    expect(await kept!.text()).to.equal('bytes');
    expect(notes.at(-1)).to.equal(true);
  });

  it('says so if a ticket is not safe: no room, or a file that cannot be read', async () => {
    const { outbox, records, stored, notes } = setUp();
    const gone = Object.assign(new File([], 'a'), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
    expect(await outbox.add(ticketOf(), [gone])).to.equal(false);
    records.put = () => Promise.resolve(false);
    expect(await outbox.add(ticketOf(), [])).to.equal(false);
    expect(stored.size).to.equal(0);
    expect(notes).not.to.include(true);
  });

  it('changes what is there, and does not bring back what is gone', async () => {
    const { outbox } = setUp();
    await outbox.add(ticketOf(), []);
    expect(await outbox.change('k', { isStuck: true })).to.equal(true);
    expect(await outbox.find('k')).to.include({ key: 'k', isStuck: true });
    await outbox.remove('k');
    expect(await outbox.change('k', { isStuck: true })).to.equal(false);
    expect((await outbox.all()).tickets).to.deep.equal([]);
  });

  it('keeps only the receipt of what has arrived, even if it was given up meanwhile', async () => {
    const { outbox, stored, notes } = setUp();
    await outbox.add(ticketOf(), [new File(['bytes'], 'a.txt')]);
    expect(stored.size, 'the bytes apart').to.equal(2);
    const ticket = await outbox.find('k');
    await outbox.remove('k');
    await outbox.arrive(ticket!, { id: 'HT-1', createdAt: '2026-11-23T12:00:00Z' });
    const arrived = await outbox.find('k');
    expect(arrived?.receipt?.id).to.equal('HT-1');
    expect(arrived?.files).to.deep.equal([]);
    expect(stored.size).to.equal(1);
    expect(notes.at(-1)).to.equal(true);
  });

  it('takes the flag away with the last ticket', async () => {
    const { outbox, notes } = setUp();
    await outbox.add(ticketOf('a'), []);
    await outbox.add(ticketOf('b'), []);
    await outbox.remove('a');
    await outbox.remove('b');
    expect(notes).to.deep.equal([true, true, false]);
  });

  it('leaves the flag to another tab that adds one in that moment', async () => {
    const { outbox, records, stored, notes } = setUp();
    await outbox.add(ticketOf('a'), []);
    const { names } = records;
    records.names = async () => {
      const found = await names();
      if (found?.length === 0) stored.set('b', { ...ticketOf('b'), files: [] });
      return found;
    };
    await outbox.remove('a');
    expect(notes).to.deep.equal([true, false, true]);
  });

  it('takes a flag away that a page has left behind which ended too early', async () => {
    const { outbox, notes } = setUp();
    await outbox.alone(() => Promise.resolve(), NEVER);
    expect(notes).to.deep.equal([false]);
  });

  it('takes a database that does not answer for no empty one', async () => {
    const { outbox, silent, notes } = setUp();
    await outbox.add(ticketOf(), []);
    silent.add('get');
    expect(await outbox.all()).to.deep.equal({ tickets: [], unread: ['k'] });
    silent.add('names');
    expect(await outbox.all()).to.deep.equal({ tickets: [], unread: undefined });
    await outbox.alone(() => Promise.resolve(), NEVER);
    expect(notes).to.deep.equal([true]);
    silent.clear();
    expect(keys((await outbox.all()).tickets)).to.deep.equal(['k']);
  });

  it('passes over what another version has left', async () => {
    const { outbox, stored } = setUp();
    const whole = { ...ticketOf('odd'), files: [] };
    for (const odd of [null, 5, {}, { ...whole, files: 'none' }, { ...whole, at: 'now' }, { ...whole, json: {} }])
      stored.set(`odd${String(stored.size)}`, odd as unknown as QueuedTicket);
    await outbox.add(ticketOf(), []);
    const { tickets, unread } = await outbox.all();
    expect(keys(tickets)).to.deep.equal(['k']);
    expect(unread).to.deep.equal([]);
    expect(await outbox.find('odd2')).to.be.undefined;
  });

  it('reads no ticket without all of its files', async () => {
    const { outbox, stored, silent } = setUp();
    await outbox.add(ticketOf(), [new File(['1'], 'a.txt'), new File(['2'], 'b.txt')]);
    const ticket = (await outbox.find('k'))!;
    silent.add('get');
    expect(await outbox.filesOf(ticket)).to.be.undefined;
    silent.clear();
    expect(await outbox.filesOf(ticket)).to.have.length(2);
    stored.delete('k 1');
    expect(await outbox.filesOf(ticket)).to.be.undefined;
  });

  it('works in one tab at a time', async () => {
    const { outbox } = setUp();
    const other = setUp().outbox;
    const events: string[] = [];
    const run = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push(`${name} ends`);
    };
    await Promise.all([outbox.alone(run('one'), NEVER), other.alone(run('two'), NEVER)]);
    expect(events).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('works where there are no locks', async () => {
    const { records } = setUp();
    const outbox = createOutbox({ records, note() {} });
    let runs = 0;
    await outbox.alone(() => Promise.resolve(void (runs += 1)), NEVER);
    expect(runs).to.equal(1);
  });

  it('waits no longer when the page ends', async () => {
    const { outbox } = setUp();
    const over = new AbortController();
    let runs = 0;
    await outbox.alone(async () => {
      const waiting = setUp().outbox.alone(() => Promise.resolve(void (runs += 1)), over.signal);
      over.abort();
      await waiting;
    }, NEVER);
    expect(runs).to.equal(0);
  });
});
