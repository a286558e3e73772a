import { expect } from '@open-wc/testing';
import type { Transport, TransportRequest } from '../src/index.js';
import { replace } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, mount, type WidgetDriver } from './support/widget-driver.js';

const quota = () => {
  throw new DOMException('full', 'QuotaExceededError');
};

/** A storage whose methods are the page's, or an extension's. */
function storageWith(methods: Partial<Storage>): Storage {
  return { length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {}, clear() {}, ...methods };
}

function replaceStorages(get: () => Storage | null): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const own = Object.getOwnPropertyDescriptor(window, name)!;
    Object.defineProperty(window, name, { configurable: true, get });
    undo.push(() => Object.defineProperty(window, name, own));
  }
}

const undo: (() => unknown)[] = [];

/** What can be wrong before the customer comes. */
const TROUBLES: Readonly<Record<string, () => void>> = {
  'is blocked': () =>
    replaceStorages(() => {
      throw new DOMException('denied', 'SecurityError');
    }),
  'is not there': () => replaceStorages(() => null),
  throws: () => replaceStorages(() => storageWith({ getItem: quota, setItem: quota, removeItem: quota })),
  'is full': () => replaceStorages(() => storageWith({ setItem: quota })),
  'takes everything and keeps nothing': () => replaceStorages(() => storageWith({})),
  'answers with what is no text': () =>
    replaceStorages(() => storageWith({ getItem: () => ({}) as unknown as string })),
  'is corrupt': () => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const name of ['salt', 'outbox', 'ledger:k', 'draft:https://support.example/tickets'])
        storage.setItem(`help-ticket-widget:1:${name}`, '{"isOpen":true,"at":');
    }
  },
  'is of another version': () => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem('help-ticket-widget:2:draft:https://support.example/tickets', '{"isOpen":true}');
      storage.setItem('help-ticket-widget:2:ledger', '[]');
      storage.setItem('help-ticket-widget:1:draft:https://support.example/tickets', '{"v":9,"isOpen":"yes"}');
    }
  },
};

function accepting(requests: TransportRequest[]): Transport {
  return (request) => {
    requests.push(request);
    return Promise.resolve({
      kind: 'accepted',
      receipt: { id: `HT-00000${String(requests.length)}`, createdAt: new Date().toISOString() },
    });
  };
}

async function sendAgain(customer: WidgetDriver): Promise<void> {
  await customer.press('Create another ticket');
  await customer.sendTicket();
}

describe('where the storage', () => {
  const errors: string[] = [];
  const note = ({ message }: ErrorEvent) => void errors.push(message);
  const noteRejection = ({ reason }: PromiseRejectionEvent) => void errors.push(String(reason));

  beforeEach(() => {
    errors.length = 0;
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', noteRejection);
  });
  afterEach(async () => {
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', noteRejection);
    for (const each of undo.splice(0)) each();
    await cleanUp();
  });

  for (const [trouble, cause] of Object.entries(TROUBLES)) {
    it(`${trouble}, the flow goes on from memory, and the same ticket is not sent twice`, async () => {
      cause();
      const requests: TransportRequest[] = [];
      const customer = await mount({ transport: accepting(requests) }).writeUpTo('details');
      await customer.attach(new File(['x'], 'receipt.txt', { type: 'text/plain', lastModified: 1 }));
      await customer.writeUpTo('review');
      await customer.send();
      await customer.headed('Ticket created');
      expect(requests[0]?.files).to.have.length(1);
      await customer.press('Create another ticket');
      await customer.writeUpTo('details');
      await customer.attach(new File(['x'], 'receipt.txt', { type: 'text/plain', lastModified: 1 }));
      await customer.writeUpTo('review');
      await customer.send();
      await until(() => customer.text().includes('HT-000001'), 'the number of the first');
      expect(requests).to.have.length(1);
      expect(errors).to.deep.equal([]);
    });
  }

  it('is cleared in the middle, nothing on the screen is lost, and the ticket goes out once', async () => {
    const requests: TransportRequest[] = [];
    const customer = await mount({ transport: accepting(requests) }).writeUpTo('details');
    await customer.describe('Before the storage was cleared');
    localStorage.clear();
    sessionStorage.clear();
    await customer.continue();
    expect(JSON.stringify(customer.rows())).to.include('Before the storage was cleared');
    localStorage.clear();
    sessionStorage.clear();
    await customer.send();
    await customer.headed('Ticket created');
    expect(requests).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });

  it('is cleared after a ticket was sent, only the backend can know the twin', async () => {
    const requests: TransportRequest[] = [];
    const customer = await mount({ transport: accepting(requests) }).sendTicket();
    await customer.headed('Ticket created');
    localStorage.clear();
    await sendAgain(customer);
    await customer.headed('Ticket created');
    expect(requests).to.have.length(2);
    expect(requests[0]?.key).not.to.equal(requests[1]?.key);
  });

  it('becomes full while the customer writes, the text stays, and comes back as far as it was kept', async () => {
    const customer = await mount().writeUpTo('details');
    await customer.describe('As far as it was kept');
    await until(() => JSON.stringify({ ...sessionStorage }).includes('As far'), 'the draft');
    replace(Storage.prototype, 'setItem', quota);
    await customer.describe('As far as it was kept, and more');
    await customer.continue();
    expect(JSON.stringify(customer.rows())).to.include('and more');
    expect(errors).to.deep.equal([]);
  });
});
