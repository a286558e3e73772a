/** What the customer sees of each ending, when a help desk answers over HTTP. */
import { expect } from '@open-wc/testing';
import { createHelpDesk, created, htmlPage, networkError, pending, problem } from '../support/help-desk.js';
import { recordConsole, recordEvents, replace, retryAtOnce } from '../support/recorder.js';
import { until } from '../support/until.js';
import { cleanUp, MARIA, mount, type WidgetDriver } from '../support/widget-driver.js';

const NOT_SENT = 'Your ticket was not sent';
const NOT_REACHED = /not sent|not be reached/;
const UNCONFIRMED = 'We could not confirm that your ticket arrived';

/** Every failed state: what is wrong, nothing lost, and the ways on. */
async function failed(customer: WidgetDriver, heading: string | RegExp): Promise<HTMLElement> {
  const alert = await customer.find('group', heading);
  await customer.settled();
  expect(customer.heading()).to.equal('Check your answers');
  expect(Object.values(customer.rows())).to.include(MARIA.description).and.to.include(MARIA.email);
  expect(customer.query('button', 'Copy what I wrote', alert), 'Copy what I wrote').to.exist;
  const contact = customer.query('link', 'Contact us another way', alert) as HTMLAnchorElement | undefined;
  expect(contact?.href, 'the fallback contact').to.equal('mailto:help@example.com');
  expect(customer.hasFocus(alert), 'the focus').to.be.true;
  return alert;
}

