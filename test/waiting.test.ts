import { expect } from '@open-wc/testing';
import { pause } from '../src/services/pause.js';
import { createRecords } from '../src/services/records.js';
import type { Transport, TransportRequest } from '../src/index.js';
import { recordEvents, replace, retryAtOnce } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, mount, type MountOptions, reload, type WidgetDriver } from './support/widget-driver.js';

const DAY = 86_400_000;
const QUEUE = 'Send when I’m back online';

/** A server that can be switched off. */
function createServer() {
  const requests: TransportRequest[] = [];
  let held: PromiseWithResolvers<Awaited<ReturnType<Transport>>> | undefined;
  let endings: Awaited<ReturnType<Transport>>[] = [{ kind: 'unreachable' }];
  const transport: Transport = (request) => {
    requests.push(request);
    const ending = endings.length > 1 ? endings.shift()! : endings[0]!;
    if (ending.kind === 'unconfirmed') request.onProgress({ sent: 1, total: 1 });
    return Promise.resolve(held?.promise ?? ending);
  };
  return {
    requests,
    transport,
    /** The next answer takes its time. */
    hold() {
      const answer = Promise.withResolvers<Awaited<ReturnType<Transport>>>();
      held = answer;
      void answer.promise.finally(() => (held = undefined));
      return answer;
    },
    /** One after the other, the last one for ever. */
    end(...next: typeof endings) {
      endings = next;
    },
    accept() {
      endings = [{ kind: 'accepted', receipt: { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() } }];
    },
    get keys() {
      return [...new Set(requests.map(({ key }) => key))];
    },
  };
}

const OUTBOX = 'help-ticket-widget:1:outbox';
const waits = () => localStorage.getItem(OUTBOX) === '1';

/** How often a page has gone through what waits. */
let turns = 0;

function countTurns(): void {
  const { request } = LockManager.prototype;
  replace(LockManager.prototype, 'request', async function (this: LockManager, ...how: [string, never, never]) {
    const result: unknown = await request.apply(this, how);
    if (how[0] === OUTBOX) turns += 1;
    return result;
  } as typeof request);
}

async function failed(server: ReturnType<typeof createServer>, files: File[] = []): Promise<WidgetDriver> {
  turns = 0;
  const customer = await mount({ transport: server.transport }).writeUpTo('details');
  if (files.length > 0) await customer.attach(...files);
  await customer.writeUpTo('review');
  // What is queued while it still looks for others would be tried at once.
  await until(() => turns > 0, 'the outbox to have found nothing');
  await customer.send();
  await customer.find('button', 'Try again');
  return customer;
}

async function queued(server: ReturnType<typeof createServer>, files: File[] = []): Promise<WidgetDriver> {
  const customer = await failed(server, files);
  await customer.press(QUEUE);
  await customer.headed('Not sent yet');
  return customer;
}

/** In the outbox, and the server does not take it. */
async function stuck(
  server: ReturnType<typeof createServer>,
  files: File[] = [],
  ...endings: Awaited<ReturnType<Transport>>[]
): Promise<WidgetDriver> {
  const customer = await queued(server, files);
  server.end(...endings, { kind: 'refused', status: 403 });
  window.dispatchEvent(new Event('online'));
  await until(() => customer.text().includes('It could not be sent.'), 'the question');
  return customer;
}

/** The next page of the site, on which nobody opens anything. */
async function nextPage(customer: WidgetDriver, options: MountOptions): Promise<WidgetDriver> {
  const next = reload(customer, options);
  await next.settled();
  return next;
}

/** Between two rounds of the outbox are 15 seconds and more. */
function tryAgainSoon(): void {
  const { setTimeout: wait } = globalThis;
  const sooner = (run: () => void, delay = 0) => wait(run, delay < 10_000 ? delay : 200);
  replace(globalThis, 'setTimeout', sooner as typeof setTimeout);
}

/** Whether one thing does not work in the outbox, from now on. */
function breakable(name: 'get' | 'put' | 'getAllKeys') {
  const state = { isBroken: false };
  const works = IDBObjectStore.prototype[name] as (...how: unknown[]) => IDBRequest;
  replace(IDBObjectStore.prototype, name, function (this: IDBObjectStore, ...how: unknown[]) {
    if (state.isBroken && this.name === 'outbox') throw new DOMException('broken');
    return works.apply(this, how);
  } as never);
  return state;
}

