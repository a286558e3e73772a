/** A ticket that this browser has sent is not sent again by mistake. */
import { expect } from '@open-wc/testing';
import { createHelpDesk, created, holdBack, htmlPage, pending, problem } from '../support/help-desk.js';
import { recordEvents, replace, retryAtOnce } from '../support/recorder.js';
import { until } from '../support/until.js';
import { cleanUp, MARIA, mount, type MountOptions, type WidgetDriver } from '../support/widget-driver.js';

const HOUR = 3_600_000;

/** The page is loaded anew; localStorage stays. */
function again(driver: WidgetDriver, options: MountOptions = {}): WidgetDriver {
  driver.element.remove();
  sessionStorage.clear();
  return mount(options);
}

/** For what is mounted afterwards: what is on the page already has its clock. */
function later(milliseconds: number): void {
  const { now } = Date;
  replace(Date, 'now', () => now() + milliseconds);
}

/** Lets time pass, as often as it is called, also for what is on the page then. */
function createTime(): (milliseconds: number) => void {
  const { now } = Date;
  let passed = 0;
  replace(Date, 'now', () => now() + passed);
  return (milliseconds) => (passed += milliseconds);
}

describe('twins', () => {
  const desk = createHelpDesk();
  beforeEach(retryAtOnce);
  afterEach(cleanUp);

  async function sent(options: MountOptions = {}): Promise<WidgetDriver> {
    const customer = await mount(options).sendTicket();
    await customer.headed('Ticket created');
    return customer;
  }

  describe('on opening', () => {
    it('tells of the ticket that was sent, and when the answer comes', async () => {
      const before = await sent();
      later(2 * HOUR);
      const customer = await again(before).open();
      expect(customer.heading()).to.equal('You created HT-7F3K9Q 2 hours ago.');
      expect(customer.text())
        .to.match(/We answer by .+ at the address you gave/)
        .and.include('reply to our email');
      expect(customer.text(), 'on a shared computer').not.to.include(MARIA.email);
    });

    it('after the time to answer by says that the answer is late', async () => {
      const before = await sent();
      later(25 * HOUR);
      const customer = await again(before).open();
      expect(customer.text()).to.include('Our answer is late. Check your spam folder, then reply to our email.');
    });

    it('"Create another ticket" goes on to the first step', async () => {
      const customer = await again(await sent()).open();
      await customer.press('Create another ticket');
      expect(customer.step()).to.equal('country');
    });

    it('says nothing once the window is over', async () => {
      const before = await sent({ attributes: { 'duplicate-window': '1' } });
      later(2 * HOUR);
      const customer = await again(before, { attributes: { 'duplicate-window': '1' } }).open();
      expect(customer.step()).to.equal('country');
    });

    it('what is kept of it is no readable personal data', async () => {
      await sent();
      const kept = JSON.stringify({ ...localStorage });
      expect(kept).to.include('HT-7F3K9Q');
      for (const personal of [MARIA.email, MARIA.name, MARIA.description, 'access'])
        expect(kept).not.to.include(personal);
    });
  });

  describe('the same ticket', () => {
    async function same(changes = {}): Promise<WidgetDriver> {
      const customer = await again(await sent()).open();
      await customer.press('Create another ticket');
      await customer.sendTicket(changes);
      return customer;
    }

    it('is not posted: its number and time, and three ways on', async () => {
      const events = recordEvents('help-ticket-duplicate');
      const customer = await same();
      await customer.headed('You already sent this ticket');
      expect(customer.text()).to.include('HT-7F3K9Q').and.include('reply to our email');
      expect(customer.focusedName()).to.equal('You already sent this ticket');
      expect(customer.query('button', 'Change my ticket')).to.exist;
      expect(customer.query('checkbox', 'This is a different problem')).to.exist;
      expect(desk.arrivals).to.have.length(1);
      expect(events.map(({ detail }) => detail)).to.deep.equal([{ id: 'HT-7F3K9Q' }]);
    });

    it('is the same in other spelling of address and spaces', async () => {
      const customer = await same({ email: 'Maria@Example.com ', description: '  I cannot log in   since Monday. ' });
      await customer.headed('You already sent this ticket');
      expect(desk.arrivals).to.have.length(1);
    });

    it('without the box is not sent: the error stands at it', async () => {
      const customer = await same();
      await customer.headed('You already sent this ticket');
      await customer.send();
      expect(customer.errors()).to.have.length(1);
      expect(desk.arrivals).to.have.length(1);
    });

    it('with the box is sent under its own key, with relatedTo', async () => {
      const customer = await same();
      await customer.headed('You already sent this ticket');
      desk.answer(() => created('HT-NEW222'));
      await customer.tick('This is a different problem');
      await customer.send();
      await customer.headed('Ticket created');
      expect(customer.text()).to.include('HT-NEW222');
      expect(desk.arrivals[1]!.ticket.relatedTo).to.equal('HT-7F3K9Q');
      expect(desk.keys[1]).not.to.equal(desk.keys[0]);
    });

    it('"Change my ticket" returns to the answers', async () => {
      const customer = await same();
      await customer.headed('You already sent this ticket');
      await customer.press('Change my ticket');
      expect(customer.heading()).to.equal('Check your answers');
      expect(Object.values(customer.rows())).to.include(MARIA.description);
    });
  });

  describe('a ticket about the same', () => {
    async function alike(): Promise<WidgetDriver> {
      const customer = await again(await sent()).open();
      await customer.press('Create another ticket');
      return customer;
    }

    it('has a notice on the topic step and on review, with number and time', async () => {
      const customer = await alike();
      await customer.writeUpTo('topic');
      expect(customer.text()).not.to.include('HT-7F3K9Q');
      await customer.chooseTopic('Account access');
      await until(() => customer.text().includes('HT-7F3K9Q'), 'the notice');
      await customer.writeUpTo('review', { description: 'Something else' });
      expect(customer.text()).to.include('HT-7F3K9Q');
    });

    it('needs the box, then goes out with relatedTo', async () => {
      const customer = await alike();
      await customer.sendTicket({ description: 'Something else' });
      expect(customer.errors()).to.have.length(1);
      expect(desk.arrivals).to.have.length(1);
      await customer.follow(customer.errors()[0]!);
      expect(customer.focusedName()).to.equal('This is a different problem');
      await customer.tick('This is a different problem');
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals[1]!.ticket.relatedTo).to.equal('HT-7F3K9Q');
    });

    it('needs the box as long as the notice shows, even if the window has ended since', async () => {
      const pass = createTime();
      const options = { attributes: { 'duplicate-window': '1' } };
      const customer = await again(await sent(options), options).open();
      await customer.press('Create another ticket');
      await customer.writeUpTo('review', { description: 'Something else' });
      pass(2 * HOUR);
      await customer.send();
      expect(customer.errors()).to.have.length(1);
      expect(desk.arrivals).to.have.length(1);
      await customer.tick('This is a different problem');
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(2);
    });

    it('is one that perhaps arrived so long ago that servers may have forgotten its key', async () => {
      const pass = createTime();
      desk.answer(() => htmlPage(502));
      const customer = await mount().sendTicket();
      await customer.find('group', 'We could not confirm that your ticket arrived');
      const tries = desk.arrivals.length;
      pass(8 * 24 * HOUR);
      desk.answer(() => created());
      await customer.press('Try again');
      await until(() => customer.errors().length, 'the question');
      expect(customer.text()).to.include('You wrote to us about this 8 days ago.');
      expect(desk.arrivals).to.have.length(tries);
      await customer.tick('This is a different problem');
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.keys.at(-1)).not.to.equal(desk.keys[0]);
    });

    describe('that another page has begun, in other words, and nobody knows whether it arrived', () => {
      async function asked() {
        desk.answer(() => htmlPage(502));
        const other = await mount({ attributes: { id: 'other' } }).sendTicket();
        await other.find('group', 'We could not confirm that your ticket arrived');
        const customer = await mount().writeUpTo('review', { description: 'In other words' });
        expect(customer.text(), 'before Send').not.to.include('You wrote to us about this');
        const tries = desk.arrivals.length;
        await customer.send();
        await until(() => customer.errors().length, 'the question');
        expect(customer.text()).to.include('You wrote to us about this').and.not.include('reply to our email');
        expect(desk.arrivals).to.have.length(tries);
        return { customer, other };
      }

      it('needs the box; with its number, once it has one', async () => {
        const { customer, other } = await asked();
        desk.answer(() => created());
        await other.press('Try again');
        await other.headed('Ticket created');
        const tries = desk.arrivals.length;
        await customer.send();
        await until(() => customer.text().includes('HT-7F3K9Q'), 'the number');
        expect(customer.errors()).to.have.length(1);
        expect(desk.arrivals).to.have.length(tries);
      });

      it('goes out without the box, once the other has proved to be none', async () => {
        const { until: released, release } = holdBack();
        desk.answer(() => released.then(() => problem(422, { errors: [{ pointer: '#/contact/email' }] })));
        const other = await mount({ attributes: { id: 'other' } }).sendTicket();
        await until(() => desk.arrivals.length, 'the request');
        const customer = await mount().sendTicket({ description: 'In other words' });
        await until(() => customer.errors().length, 'the question');
        release();
        await until(() => other.errors().length, 'the refusal');
        desk.answer(() => created());
        await customer.send();
        await customer.headed('Ticket created');
      });

      it('goes out under a key of its own with the box, and is not asked about again', async () => {
        const { customer } = await asked();
        desk.answer(() => created());
        await customer.tick('This is a different problem');
        await customer.change('Description');
        await customer.describe('In other words again');
        await customer.continue();
        await customer.send();
        await customer.headed('Ticket created');
        expect(desk.keys.at(-1)).not.to.equal(desk.keys[0]);
      });
    });

    it('is none if the topic or the address is another', async () => {
      const customer = await alike();
      await customer.writeUpTo('review', { topic: ['Card'] });
      expect(customer.query('checkbox', 'This is a different problem')).not.to.exist;
      await customer.change('Email');
      await customer.enterContact({ email: 'ana@example.com' });
      await customer.continue();
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(2);
    });
  });

  it('a ticket that waits for confirmation by e-mail makes a likely twin only', async () => {
    desk.answer(pending);
    const before = await mount().sendTicket();
    await before.headed('Confirm your email');
    const customer = await again(before).sendTicket();
    expect(customer.heading()).to.equal('Check your answers');
    expect(customer.query('checkbox', 'This is a different problem')).to.exist;
    desk.answer(() => created());
    await customer.tick('This is a different problem');
    await customer.send();
    await customer.headed('Ticket created');
  });

  describe('one press of Send', () => {
    it('twice in a row, or Enter twice: one request', async () => {
      const { until: released, release } = holdBack();
      desk.answer(() => released.then(() => created()));
      const customer = await mount().writeUpTo('review');
      const send = await customer.find('button', 'Send ticket');
      send.click();
      send.click();
      await customer.settled();
      send.click();
      await until(() => desk.arrivals.length, 'the request');
      for (let time = 0; time < 7; time += 1) customer.query('button', 'Sending…')?.click();
      release();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(1);
    });

    it('and a form submitted by script: nothing is loaded by the browser', async () => {
      const customer = await mount().writeUpTo('details');
      await customer.describe(MARIA.description);
      const form = customer.root.querySelector('form')!;
      const submit = new SubmitEvent('submit', { bubbles: true, cancelable: true });
      // Without this the test's own page would go.
      form.addEventListener('submit', (event) => event.preventDefault(), { once: true });
      form.dispatchEvent(submit);
      await customer.settled();
      expect(customer.step()).to.equal('details');
    });

    it('on two pages at once: the same key', async () => {
      const { until: released, release } = holdBack();
      desk.answer(() => released.then(() => created()));
      const first = await mount({ attributes: { id: 'first' } }).writeUpTo('review');
      first.element.close();
      await first.closed();
      const second = await mount({ attributes: { id: 'second' } }).writeUpTo('review');
      await second.send();
      await until(() => desk.arrivals.length, 'the request');
      second.element.close();
      await second.closed();
      await first.open();
      await first.send();
      release();
      await until(() => /Ticket created|You already sent this ticket/.test(first.heading()), 'an ending');
      expect(new Set(desk.keys).size).to.equal(1);
    });
  });

  it('sent by one page while another had not agreed to it yet is not sent by that one', async () => {
    const { until: agreed, release } = holdBack();
    const slow = await mount({ attributes: { id: 'slow' } }).writeUpTo('review');
    slow.element.addEventListener('help-ticket-before-submit', ({ detail }) => detail.waitUntil(agreed), {
      once: true,
    });
    await slow.send();
    slow.element.close();
    await slow.closed();
    const quick = await mount({ attributes: { id: 'quick' } }).sendTicket();
    await quick.headed('Ticket created');
    quick.element.close();
    await quick.closed();
    await slow.open();
    release();
    await slow.headed('You already sent this ticket');
    expect(desk.arrivals).to.have.length(1);
  });

  describe('Cancel', () => {
    it('keeps everything: the words, the files and, as it may have arrived, the key', async () => {
      const { until: released, release } = holdBack();
      desk.answer(() => released.then(() => created()));
      const customer = await mount().writeUpTo('details');
      await customer.describe(MARIA.description);
      await customer.attach(new File(['x'], 'receipt.png', { type: 'image/png' }));
      await customer.continue();
      await customer.send();
      await until(() => desk.arrivals.length, 'the request');
      await customer.press('Cancel');
      expect(customer.heading()).to.equal('Check your answers');
      expect(customer.status()).to.include('stopped');
      expect(Object.values(customer.rows()).join()).to.include(MARIA.description).and.include('receipt.png');
      release();
      desk.answer(() => created());
      await customer.press(/^(Send ticket|Try again)$/);
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(2);
      expect(new Set(desk.keys).size).to.equal(1);
    });

    it('drops the answer that comes too late', async () => {
      const { until: released, release } = holdBack();
      let hasStarted = false;
      let answered = false;
      const customer = await mount({
        transport: async () => {
          hasStarted = true;
          await released;
          answered = true;
          return { kind: 'accepted', receipt: { id: 'LATE', createdAt: new Date().toISOString() } };
        },
      }).sendTicket();
      await until(() => hasStarted, 'the attempt');
      await customer.press('Cancel');
      release();
      await until(() => answered, 'the late answer');
      await customer.settled();
      expect(customer.heading()).to.equal('Check your answers');
    });
  });

  it('a transport that throws is an unknown outcome, and the console names it', async () => {
    const errors: unknown[] = [];
    replace(console, 'error', (...parts: unknown[]) => void errors.push(parts));
    const customer = await mount({ transport: () => Promise.reject(new Error('Of the page')) }).sendTicket();
    await customer.find('group', 'We could not confirm that your ticket arrived');
    expect(errors.length).to.be.greaterThan(0);
  });

  it('after proof that nothing was created the ticket is free: no twin of itself', async () => {
    desk.answer(() => problem(403));
    const customer = await mount().sendTicket();
    await customer.find('button', 'Try again');
    desk.answer(() => created());
    const next = again(customer);
    await next.sendTicket();
    await next.headed('Ticket created');
  });
});