describe('outcomes of sending', () => {
  const desk = createHelpDesk();
  beforeEach(retryAtOnce);
  afterEach(cleanUp);

  describe('201', () => {
    it('is a receipt: the number, the address, when to expect an answer, the spam folder', async () => {
      const replyBy = new Date(Date.now() + 86_400_000);
      desk.answer(() => created('HT-000042', { replyBy: replyBy.toISOString() }));
      const customer = await mount().sendTicket();
      await customer.headed('Ticket created');
      expect(customer.text()).to.include('HT-000042').and.include(MARIA.email).and.include('spam');
      expect(customer.text()).to.include(new Intl.DateTimeFormat('en', { weekday: 'short' }).format(replyBy));
    });

    it('without a time to answer by promises none', async () => {
      desk.answer(() => created('HT-000042', { replyBy: undefined }));
      const customer = await mount().sendTicket();
      await customer.headed('Ticket created');
      expect(customer.text())
        .to.include('We answer by email.')
        .and.not.to.match(/Invalid|undefined|NaN/);
    });

    it('with a body that is no receipt is no success', async () => {
      desk.answer(() => created('', {}));
      const customer = await mount().sendTicket();
      await failed(customer, UNCONFIRMED);
    });
  });

  describe('202', () => {
    it('asks to confirm the address', async () => {
      desk.answer(pending);
      const customer = await mount().sendTicket();
      await customer.headed('Confirm your email');
      expect(customer.text()).to.include(`We sent a link to ${MARIA.email}.`).and.match(/spam/);
      expect(customer.focusedName()).to.equal('Confirm your email');
    });

    it('"Wrong address?" returns to the e-mail field, with everything kept, and the mended ticket has a key of its own', async () => {
      desk.answer(pending);
      const customer = await mount().sendTicket();
      await customer.press('Wrong address?');
      expect(customer.step()).to.equal('contact');
      await customer.enterContact({ email: 'maria.souza@example.com' });
      await customer.continue();
      expect(Object.values(customer.rows())).to.include(MARIA.description);
      desk.answer(() => created());
      await customer.send();
      if (customer.query('checkbox', 'This is a different problem')) await customer.tick('This is a different problem');
      if (customer.heading() === 'Check your answers' && customer.query('button', 'Send ticket')) await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals.at(-1)!.ticket.contact.email).to.equal('maria.souza@example.com');
      expect(desk.keys.at(-1)).not.to.equal(desk.keys[0]);
    });

    it('keeps the draft until then', async () => {
      desk.answer(pending);
      const customer = await mount().sendTicket();
      await customer.headed('Confirm your email');
      expect(JSON.stringify({ ...sessionStorage })).to.include(MARIA.description);
    });
  });

  describe('400, 401, 403', () => {
    for (const status of [400, 401, 403]) {
      it(`${status} could not be sent; the draft is kept, and the next attempt has a new key`, async () => {
        const events = recordEvents('help-ticket-failed');
        desk.answer(() => problem(status));
        const customer = await mount().sendTicket();
        await failed(customer, NOT_SENT);
        expect(events.map(({ detail }) => detail)).to.deep.equal([{ outcome: 'refused' }]);
        expect(JSON.stringify({ ...sessionStorage })).to.include(MARIA.description);
        desk.answer(() => created());
        await customer.press('Try again');
        await customer.headed('Ticket created');
        expect(desk.keys.at(-1)).not.to.equal(desk.keys[0]);
      });
    }

    it('after 500 proves nothing: nobody says that it was not sent, and the key stays', async () => {
      desk.answer(
        () => problem(500),
        () => problem(403),
      );
      const customer = await mount().sendTicket();
      await failed(customer, UNCONFIRMED);
      expect(customer.text()).not.to.match(NOT_REACHED);
      desk.answer(() => created());
      await customer.press('Try again');
      await customer.headed('Ticket created');
      expect(new Set(desk.keys).size).to.equal(1);
    });
  });

  describe('409', () => {
    it('already there: its number, and no second ticket', async () => {
      const events = recordEvents('help-ticket-duplicate', 'help-ticket-submitted');
      desk.answer(() =>
        problem(409, {
          type: 'https://support.example/problems/duplicate',
          id: 'HT-OLD111',
          createdAt: new Date(Date.now() - 7_200_000).toISOString(),
        }),
      );
      const customer = await mount().sendTicket();
      await customer.headed('You already sent this ticket');
      expect(customer.text()).to.include('HT-OLD111').and.include('2 hours ago').and.include('reply to our email');
      expect(events.map(({ detail }) => detail)).to.deep.equal([{ id: 'HT-OLD111' }]);
    });

    it('"This is a different problem" sends it under a new key, with relatedTo', async () => {
      desk.answer(() => problem(409, { type: '/problems/duplicate', id: 'HT-OLD111' }));
      const customer = await mount().sendTicket();
      await customer.headed('You already sent this ticket');
      desk.answer(() => created('HT-NEW222'));
      await customer.send();
      expect(customer.errors(), 'without the box').to.have.length(1);
      await customer.tick('This is a different problem');
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(2);
      expect(desk.arrivals[1]!.ticket.relatedTo).to.equal('HT-OLD111');
      expect(desk.keys[1]).not.to.equal(desk.keys[0]);
    });

    it('in progress is waited for, under the same key', async () => {
      desk.answer(
        () => problem(409, { type: '/problems/in-progress', headers: { 'Retry-After': '1' } }),
        () => created(),
      );
      const customer = await mount().sendTicket();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(2);
      expect(new Set(desk.keys).size).to.equal(1);
    });
  });

  describe('422 key-reused', () => {
    it('says that an earlier version was sent and the changes were not', async () => {
      desk.answer(() => problem(500));
      const customer = await mount().sendTicket();
      await failed(customer, UNCONFIRMED);
      await customer.change(changeable(customer, MARIA.description));
      await customer.describe('Other words');
      await customer.continue();
      desk.answer(() =>
        problem(422, { type: '/problems/key-reused', id: 'HT-OLD111', createdAt: new Date().toISOString() }),
      );
      await customer.press(/^(Send ticket|Try again)$/);
      await until(
        () => customer.text().includes('An earlier version was already sent as HT-OLD111'),
        'the earlier version',
      );
      expect(customer.text()).to.include('your changes were not');
      expect(new Set(desk.keys).size, 'edited, and still the same key').to.equal(1);

      desk.answer(() => created('HT-NEW222'));
      await customer.tick('This is a different problem');
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.keys.at(-1)).not.to.equal(desk.keys[0]);
      expect(desk.arrivals.at(-1)!.ticket).to.deep.include({ description: 'Other words', relatedTo: 'HT-OLD111' });
    });
  });

  describe('429 and 503', () => {
    for (const [form, header] of [
      ['seconds', () => '1'],
      ['a date', () => new Date(Date.now() + 1500).toUTCString()],
    ] as const) {
      it(`with Retry-After as ${form}: one sentence with the time, and Send comes back by itself`, async () => {
        desk.answer(() => problem(429, { headers: { 'Retry-After': header() } }));
        const customer = await mount().sendTicket();
        const alert = await failed(customer, NOT_SENT);
        expect(alert.textContent).to.match(/You can send again at \d{1,2}:\d\d/);
        const send = await customer.find('button', 'Try again');
        expect(send.ariaDisabled).to.equal('true');
        await customer.press('Try again');
        expect(desk.arrivals, 'too early').to.have.length(1);
        desk.answer(() => created());
        await until(() => customer.query('button', 'Try again')?.ariaDisabled !== 'true', 'Send to come back');
        expect(customer.hasFocus(send), 'no focus was moved').to.be.true;
        await customer.press('Try again');
        await customer.headed('Ticket created');
        expect(desk.keys[1]).not.to.equal(desk.keys[0]);
      });
    }

    it('503 of the application is "later" too', async () => {
      desk.answer(() => problem(503, { headers: { 'Retry-After': '30' } }));
      const customer = await mount().sendTicket();
      const alert = await failed(customer, NOT_SENT);
      expect(alert.textContent).to.include('You can send again at');
      expect(desk.arrivals).to.have.length(1);
    });

    it('503 of a proxy is not known, and is retried under the same key', async () => {
      desk.answer(
        () => htmlPage(503),
        () => created(),
      );
      const customer = await mount().sendTicket();
      await customer.headed('Ticket created');
      expect(new Set(desk.keys).size).to.equal(1);
    });
  });

  describe('network error', () => {
    it('is retried, then "Try again" with everything kept; the console names endpoint and CORS, once', async () => {
      const errors = recordConsole('error');
      const events = recordEvents('help-ticket-failed');
      desk.answer(networkError);
      const customer = await mount().sendTicket();
      await failed(customer, NOT_REACHED);
      expect(desk.arrivals.length).to.be.greaterThan(1);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('https://support.example/tickets').and.include('CORS');
      expect(events.map(({ detail }) => detail)).to.deep.equal([{ outcome: 'unreachable' }]);
      desk.answer(() => created());
      await customer.press('Try again');
      await customer.headed('Ticket created');
      expect(new Set(desk.keys).size).to.equal(1);
      expect(new Set(desk.arrivals.map(({ json }) => json)).size).to.equal(1);
    });

    it('while offline says nothing to the console', async () => {
      const errors = recordConsole('error');
      replace(navigator, 'onLine', false);
      desk.answer(networkError);
      const customer = await mount().sendTicket();
      await failed(customer, NOT_REACHED);
      expect(errors).to.be.empty;
    });
  });

  describe('an unknown outcome', () => {
    for (const [what, answer] of [
      ['500', () => problem(500)],
      ['502 with an HTML page', () => htmlPage(502)],
      ['200 with an HTML page', () => htmlPage(200)],
      ['201 with an HTML page', () => htmlPage(201)],
    ] as const) {
      it(`${what}: retried with the same key, then "it cannot be created twice"`, async () => {
        const events = recordEvents('help-ticket-failed');
        desk.answer(answer);
        const customer = await mount().sendTicket();
        const alert = await failed(customer, UNCONFIRMED);
        expect(alert.textContent).to.include('it cannot be created twice');
        expect(customer.text()).not.to.include('Maintenance');
        expect(desk.arrivals.length).to.be.greaterThan(1);
        expect(events.map(({ detail }) => detail)).to.deep.equal([{ outcome: 'unconfirmed' }]);
        desk.answer(() => created());
        await customer.press('Try again');
        await customer.headed('Ticket created');
        expect(new Set(desk.keys).size).to.equal(1);
      });
    }

    it('keeps its key even if the answers are edited, and posts the new words', async () => {
      desk.answer(() => problem(500));
      const customer = await mount().sendTicket();
      await failed(customer, UNCONFIRMED);
      await customer.change(changeable(customer, MARIA.description));
      await customer.describe('Other words');
      await customer.continue();
      desk.answer(() => created());
      await customer.press(/^(Send ticket|Try again)$/);
      await customer.headed('Ticket created');
      expect(new Set(desk.keys).size).to.equal(1);
      expect(desk.arrivals.at(-1)!.ticket.description).to.equal('Other words');
    });
  });

  it('"Copy what I wrote" copies all answers as text', async () => {
    let copied = '';
    replace(navigator, 'clipboard', {
      writeText: (text: string) => Promise.resolve(void (copied = text)),
    } as Clipboard);
    desk.answer(() => problem(403));
    const customer = await mount().sendTicket();
    await failed(customer, NOT_SENT);
    await customer.press('Copy what I wrote');
    await until(() => customer.status().startsWith('Copied'), 'word of it');
    for (const written of [MARIA.description, MARIA.email, MARIA.name, 'Account access', 'Brazil'])
      expect(copied).to.include(written);
  });

  it('text of the server stands as text, never as markup', async () => {
    desk.answer(() =>
      problem(422, {
        errors: [{ pointer: '#/contact/email', code: 'own-code', detail: 'Use <b>another</b> address' }],
      }),
    );
    const customer = await mount().sendTicket();
    await until(() => customer.errors().length, 'the error');
    expect(customer.errors()).to.deep.equal(['Use <b>another</b> address']);
  });
});

/** The term under which a value stands on review. */
function changeable(customer: WidgetDriver, value: string): string {
  return Object.entries(customer.rows()).find(([, each]) => each === value)![0];
}