function later(milliseconds: number): void {
  const { now } = Date;
  replace(Date, 'now', () => now() + milliseconds);
}

describe('a ticket that waits for a connection', () => {
  beforeEach(retryAtOnce);
  beforeEach(countTurns);
  afterEach(cleanUp);

  it('is sent on the next page, under the same key, with the same words and files', async () => {
    const server = createServer();
    const events = recordEvents('help-ticket-submitted');
    const customer = await queued(server, [new File(['receipt'], 'receipt.txt', { type: 'text/plain' })]);
    expect(customer.text()).to.include('It will be sent when you open this site with a connection.');
    expect(customer.text()).to.include('Account access');
    expect(customer.text()).not.to.include('since Monday');
    expect(waits()).to.equal(true);

    const tries = server.requests.length;
    server.accept();
    const next = await nextPage(customer, { transport: server.transport });
    await until(() => events.length > 0, 'help-ticket-submitted');
    expect(events[0]?.detail).to.deep.include({ id: 'HT-7F3K9Q', topic: ['access'] });
    expect(server.requests.length).to.equal(tries + 1);
    expect(server.keys).to.have.length(1);
    expect(new Set(server.requests.map(({ json }) => json)).size).to.equal(1);
    expect(await server.requests.at(-1)?.files[0]?.text()).to.equal('receipt');
    expect(next.element.open, 'by itself').not.to.be.ok;

    await next.open();
    await next.headed('Ticket created');
    expect(next.text()).to.include('HT-7F3K9Q');
    expect(next.text()).to.include('maria@example.com');
    await until(() => !waits(), 'the receipt to be seen');
    const after = await nextPage(next, { transport: server.transport });
    await after.open();
    expect(after.heading()).not.to.equal('Ticket created');
    expect(server.requests.length).to.equal(tries + 1);
  });

  it('is sent as soon as the browser is online again, and the receipt shows', async () => {
    const server = createServer();
    const customer = await queued(server);
    server.accept();
    window.dispatchEvent(new Event('online'));
    await customer.headed('Ticket created');
    await until(() => !waits(), 'the receipt to be seen');
  });

  it('can be queued only where it may help, and is no draft any more', async () => {
    const server = createServer();
    server.end({ kind: 'refused', status: 500 });
    const refused = await failed(server);
    expect(refused.query('button', QUEUE)).not.to.exist;
    await cleanUp();

    const customer = await queued(createServer());
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(JSON.stringify({ ...sessionStorage })).not.to.include('since Monday');
    expect(JSON.stringify({ ...localStorage })).not.to.include('since Monday');
    expect(customer.query('button', 'Create another ticket')).to.exist;
  });

  it('shows on the launcher and in the form, and can be cancelled', async () => {
    const server = createServer();
    const next = await nextPage(await queued(server), { transport: server.transport });
    await until(() => next.launcher?.hasAttribute('data-waiting'), 'the mark on the launcher');
    expect(next.launcher?.title).to.equal('Not sent yet');
    expect(getComputedStyle(next.launcher!, '::after').borderRadius, 'a dot').to.equal('50%');
    await next.open();
    expect(next.step()).to.equal('country');
    expect(next.text()).to.include('It will be sent when you open this site with a connection.');
    await next.press('Cancel');
    await until(() => !waits(), 'the outbox to be empty');
    await until(() => !next.launcher?.hasAttribute('data-waiting'), 'the mark to go');
    expect(next.text()).not.to.include('It will be sent');
    const tries = server.requests.length;
    server.accept();
    window.dispatchEvent(new Event('online'));
    await (await nextPage(next, { transport: server.transport })).open();
    expect(server.requests.length).to.equal(tries);
  });

  it('stays in the list while the database does not answer, and goes out when it does', async () => {
    const server = createServer();
    tryAgainSoon();
    const database = breakable('get');
    database.isBroken = true;
    const customer = await queued(server);
    expect(customer.text()).to.include('It will be sent when you open this site with a connection.');
    const tries = server.requests.length;
    server.accept();
    window.dispatchEvent(new Event('online'));
    await pause(100);
    expect(customer.text()).to.include('It will be sent when you open this site with a connection.');
    expect(customer.launcher?.hasAttribute('data-waiting')).to.equal(true);
    expect(waits()).to.equal(true);
    database.isBroken = false;
    await customer.headed('Ticket created');
    expect(server.requests.length).to.equal(tries + 1);
  });

  it('goes out on a page on which the database did not answer at first', async () => {
    const server = createServer();
    tryAgainSoon();
    const database = breakable('getAllKeys');
    database.isBroken = true;
    const customer = await queued(server);
    const tries = server.requests.length;
    turns = 0;
    const next = await nextPage(customer, { transport: server.transport });
    await until(() => turns > 0, 'the page to have looked');
    expect(server.requests.length).to.equal(tries);
    server.accept();
    const events = recordEvents('help-ticket-submitted');
    database.isBroken = false;
    await until(() => events.length > 0, 'help-ticket-submitted');
    await next.open();
    await next.headed('Ticket created');
    await until(() => !next.launcher?.hasAttribute('data-waiting'), 'the mark to go');
  });

  it('does not go out for the first time while nothing can be written, and is not lost', async () => {
    const server = createServer();
    const customer = await queued(server);
    tryAgainSoon();
    const database = breakable('put');
    database.isBroken = true;
    const tries = server.requests.length;
    server.accept();
    turns = 0;
    window.dispatchEvent(new Event('online'));
    await until(() => turns > 0, 'the outbox to have tried');
    expect(server.requests.length).to.equal(tries);
    expect(customer.text()).to.include('It will be sent when you open this site with a connection.');
    database.isBroken = false;
    await customer.headed('Ticket created');
  });

  it('goes out again while nothing can be written: that it did is on record', async () => {
    const server = createServer();
    server.end({ kind: 'unconfirmed' });
    await queued(server, [new File(['bytes of it'], 'receipt.txt', { type: 'text/plain' })]);
    const database = breakable('put');
    database.isBroken = true;
    const events = recordEvents('help-ticket-submitted');
    server.accept();
    window.dispatchEvent(new Event('online'));
    await until(() => events.length > 0, 'help-ticket-submitted');
    expect(server.keys).to.have.length(1);
    expect(await server.requests.at(-1)?.files[0]?.text()).to.equal('bytes of it');
  });

  it('of which the bytes are gone comes back without its files, and says so', async () => {
    const customer = await stuck(createServer(), [new File(['x'], 'receipt.txt', { type: 'text/plain' })]);
    const records = createRecords('outbox');
    const bytes = (await records.names())?.find((name) => name.includes(' '));
    await records.remove(bytes!);
    await customer.press('Continue it');
    await customer.headed('Check your answers');
    expect(customer.text()).to.include('These files could not be kept').and.to.include('receipt.txt');
    expect(JSON.stringify(customer.rows())).to.include('since Monday');
  });

  it('does not take the place of what is written while it is read', async () => {
    const server = createServer();
    const next = await nextPage(await stuck(server), { transport: server.transport });
    await next.open();
    const button = await next.find('button', 'Continue it');
    button.click();
    await next.chooseCountry('MX');
    await pause(200);
    expect(next.step()).to.equal('country');
    expect(waits()).to.equal(true);
    button.click();
    await next.headed('Check your answers');
  });

  it('is the customer’s if she goes on with it before it is stored', async () => {
    const server = createServer();
    const customer = await failed(server, [new File(['bytes of it'], 'receipt.txt', { type: 'text/plain' })]);
    const { arrayBuffer } = Blob.prototype;
    replace(Blob.prototype, 'arrayBuffer', async function (this: Blob) {
      await pause(200);
      return arrayBuffer.call(this);
    });
    await customer.press(QUEUE);
    await customer.change('Description');
    await customer.describe('Other words');
    await until(waits, 'the ticket to be stored');
    await until(() => !waits(), 'the outbox to be empty');
    await customer.continue();
    server.accept();
    await customer.send();
    await customer.headed('Ticket created');
    expect(server.requests.at(-1)?.json).to.include('Other words');
    expect(await server.requests.at(-1)?.files[0]?.text()).to.equal('bytes of it');
  });

  it('waits once, however often that is pressed', async () => {
    const customer = await failed(createServer());
    const button = await customer.find('button', QUEUE);
    for (let times = 0; times < 3; times += 1) button.click();
    await customer.headed('Not sent yet');
    await customer.press('Create another ticket');
    await pause(200);
    expect(waits()).to.equal(true);
    expect(customer.text()).to.include('It will be sent when you open this site with a connection.');
  });

  it('is not sent if it is cancelled while another one is', async () => {
    const server = createServer();
    const customer = await queued(server);
    await customer.press('Create another ticket');
    await customer.writeUpTo('review', { topic: ['Card'] });
    await customer.send();
    await customer.press(QUEUE);
    await until(() => customer.all('button', 'Cancel').length === 2, 'both in the list');
    const tries = server.requests.length;
    const answer = server.hold();
    window.dispatchEvent(new Event('online'));
    await until(() => server.requests.length > tries, 'the first one to be on its way');
    customer.all('button', 'Cancel')[1]!.click();
    await until(() => customer.all('button', 'Cancel').length === 1, 'the second one to be gone');
    server.accept();
    answer.resolve({ kind: 'accepted', receipt: { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() } });
    await customer.headed('Ticket created');
    await until(() => !waits(), 'the outbox to be empty');
    expect(server.requests.length).to.equal(tries + 1);
  });

  it('that is cancelled on its way, and written once more, is one ticket', async () => {
    const server = createServer();
    const customer = await queued(server);
    await customer.press('Create another ticket');
    const tries = server.requests.length;
    const answer = server.hold();
    window.dispatchEvent(new Event('online'));
    await until(() => server.requests.length > tries, 'it to be on its way');
    await customer.press('Cancel');
    await until(() => !customer.query('button', 'Cancel'), 'it to be gone');
    await customer.writeUpTo('review');
    await customer.send();
    server.accept();
    answer.resolve({ kind: 'accepted', receipt: { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() } });
    await customer.headed(/You already sent this ticket/);
    expect(customer.text()).to.include('HT-7F3K9Q');
    expect(server.requests.length).to.equal(tries + 1);
  });

  it('that perhaps arrived is sent six days later under the same key', async () => {
    const server = createServer();
    server.end({ kind: 'unconfirmed' });
    const customer = await queued(server);
    later(6 * DAY);
    server.accept();
    const events = recordEvents('help-ticket-submitted');
    await nextPage(customer, { transport: server.transport });
    await until(() => events.length > 0, 'help-ticket-submitted');
    expect(server.keys).to.have.length(1);
  });

  it('asks after 7 days, and goes out again only when the customer says so', async () => {
    const server = createServer();
    const customer = await queued(server);
    const [first] = server.keys;
    later(8 * DAY);
    const tries = server.requests.length;
    server.accept();
    const next = await nextPage(customer, { transport: server.transport });
    await next.open();
    await until(() => next.text().includes('It could not be sent.'), 'the question');
    expect(server.requests.length).to.equal(tries);
    await next.press('Continue it');
    await next.headed('Check your answers');
    expect(next.rows()).to.include({ Email: 'maria@example.com' });
    await next.send();
    await next.headed('Ticket created');
    expect(server.requests.at(-1)?.key).not.to.equal(first);
    await until(() => !waits(), 'the outbox to be empty');
  });

  it('that perhaps arrived asks after 7 days whether it is another one', async () => {
    const server = createServer();
    server.end({ kind: 'unconfirmed' });
    const customer = await queued(server);
    later(8 * DAY);
    server.accept();
    const next = await nextPage(customer, { transport: server.transport });
    await next.open();
    await next.press('Continue it');
    await next.find('group', 'We could not confirm that your ticket arrived');
    const tries = server.requests.length;
    await next.press('Try again');
    await until(() => next.errors().length > 0, 'the question');
    expect(server.requests.length).to.equal(tries);
    await next.tick('This is a different problem');
    await next.send();
    await next.headed('Ticket created');
    expect(server.keys).to.have.length(2);
  });

  it('that the server does not take comes back into the form, files and all', async () => {
    const server = createServer();
    const customer = await stuck(server, [new File(['x'], 'receipt.txt', { type: 'text/plain' })]);
    await customer.press('Continue it');
    await customer.headed('Check your answers');
    expect(customer.rows()).to.include({ Files: 'receipt.txt' });
    expect(JSON.stringify(customer.rows())).to.include('since Monday');
  });

  it('that comes back into the form is in the draft, files and all, before it leaves the outbox', async () => {
    const server = createServer();
    let customer = await stuck(server, [new File(['bytes of it'], 'receipt.txt', { type: 'text/plain' })]);
    const { encrypt } = SubtleCrypto.prototype;
    replace(SubtleCrypto.prototype, 'encrypt', async function (this: SubtleCrypto, ...how) {
      await pause(200);
      return encrypt.apply(this, how);
    });
    let draft = '';
    const { removeItem } = Storage.prototype;
    replace(Storage.prototype, 'removeItem', function (this: Storage, name: string) {
      if (name === OUTBOX) draft = JSON.stringify({ ...sessionStorage });
      removeItem.call(this, name);
    });
    await customer.press('Continue it');
    await customer.headed('Check your answers');
    // The page is left while the files are on their way.
    customer = await reload(customer, { transport: server.transport }).open();
    await customer.press('Continue it');
    await until(() => !waits(), 'the outbox to be empty');
    expect(draft)
      .to.include('since Monday')
      .and.to.match(/receipt\.txt.+record/);
    const back = await reload(customer, { transport: server.transport }).opened();
    expect(back.rows()).to.include({ Files: 'receipt.txt' });
    expect(JSON.stringify(back.rows())).to.include('since Monday');
    server.accept();
    await back.send();
    await back.headed('Ticket created');
    expect(await server.requests.at(-1)?.files[0]?.text()).to.equal('bytes of it');
  });

  it('that comes back into a form without a draft stays in the outbox until it is sent', async () => {
    const server = createServer();
    const options = { transport: server.transport, attributes: { draft: 'none' } };
    const customer = reload(await stuck(server), options);
    await customer.open();
    await customer.press('Continue it');
    await customer.headed('Check your answers');
    const again = reload(customer, options);
    await again.open();
    await again.press('Continue it');
    await again.headed('Check your answers');
    await again.change(again.names.country);
    await until(() => !again.text().includes('It could not be sent.'), 'the list without it: it is in the form');
    await again.writeUpTo('review');
    expect(waits()).to.equal(true);
    server.accept();
    await again.send();
    await again.headed('Ticket created');
    await until(() => !waits(), 'the outbox to be empty');
  });

  it('that comes back into a form without a draft and cannot be sent once more waits again, under its key', async () => {
    const server = createServer();
    const options = { transport: server.transport, attributes: { draft: 'none' } };
    const customer = reload(await stuck(server, [], { kind: 'unconfirmed' }), options);
    await customer.open();
    await customer.press('Continue it');
    server.end({ kind: 'unconfirmed' });
    await customer.press(QUEUE);
    await customer.headed('Not sent yet');
    const events = recordEvents('help-ticket-submitted');
    server.accept();
    await nextPage(customer, options);
    await until(() => events.length > 0, 'help-ticket-submitted');
    expect(server.keys).to.have.length(1);
  });

  it('that was refused after an attempt of which nobody knows keeps its key, whatever is changed', async () => {
    const server = createServer();
    const customer = await stuck(server, [], { kind: 'unconfirmed' });
    const [key] = server.keys;
    await customer.press('Continue it');
    await customer.find('group', 'We could not confirm that your ticket arrived');
    await customer.change('Description');
    await customer.describe('Other words');
    await customer.continue();
    server.accept();
    await customer.send();
    await customer.headed('Ticket created');
    expect(server.requests.at(-1)?.json).to.include('Other words');
    expect(server.keys).to.deep.equal([key]);
  });

  it('waits for a customer who is writing another one', async () => {
    const server = createServer();
    const next = await nextPage(await queued(server), { transport: server.transport });
    await next.writeUpTo('details');
    const events = recordEvents('help-ticket-submitted');
    server.accept();
    window.dispatchEvent(new Event('online'));
    await until(() => events.length > 0, 'help-ticket-submitted');
    expect(next.step()).to.equal('details');
    expect(waits(), 'the receipt waits to be seen').to.equal(true);
  });

  it('arrives while another receipt is on the screen: its own waits to be seen', async () => {
    const server = createServer();
    const customer = await queued(server);
    const tries = server.requests.length;
    const next = await nextPage(customer, { transport: server.transport });
    await until(() => server.requests.length === 2 * tries, 'all attempts of this page');
    const answer = (id: string) =>
      ({ kind: 'accepted', receipt: { id, createdAt: new Date().toISOString() } }) as const;
    server.end(answer('HT-SECOND'), answer('HT-FIRST'));
    await next.sendTicket({ topic: ['Card'] });
    await next.headed('Ticket created');
    expect(next.text()).to.include('HT-SECOND');
    const events = recordEvents('help-ticket-submitted');
    window.dispatchEvent(new Event('online'));
    await until(() => events.length > 0, 'help-ticket-submitted');
    await next.press('Create another ticket');
    const later = await (await nextPage(next, { transport: server.transport })).open();
    await until(() => later.text().includes('HT-FIRST'), 'the receipt');
    await until(() => !waits(), 'the outbox to be empty');
  });

  it('is not offered where nothing can be kept', async () => {
    replace(globalThis, 'indexedDB', undefined as unknown as IDBFactory);
    const customer = await failed(createServer());
    await customer.press(QUEUE);
    await until(() => customer.status().includes('There is no room to keep it here.'), 'the answer');
    expect(customer.query('button', 'Try again')).to.exist;
    expect(customer.query('button', 'Copy what I wrote')).to.exist;
  });
});

