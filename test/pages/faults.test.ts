import { expect } from '@open-wc/testing';
import { until } from '../support/until.js';
import { fallbackRow, ticketsOf, writeTicket } from './row.js';
import { expectUnharmed, visit, type Visit } from './visit.js';

/** Attempts follow each other at once: the waits between them are chosen at random from nothing upwards. */
const hasty = '<script>Math.random = () => 0</script>';

/** A ticket is written and sent; the backend does with it what a word says. */
async function send(word: string, endpoint?: string): Promise<Visit> {
  const visited = await visit({ head: hasty, ...(endpoint && { data: { endpoint } }) });
  await visited.answer(word);
  await writeTicket(visited);
  await visited.customer.send();
  return visited;
}

const seesTrouble = ({ customer }: Visit, what = /not sent|not confirm/) =>
  until(
    () => what.test(customer.text()),
    () => `a failure; there is: ${customer.text()}`,
    // Four attempts.
    8000,
  );

/** What she wrote is still there. */
async function expectAllKept({ customer }: Visit): Promise<void> {
  if (customer.step() === 'review') await customer.back();
  expect(await customer.valueOf('Describe the problem')).to.equal('I cannot log in since Monday.');
  expect(customer.text()).to.include('receipt.txt');
}

describe('hostile pages: what does not arrive', () => {
  for (const folder of ['404', '500', 'html', 'broken', 'gone']) {
    const number = folder === 'gone' ? 34 : 33;
    fallbackRow(number, `the form’s code does not come (${folder})`, { folder });
  }

  it('page 34: without its script the page is as it was', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>How deposits work</p><script async src="http://127.0.0.1:9/help-ticket-widget.js"></script>';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    expect(frame.contentDocument!.querySelector('help-ticket-widget')).not.to.exist;
    frame.remove();
  });

  for (const [word, text] of [
    ['400', /was not sent Something is wrong on our side/],
    ['403', /was not sent Something is wrong on our side/],
    ['429', /was not sent You can send again at/],
    ['503', /was not sent You can send again at/],
    ['500', /not confirm that your ticket arrived/],
    ['html', /not confirm that your ticket arrived/],
    ['no-json', /not confirm that your ticket arrived/],
    // Firefox tells nothing of the first 50 ms of an upload: as if no byte had left. The key stays in either case.
    ['no-cors', /could not be reached|not confirm that your ticket arrived/],
    ['redirect', /could not be reached|not confirm that your ticket arrived/],
  ] as const) {
    it(`page 33: the backend answers with “${word}”: it is said, and all that was written stays`, async () => {
      const visited = await send(word);
      await seesTrouble(visited, text);
      await expectAllKept(visited);
      await expectUnharmed(visited);
    });
  }

  it('page 33: the backend knows the ticket: its number is shown', async () => {
    const visited = await send('duplicate');
    await visited.customer.headed('You already sent this ticket');
    expect(visited.customer.text()).to.include('HT-000001');
    await expectUnharmed(visited);
  });

  it('page 34: a blocker stops the ticket: it is said, nothing is rejected, and all that was written stays', async () => {
    const visited = await send('created', 'http://127.0.0.1:9/tickets');
    await seesTrouble(visited);
    await expectAllKept(visited);
    await expectUnharmed(visited);
  });

  it('page 31: the connection breaks at every attempt and returns: the same ticket goes out under the same key', async () => {
    const visited = await send('cut');
    const { customer, arrived, answer } = visited;
    await seesTrouble(visited, /not confirm|could not be reached|too large/);
    await answer('created');
    await customer.press(/Try again|Send ticket/);
    await customer.headed('Ticket created');
    const keys = (await arrived()).map(({ key }) => key);
    expect(keys.length).to.be.at.least(2);
    expect(new Set(keys).size, 'one key').to.equal(1);
    expect(new Set((await ticketsOf(visited)).map(({ json }) => json)).size, 'one text').to.equal(1);
    await expectUnharmed(visited);
  });
});
