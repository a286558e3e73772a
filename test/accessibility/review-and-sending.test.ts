/** Rows of the acceptance list, by number: from review to the receipt. */
import { expect } from '@open-wc/testing';
import type { Transport, TransportRequest } from '../../src/index.js';
import { nameOf, textOf } from '../support/accessible-tree.js';
import { press } from '../support/keyboard.js';
import { replace, retryAtOnce } from '../support/recorder.js';
import { until } from '../support/until.js';
import { cleanUp, MARIA, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { after, always, deafTo, mute, numb, wear, without, type Sabotage } from './sabotage.js';

type Attempt = Awaited<ReturnType<Transport>>;

/** A help desk that answers when it is told to. */
function createSlowDesk() {
  const requests: TransportRequest[] = [];
  let settle: ((attempt: Attempt) => void) | undefined;
  const transport: Transport = (request) => {
    requests.push(request);
    return new Promise((resolve) => (settle = resolve));
  };
  return {
    transport,
    requests,
    answer: (attempt: Attempt) => settle!(attempt),
    accept: () =>
      settle!({
        kind: 'accepted',
        receipt: {
          id: 'HT-7F3K9Q',
          createdAt: new Date().toISOString(),
          replyBy: new Date(Date.now() + 86_400_000).toISOString(),
        },
      }),
  };
}

/** Something else is done with each attempt. */
function sending(act: (request: TransportRequest, send: Transport) => ReturnType<Transport>): Sabotage {
  return ({ element }) => {
    const send = element.transport!;
    element.transport = (request) => act(request, send);
  };
}

/** Hands over files with nothing in them. */
const savesNothing: Sabotage = () => {
  const { createObjectURL } = URL;
  replace(URL, 'createObjectURL', () => createObjectURL(new Blob()));
};

/** Every text of the status region from now on. */
function listen(customer: WidgetDriver): string[] {
  const said: string[] = [];
  const region = customer.all('status')[0]!;
  new MutationObserver(() => said.push(textOf(region))).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

describe('accessibility: review, sending and the receipt', () => {
  afterEach(cleanUp);

  row(
    'row 28: the progress of an upload has a name, and is said at its start, at each quarter and at its end',
    async () => {
      const desk = createSlowDesk();
      const customer = await mount({ transport: desk.transport }).writeUpTo('details');
      await customer.describe(MARIA.description);
      await customer.attach(new File([new Uint8Array(1000)], 'receipt.png', { type: 'image/png' }));
      await customer.continue();
      const said = listen(customer);
      await customer.send();
      await until(() => desk.requests.length, 'the attempt');
      for (let sent = 10; sent <= 1000; sent += 10) {
        desk.requests[0]!.onProgress({ sent, total: 1000 });
        await customer.settled();
      }
      const bar = await customer.find<HTMLProgressElement>('progressbar');
      expect(nameOf(bar)).not.to.equal('');
      expect(bar.value).to.be.closeTo(1, 0.01);
      expect(said.join(' | '))
        .to.match(/Sending…/)
        .and.match(/25\s?%/)
        .and.match(/50\s?%/)
        .and.match(/75\s?%/);
      expect(said.length, said.join(' | ')).to.be.at.most(6);
      desk.accept();
      await customer.headed('Ticket created');
    },
    [without('progress', 'aria-label'), /not equal ''/],
  );

  describe('row 29: review', () => {
    row(
      'has a term and a value for each answer, and a link that names it',
      async () => {
        const customer = await mount().writeUpTo('review', { phone: '+55 11 91234-5678' });
        expect(customer.rows()).to.include({
          'Country of residence': 'Brazil',
          Email: MARIA.email,
          'Full name': MARIA.name,
          Phone: '+55 11 91234-5678',
          Topic: 'Account access',
        });
        const links = customer.all('link', /^Change /).map(nameOf);
        const terms = Object.keys(customer.rows()).filter((term) => term !== 'Page');
        expect(links).to.deep.equal(terms.map((term) => `Change ${term}`));
        expect(customer.text()).to.include(`We will answer only at ${MARIA.email}.`).and.include('24 hours');
      },
      [wear('.change .unseen { display: none; }'), /to deeply equal \[/],
    );

    row(
      'Change leads to the answer’s step, and Continue from there back to review',
      async () => {
        const customer = await mount().writeUpTo('review');
        for (const [term, step] of [
          ['Country of residence', 'country'],
          ['Email', 'contact'],
          ['Full name', 'contact'],
          ['Topic', 'topic'],
          ['Files', 'details'],
        ] as const) {
          await customer.change(term);
          expect(customer.step(), term).to.equal(step);
          expect(customer.focused()?.tagName, term).to.equal('H2');
          await customer.continue();
          expect(customer.heading(), term).to.equal('Check your answers');
        }
      },
      [numb, /to equal 'H2'/],
    );

    row(
      'Back from a step that Change led to returns to review',
      async () => {
        const customer = await mount().writeUpTo('review');
        await customer.change('Country of residence');
        await customer.back();
        expect(customer.heading()).to.equal('Check your answers');
      },
      [deafTo('click', '.quiet'), /'Check your answers'/],
    );
  });

  row(
    'row 30: Enter twice on Send makes one request',
    async () => {
      const desk = createSlowDesk();
      const customer = await mount({ transport: desk.transport }).writeUpTo('review');
      (await customer.find('button', 'Send ticket')).focus();
      await press('Enter', 2);
      await until(() => desk.requests.length, 'the attempt');
      await press('Enter');
      await customer.settled();
      expect(desk.requests).to.have.length(1);
      desk.accept();
      await customer.headed('Ticket created');
    },
    [sending((request, send) => (void send(request), send(request))), /length of 1/],
  );

  row(
    'row 30: the key is the same for every retry',
    async () => {
      retryAtOnce();
      const keys: string[] = [];
      const customer = await mount({
        transport: ({ key }) => {
          keys.push(key);
          return Promise.resolve({ kind: 'unconfirmed' });
        },
      }).sendTicket();
      await customer.press('Try again');
      await until(() => keys.length > 4, 'retries of both presses');
      await customer.find('button', 'Try again');
      expect(new Set(keys).size).to.equal(1);
    },
    [sending((request, send) => send({ ...request, key: String(Math.random()) })), /to equal 1/],
  );

  row(
    'row 31: while sending the button keeps the focus, is disabled for assistive technology only, and the status says it',
    async () => {
      const desk = createSlowDesk();
      const customer = await mount({ transport: desk.transport }).writeUpTo('review');
      (await customer.find('button', 'Send ticket')).focus();
      await press('Enter');
      await until(() => desk.requests.length, 'the attempt');
      const button = await customer.find<HTMLButtonElement>('button', 'Sending…');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.disabled).to.be.false;
      expect(customer.hasFocus(button), 'the focus').to.be.true;
      expect(customer.status()).to.include('Sending…');
      desk.accept();
      await customer.headed('Ticket created');
    },
    [always('[aria-disabled]', (button) => ((button as HTMLButtonElement).disabled = true)), /true to be false/],
  );

  row(
    'row 31: a failure takes the focus, has a way to try again, and keeps what was written',
    async () => {
      const desk = createSlowDesk();
      const customer = await mount({ transport: desk.transport }).sendTicket();
      await until(() => desk.requests.length, 'the attempt');
      desk.answer({ kind: 'refused', status: 403 });
      const alert = await customer.find('group', 'Your ticket was not sent');
      await until(() => customer.focused() === alert, 'the focus on the alert');
      expect(customer.query('button', 'Try again')).to.exist;
      expect(Object.values(customer.rows())).to.include(MARIA.description);
      const { top } = alert.getBoundingClientRect();
      expect(top, 'in view').to.be.at.least(customer.panel!.getBoundingClientRect().top);
    },
    [without('#alert', 'tabindex'), /the focus on the alert/],
  );

  describe('row 32: the receipt', () => {
    async function received(): Promise<WidgetDriver> {
      const desk = createSlowDesk();
      const customer = await mount({ transport: desk.transport }).sendTicket();
      await until(() => desk.requests.length, 'the attempt');
      desk.accept();
      await customer.headed('Ticket created');
      return customer;
    }

    row(
      'has the focus on its heading, the number as text that can be selected, and the time of the answer',
      async () => {
        const customer = await received();
        await until(() => customer.focusedName() === 'Ticket created', 'the focus on the heading');
        const number = [...customer.root.querySelectorAll('*')].find(
          ({ childElementCount, textContent }) => !childElementCount && textContent?.trim() === 'HT-7F3K9Q',
        )!;
        const { userSelect, webkitUserSelect = userSelect } = getComputedStyle(number) as CSSStyleDeclaration & {
          webkitUserSelect?: string;
        };
        expect([userSelect, webkitUserSelect]).not.to.include('none');
        expect(number.closest('[dir]')!.getAttribute('dir')).to.equal('ltr');
        expect(customer.text()).to.match(/We answer by email, by \w+/);
      },
      [numb, /the focus on the heading/],
      [wear('.number { user-select: none; }'), /not include 'none'/],
    );

    row(
      '"Copy number" says "Copied"; where copying is not allowed it says what to do',
      async () => {
        let copied = '';
        replace(navigator, 'clipboard', {
          writeText: (text: string) => Promise.resolve(void (copied = text)),
        } as Clipboard);
        const customer = await received();
        await customer.press('Copy number');
        await until(() => customer.status() === 'Copied', 'word of it');
        expect(copied).to.equal('HT-7F3K9Q');
        replace(navigator, 'clipboard', {
          writeText: () => Promise.reject(new DOMException('No', 'NotAllowedError')),
        } as unknown as Clipboard);
        replace(document, 'execCommand', () => false);
        await customer.press('Copy number');
        await until(() => customer.status().includes('select the text instead'), 'what to do');
        expect(customer.focusedName(), 'the focus').to.equal('Copy number');
      },
      [mute, /word of it/],
    );

    row(
      '"Save a copy" hands over a text file with all answers',
      async () => {
        const saved: Blob[] = [];
        const names: string[] = [];
        const { createObjectURL } = URL;
        replace(URL, 'createObjectURL', (blob: Blob) => (saved.push(blob), createObjectURL(blob)));
        replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
          names.push(this.download);
        });
        const customer = await received();
        await customer.press('Save a copy');
        const text = await saved.at(-1)!.text();
        for (const part of ['HT-7F3K9Q', MARIA.email, MARIA.description, 'Account access'])
          expect(text).to.include(part);
        expect(names[0]).to.match(/HT-7F3K9Q.*\.txt$/);
      },
      [savesNothing, /'' to include 'HT-7F3K9Q'/],
    );

    row(
      'stays: closed and opened again, and however long it takes',
      async () => {
        const customer = await received();
        await customer.close();
        const { now } = Date;
        replace(Date, 'now', () => now() + 600_000);
        await customer.open();
        expect(customer.heading()).to.equal('Ticket created');
        expect(customer.text()).to.include('HT-7F3K9Q');
      },
      [after('help-ticket-close', ({ element }) => element.reset()), /Ticket created/],
    );

    row(
      '"Create another ticket" starts anew, with nothing of the last one',
      async () => {
        const customer = await received();
        await customer.press('Create another ticket');
        expect(customer.step()).to.equal('country');
        expect(await customer.valueOf('Country of residence')).to.equal('');
        expect(customer.focused()?.tagName).to.equal('H2');
      },
      [always('select', (select) => ((select as HTMLSelectElement).value = 'BR')), /'BR' to equal ''/],
      [numb, /to equal 'H2'/],
    );
  });
});