describe('the files of a draft', () => {
  afterEach(cleanUp);
  const photo = () => new File(['bytes of it'], 'receipt.txt', { type: 'text/plain', lastModified: 5 });

  it('come back after a reload and are sent', async () => {
    const server = createServer();
    server.accept();
    const before = await mount({ transport: server.transport }).writeUpTo('details');
    await before.attach(photo());
    await until(() => JSON.stringify({ ...sessionStorage }).includes('record'), 'the file to be kept');
    const customer = await reload(before, { transport: server.transport }).opened();
    expect(customer.text()).to.include('receipt.txt');
    expect(customer.text()).not.to.include('could not be kept');
    await customer.describe('With a file');
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(await server.requests[0]?.files[0]?.text()).to.equal('bytes of it');
    expect(server.requests[0]?.files[0]?.lastModified).to.equal(5);
  });

  it('are named if they could not be kept', async () => {
    let tries = 0;
    const open = () => {
      tries += 1;
      throw new DOMException('full', 'QuotaExceededError');
    };
    replace(globalThis, 'indexedDB', { open } as unknown as IDBFactory);
    const before = await mount().writeUpTo('details');
    await before.attach(photo());
    await until(() => tries > 1, 'the file not to be kept');
    const customer = await reload(await reload(before).opened()).opened();
    const lost = 'These files could not be kept. Choose them again: receipt.txt';
    expect(customer.text()).to.include(lost);
    await customer.describe('With a file');
    await customer.continue();
    expect(customer.rows(), 'before they are missing in what is sent').to.include({ Files: lost });
    await customer.change('Files');
    const triesBefore = tries;
    await customer.attach(photo());
    expect(customer.text(), 'they have been').not.to.include(lost);
    // Stored, and taken back: nothing of it comes later, when there is room again.
    await until(() => tries > triesBefore + 1, 'the file not to be kept');
    await customer.continue();
    expect(customer.rows()).to.include({ Files: 'receipt.txt' });
  });

  it('are not stored before they are chosen, nor kept after the ticket is sent or the draft deleted', async () => {
    const names = () => createRecords('files').names();
    const server = createServer();
    server.accept();
    const customer = await mount({ transport: server.transport }).writeUpTo('details');
    expect(await names()).to.deep.equal([]);
    await customer.attach(photo());
    await until(async () => (await names())?.length === 1, 'the file to be kept');
    await customer.describe('With a file');
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    await until(async () => (await names())?.length === 0, 'the file to go');
    await customer.press('Create another ticket');
    await customer.writeUpTo('details');
    await customer.attach(photo());
    await until(async () => (await names())?.length === 1, 'the file to be kept');
    customer.element.reset();
    await until(async () => (await names())?.length === 0, 'the file to go');
  });

  it('are not kept with draft="none"', async () => {
    const customer = await mount({ attributes: { draft: 'none' } }).writeUpTo('details');
    await customer.attach(photo());
    await customer.continue();
    expect(await createRecords('files').names()).to.deep.equal([]);
  });
});
