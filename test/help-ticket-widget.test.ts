import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import type { Ticket } from '../src/index.js';
import { createHelpDesk, created, holdBack } from './support/help-desk.js';
import { recordConsole, recordEvents } from './support/recorder.js';
import { sampleForm } from './support/sample-form.js';
import { until } from './support/until.js';
import { cleanUp, MARIA, mount } from './support/widget-driver.js';

const PT_HEADING = 'Onde você mora?';

describe('<help-ticket-widget>', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  describe('attributes and properties', () => {
    it('are false or absent to begin with', () => {
      const { element } = mount();
      expect([element.open, element.inline, element.withoutLauncher]).to.deep.equal([false, false, false]);
      expect(element.hasAttribute('open')).to.be.false;
    });

    it('endpoint: an address relative to the page', async () => {
      let posted = 0;
      desk.worker.use(
        http.post(new URL('/api/tickets', location.href).href, () => {
          posted += 1;
          return created();
        }),
      );
      const customer = await mount({ attributes: { endpoint: '/api/tickets' } }).sendTicket();
      await customer.headed('Ticket created');
      expect(posted).to.equal(1);
    });

    it('form-url: is loaded on the first opening, not before, and once', async () => {
      let loads = 0;
      desk.worker.use(
        http.get('https://support.example/form.json', () => {
          loads += 1;
          return HttpResponse.json({ topics: [{ id: 'a', label: 'Only this' }] });
        }),
      );
      const customer = mount({ form: undefined, attributes: { 'form-url': 'https://support.example/form.json' } });
      await customer.settled();
      expect(loads).to.equal(0);
      await customer.writeUpTo('topic');
      expect(customer.query('radio', 'Only this')).to.exist;
      await customer.close();
      await customer.open();
      expect(loads).to.equal(1);
    });

    it('form: a child script is a form definition, and wins over form-url', async () => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify({ topics: [{ id: 'a', label: 'From the page' }] });
      const customer = mount({
        form: undefined,
        content: [script],
        attributes: { 'form-url': 'https://support.example/form.json' },
      });
      await customer.writeUpTo('topic');
      expect(customer.query('radio', 'From the page')).to.exist;
    });

    it('form: the property wins over a child script', async () => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify({ topics: [{ id: 'a', label: 'From the page' }] });
      const customer = await mount({ content: [script] }).writeUpTo('topic');
      expect(customer.query('radio', 'Account access')).to.exist;
      expect(customer.query('radio', 'From the page')).not.to.exist;
    });

    it('lang: its own, or else that of what is around it', async () => {
      const around = document.createElement('section');
      around.lang = 'pt-BR';
      document.body.append(around);
      const customer = mount({ parent: around, attributes: { lang: null } });
      await until(() => customer.query('button', 'Ajuda'), 'a launcher in Portuguese');
      customer.element.lang = 'es';
      await until(() => customer.query('button', 'Ayuda'), 'a launcher in Spanish');
      around.remove();
    });

    it('lang: changes what is on the screen, and keeps what was written', async () => {
      const customer = await mount().writeUpTo('details');
      await customer.describe('Half a');
      customer.element.lang = 'pt-BR';
      await customer.headed('Conte o que aconteceu');
      expect(await customer.valueOf('Descreva o problema')).to.equal('Half a');
    });

    for (const [lang, heading] of [
      ['pt_BR', PT_HEADING],
      ['pt', PT_HEADING],
      ['es-419', '¿Dónde vives?'],
      ['xx', 'Where do you live?'],
      ['not a language', 'Where do you live?'],
    ] as const) {
      it(`lang: "${lang}" shows the nearest language there is`, async () => {
        const customer = mount({ attributes: { lang } });
        customer.element.show();
        await customer.headed(heading);
      });
    }

    it('label: the launcher’s text', async () => {
      const customer = mount({ attributes: { label: 'Support' } });
      await until(() => customer.query('button', 'Support'), 'a launcher named Support');
      customer.element.label = 'Need help?';
      await until(() => customer.query('button', 'Need help?'), 'a launcher named anew');
    });

    it('accent: colours the launcher, and goes again', async () => {
      const customer = mount({ attributes: { accent: 'rgb(90, 0, 90)' } });
      const colour = () => getComputedStyle(customer.launcher!).backgroundColor;
      await until(() => customer.launcher && colour() === 'rgb(90, 0, 90)', 'the accent');
      customer.element.removeAttribute('accent');
      await until(() => colour() !== 'rgb(90, 0, 90)', 'the default accent');
    });

    it('open: as an attribute opens, and reflects', async () => {
      const customer = mount({ attributes: { open: '' } });
      await customer.opened();
      await customer.close();
      expect(customer.element.open).to.be.false;
      expect(customer.element.hasAttribute('open')).to.be.false;
    });

    it('open: as a property opens and closes', async () => {
      const customer = mount();
      customer.element.open = true;
      await customer.opened();
      expect(customer.element.hasAttribute('open')).to.be.true;
      customer.element.open = false;
      await customer.closed();
    });

    it('open: set and unset before the code has come, shows nothing', async () => {
      const customer = mount();
      customer.element.open = true;
      await customer.settled();
      customer.element.open = false;
      await customer.settled();
      customer.element.show();
      await customer.opened();
      customer.element.close();
      await customer.closed();
    });

    it('placement: at the end, or at the start', async () => {
      const customer = mount();
      const sideOf = ({ left, right }: DOMRect) => (left < innerWidth - right ? 'left' : 'right');
      const launcher = await customer.launched();
      expect(sideOf(launcher.getBoundingClientRect())).to.equal('right');
      customer.element.setAttribute('placement', 'bottom-start');
      expect(sideOf(launcher.getBoundingClientRect())).to.equal('left');
    });

    it('inline: the form in place, without launcher, dialog and Close', async () => {
      const customer = await mount({ attributes: { inline: '' } }).opened();
      expect(customer.query('dialog')).not.to.exist;
      expect(customer.query('region', 'Create a support ticket')).to.exist;
      expect(customer.launcher).not.to.exist;
      expect(customer.query('button', 'Close')).not.to.exist;
      await customer.sendTicket();
      await customer.headed('Ticket created');
      expect(customer.query('button', 'Close')).not.to.exist;
    });

    it('without-launcher: no button, and the page opens it', async () => {
      const customer = mount({ attributes: { 'without-launcher': '' } });
      await customer.settled();
      expect(customer.all('button')).to.be.empty;
      customer.element.show();
      await customer.opened();
    });

    it('duplicate-window: 0 hours guard against nothing', async () => {
      const customer = await mount({ attributes: { 'duplicate-window': '0' } }).sendTicket();
      await customer.headed('Ticket created');
      await customer.press('Create another ticket');
      await customer.sendTicket();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(2);
      expect(desk.keys[0]).not.to.equal(desk.keys[1]);
    });

    it('page-info: path leaves out query and fragment, full keeps them, none sends nothing', async () => {
      history.replaceState(null, '', `${location.pathname}${location.search}#secret`);
      const pages: (string | undefined)[] = [];
      for (const mode of ['path', 'full', 'none'] as const) {
        const customer = await mount({ pageInfo: mode }).writeUpTo('review', { description: mode });
        expect(customer.rows()['Page'], mode).to.equal(
          { path: location.origin + location.pathname, full: location.href, none: undefined }[mode],
        );
        await customer.send();
        await customer.headed('Ticket created');
        pages.push(desk.arrivals.at(-1)!.ticket.page?.url);
        await cleanUp();
        history.replaceState(null, '', `${location.pathname}${location.search}#secret`);
      }
      expect(pages[0]).to.equal(location.origin + location.pathname);
      expect(pages[1]).to.equal(location.href);
      expect(pages[2]).to.equal(undefined);
    });

    it('messages: override any text, for one locale or for all', async () => {
      const customer = await mount({
        messages: { '*': { title: 'Ask us' }, 'en-GB': { continue: 'Carry on' }, en: { continue: 'Next' } },
      }).open();
      expect(customer.query('dialog', 'Ask us')).to.exist;
      expect(customer.query('button', 'Next')).to.exist;
      customer.element.lang = 'en-GB';
      await customer.find('button', 'Carry on');
    });

    it('transport: replaces HTTP, and is given what it needs', async () => {
      const requests: { endpoint: string; json: string; key: string; files: readonly File[] }[] = [];
      const customer = mount({
        transport: (request) => {
          requests.push(request);
          return Promise.resolve({ kind: 'accepted', receipt: { id: 'OWN-1', createdAt: new Date().toISOString() } });
        },
      });
      await customer.sendTicket();
      await customer.headed('Ticket created');
      expect(customer.text()).to.include('OWN-1');
      expect(desk.arrivals).to.be.empty;
      expect(requests).to.have.length(1);
      expect(requests[0]!.endpoint).to.equal('https://support.example/tickets');
      expect((JSON.parse(requests[0]!.json) as Ticket).contact.email).to.equal(MARIA.email);
      expect(requests[0]!.key).to.match(/^[0-9a-f-]{36}$/);
    });
  });

  describe('what is posted', () => {
    it('is the ticket of the contract', async () => {
      const customer = await mount().writeUpTo('topic', { phone: '+55 11 91234-5678' });
      await customer.chooseTopic('Deposits', 'Pix');
      await customer.enter('Amount', '1.234,50');
      await customer.tick('From my own account');
      await customer.continue();
      await customer.describe('  It is missing.  ');
      await customer.continue();
      await customer.send();
      await customer.headed('Ticket created');
      const [arrival] = desk.arrivals;
      expect(arrival!.ticket).to.deep.equal({
        country: 'BR',
        contact: { email: 'maria@example.com', name: 'Maria Souza', phone: '+55 11 91234-5678' },
        topic: ['deposits', 'pix'],
        fields: { amount: '1234.50', own: true },
        description: 'It is missing.',
        attachments: [],
        locale: 'en',
        page: { url: location.origin + location.pathname, ...(document.title && { title: document.title }) },
      });
      expect(arrival!.key).to.match(/^"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/);
    });
  });

  describe('show()', () => {
    it('opens with topic and description, from the address of an article', async () => {
      const customer = mount();
      customer.element.show({
        topic: ['deposits', 'pix'],
        description: 'The article did not help.',
        page: { url: 'https://shop.example/help/pix?utm=1', title: 'Pix' },
      });
      await customer.opened();
      await customer.writeUpTo('topic');
      expect(await customer.isChosen('Pix')).to.be.true;
      await customer.enter('Amount', '5');
      await customer.tick('From my own account');
      await customer.continue();
      expect(await customer.valueOf('Describe the problem')).to.equal('The article did not help.');
      await customer.continue();
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals[0]!.ticket.page).to.deep.equal({ url: 'https://shop.example/help/pix', title: 'Pix' });
    });

    it('takes a topic as text too', async () => {
      const customer = mount();
      customer.element.show({ topic: 'deposits/crypto' });
      await customer.opened();
      await customer.writeUpTo('topic');
      expect(await customer.isChosen('Crypto')).to.be.true;
    });

    it('ignores a topic that there is not', async () => {
      const customer = mount();
      customer.element.show({ topic: 'no/such' });
      await customer.opened();
      await customer.writeUpTo('topic');
      expect(customer.all('radio').some((radio) => (radio as HTMLInputElement).checked)).to.be.false;
    });

    it('without anything keeps what an earlier one brought', async () => {
      const customer = mount();
      customer.element.show({ topic: 'card' });
      await customer.opened();
      await customer.close();
      await customer.open();
      await customer.writeUpTo('topic');
      expect(await customer.isChosen('Card')).to.be.true;
    });

    it('fills empty answers only', async () => {
      const customer = await mount().writeUpTo('details');
      await customer.describe('My own words');
      await customer.close();
      customer.element.show({ topic: 'card', description: 'Other words' });
      await customer.opened();
      expect(await customer.valueOf('Describe the problem')).to.equal('My own words');
      await customer.continue();
      expect(customer.rows()['Topic']).to.equal('Account access');
    });

    it('fills what is still empty after something was written', async () => {
      const customer = await mount().writeUpTo('topic');
      customer.element.show({ topic: 'card', description: 'From the page' });
      await until(() => (customer.query('radio', 'Card') as HTMLInputElement | undefined)?.checked, 'the topic');
      await customer.continue();
      expect(await customer.valueOf('Describe the problem')).to.equal('From the page');
    });

    it('while sending leaves the ticket alone', async () => {
      const { until: released, release } = holdBack();
      desk.answer(() => released.then(() => created()));
      const customer = await mount().sendTicket();
      await until(() => desk.arrivals.length, 'the request');
      customer.element.show({ topic: 'card', description: 'Other' });
      release();
      await customer.headed('Ticket created');
      expect(desk.arrivals).to.have.length(1);
      expect(desk.arrivals[0]!.ticket.topic).to.deep.equal(['access']);
    });
  });

  describe('close()', () => {
    it('and show() right after it leave it open', async () => {
      const customer = await mount().open();
      // The dialog's own `close` event comes a task later, when it is open again.
      const closed = new Promise((resolve) => customer.panel!.addEventListener('close', resolve));
      customer.element.close();
      await customer.settled();
      customer.element.show();
      await closed;
      await customer.settled();
      expect(customer.query('dialog')).to.exist;
      expect(customer.element.open).to.be.true;
    });

    it('keeps what was written', async () => {
      const customer = await mount().writeUpTo('details');
      await customer.describe('Half a sentence');
      customer.element.close();
      await customer.closed();
      await customer.open();
      expect(await customer.valueOf('Describe the problem')).to.equal('Half a sentence');
    });

    it('while sending goes on sending, and the launcher shows it', async () => {
      const { until: released, release } = holdBack();
      desk.answer(() => released.then(() => created()));
      const events = recordEvents('help-ticket-submitted');
      const customer = await mount().sendTicket();
      await until(() => desk.arrivals.length, 'the request');
      customer.element.close();
      await customer.closed();
      expect(customer.launcher!.ariaBusy, 'while sending').to.equal('true');
      release();
      await until(() => events.length, 'the receipt');
      await until(() => customer.launcher!.ariaBusy !== 'true', 'a launcher that is not busy any more');
      await customer.open();
      expect(customer.heading()).to.equal('Ticket created');
      expect(desk.arrivals).to.have.length(1);
    });
  });

  describe('reset()', () => {
    it('deletes what was written, stored or not', async () => {
      const customer = await mount().writeUpTo('details');
      await customer.describe('Delete me');
      await until(() => JSON.stringify({ ...sessionStorage }).includes('Delete me'), 'a draft');
      customer.element.reset();
      await customer.headed('Where do you live?');
      expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.to.include('Delete me');
      await customer.writeUpTo('details');
      expect(await customer.valueOf('Describe the problem')).to.equal('');
    });

    it('is ignored while sending', async () => {
      const { until: released, release } = holdBack();
      desk.answer(() => released.then(() => created()));
      const customer = await mount().sendTicket();
      await until(() => desk.arrivals.length, 'the request');
      customer.element.reset();
      release();
      await customer.headed('Ticket created');
      expect(customer.text()).to.include('HT-7F3K9Q');
    });

    it('before anything was opened neither shows anything nor throws', async () => {
      const errors = recordConsole('error');
      const customer = mount();
      customer.element.reset();
      await customer.settled();
      expect(customer.query('dialog')).not.to.exist;
      expect(errors).to.be.empty;
    });
  });

  describe('events', () => {
    it('tell the page the whole way, bubbling and composed, with nothing personal', async () => {
      const events = recordEvents();
      const customer = await mount().sendTicket();
      await customer.headed('Ticket created');
      await customer.close();
      await customer.closed();
      expect(events.map(({ type }) => type.slice('help-ticket-'.length))).to.deep.equal([
        'open',
        'step',
        'step',
        'step',
        'step',
        'before-submit',
        'step',
        'submitted',
        'close',
      ]);
      const steps = events.flatMap(({ type, detail }) =>
        type === 'help-ticket-step' ? (detail as { step: string }).step : [],
      );
      expect(steps).to.deep.equal(['contact', 'topic', 'details', 'review', 'receipt']);
      expect(events.at(-2)!.detail).to.deep.equal({ id: 'HT-7F3K9Q', topic: ['access'], country: 'BR' });
      expect(events.every(({ target }) => target === customer.element)).to.be.true;
    });

    it('cross the shadow root of a page that has one', async () => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      const inner = document.createElement('div');
      root.append(inner);
      document.body.append(host);
      const events = recordEvents('help-ticket-open');
      const customer = mount({ parent: inner });
      await customer.open();
      expect(events).to.have.length(1);
      host.remove();
    });
  });

  it('shows the notices that are meant for now, here and this topic', async () => {
    const customer = mount({
      form: {
        ...sampleForm,
        notices: [
          { text: 'Pix is slow today.', url: 'https://shop.example/status', topics: ['deposits'], countries: ['BR'] },
          { text: 'Over since long.', until: '2020-01-01T00:00:00Z' },
          { text: 'Closed on Friday.' },
        ],
      },
    });
    await customer.open();
    expect(customer.text())
      .to.include('Closed on Friday.')
      .and.not.to.include('Pix is slow')
      .and.not.to.include('Over since');
    await customer.writeUpTo('topic');
    expect(customer.text()).not.to.include('Pix is slow');
    await customer.chooseTopic('Deposits');
    await until(() => customer.text().includes('Pix is slow today.'), 'the notice of the topic');
    await customer.chooseTopic('Card');
    expect(customer.text()).not.to.include('Pix is slow');
  });
});
