/** The promise to a site owner in one test: your address gets the ticket, and gets it once. */
import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import type { HelpTicketWidget, Ticket } from '../src/index.js';
import { cleanUp, drive } from './support/widget-driver.js';

const worker = setupWorker();
before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
after(() => worker.stop());
afterEach(cleanUp);

it('posts the ticket to the endpoint of my choice, and answers a second Send of the same ticket without a request', async () => {
  const received: Ticket[] = [];
  worker.use(
    http.post('https://desk.my-shop.example/api/help', async ({ request }) => {
      received.push((await request.json()) as Ticket);
      return HttpResponse.json({ id: 'SHOP-42', createdAt: '2026-11-23T12:00:00Z' }, { status: 201 });
    }),
  );

  const element = await fixture<HelpTicketWidget>(html`
    <help-ticket-widget lang="en" endpoint="https://desk.my-shop.example/api/help">
      <a href="mailto:help@my-shop.example">Contact us</a>
    </help-ticket-widget>
  `);
  const customer = drive(element);

  await customer.open();
  await customer.chooseCountry('BR');
  await customer.continue();
  await customer.enterContact({ email: 'maria@example.com', name: 'Maria Souza' });
  await customer.continue();
  await customer.chooseTopic('Payments');
  await customer.continue();
  await customer.describe('I paid twice.');
  await customer.continue();
  await customer.send();

  await customer.headed('Ticket created');
  expect(customer.text()).to.include('SHOP-42');
  expect(received).to.have.length(1);
  expect(received[0]).to.deep.include({ country: 'BR', topic: ['payments'], description: 'I paid twice.' });
  expect(received[0]!.contact).to.deep.equal({ email: 'maria@example.com', name: 'Maria Souza' });

  await customer.press('Create another ticket');
  await customer.sendTicket({
    country: 'BR',
    email: 'maria@example.com',
    name: 'Maria Souza',
    topic: ['Payments'],
    description: 'I paid twice.',
  });

  await customer.headed('You already sent this ticket');
  expect(customer.text()).to.include('SHOP-42');
  expect(received, 'localStorage knew it: nothing was posted').to.have.length(1);
});
