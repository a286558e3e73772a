import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note, picture, type Story } from '../support/customer.ts';
import { answerWith, cutAfter, garble, loseAnswer, swallow } from '../support/fault-proxy.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { letLimitPass, type TicketRecord, ticketsOf } from '../support/ticket-records.ts';
import { until } from '../support/until.ts';

const HTML_PAGE = '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>';
const FORM_FILE = join(import.meta.dirname, '../../demo/form.json');

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());

/** A customer who has pressed Send. */
async function sender(centre: HelpCentre, story: Partial<Story> = {}): Promise<Customer> {
  const customer = await Customer.arrive(browser, centre.page());
  await customer.open();
  await customer.goToReview(story);
  await customer.send();
  return customer;
}

/** What every failure leaves: the words, and another way. */
async function checkFailure(customer: Customer, text: string): Promise<void> {
  const panel = await customer.panel.innerText();
  assert.ok(panel.includes(text), `"${text}" is still there: ${panel}`);
  await customer.button('Copy what I wrote').waitFor();
  assert.equal(
    await customer.panel.getByRole('link', { name: 'Contact us another way' }).getAttribute('href'),
    'mailto:help@example.com',
  );
  assert.deepEqual(customer.exceptions, []);
}

/** One ticket with one mail, and this number. */
function checkOne(centre: HelpCentre, { email }: Customer, number: string): TicketRecord {
  const tickets = ticketsOf(centre.backend.dataDir, email);
  assert.deepEqual(
    tickets.map((ticket) => [ticket.number, ticket.mails]),
    [[number, ['confirmation']]],
  );
  return tickets[0]!;
}

describe('when the network fails', () => {
  let centre: HelpCentre;
  before(async () => {
    centre = await openHelpCentre();
  });
  after(() => centre[Symbol.asyncDispose]());

  const posted = (from: number) => centre.network.posts.slice(from).map(({ key }) => key);
  const distinct = (keys: string[]) => new Set(keys).size;

  it('the server is down: it says so, keeps words and files, and sends both when it is up again', async () => {
    await using other = await openHelpCentre();
    const endpoint = `${other.backend.url}/tickets`;
    await using customer = await Customer.arrive(browser, other.page({ data: { endpoint } }));
    await customer.open();
    await customer.goToReview({ files: [note('receipt.txt')] });
    await other.backend.kill();
    await customer.send();
    await customer.sees('We could not be reached');
    await checkFailure(customer, 'My deposit of Friday is not in my account.');
    await customer.sees('receipt.txt');
    const explained = customer.consoleErrors.filter((text) => text.startsWith('help-ticket-widget'));
    assert.equal(explained.length, 1, `one error for the site owner: ${explained.join('\n')}`);
    // Of the ticket, or of its file if that had not arrived before.
    assert.match(explained[0]!, /no answer from http:\S+\/(tickets|uploads)\./);

    await other.restart();
    await customer.press(customer.button('Try again'));
    const { files } = checkOne(other, customer, await customer.number());
    assert.deepEqual(files, [{ name: 'receipt.txt', size: 10, isThere: true }]);
  });

  it('the customer is offline: nothing is lost, and it goes out when she is back', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview({ files: [note('receipt.txt')] });
    await customer.page.context().setOffline(true);
    await customer.send();
    await customer.sees('We could not be reached');
    await checkFailure(customer, 'receipt.txt');
    assert.deepEqual(
      customer.consoleErrors.filter((text) => text.startsWith('help-ticket-widget')),
      [],
      'nothing for the site owner to mend',
    );
    await customer.page.context().setOffline(false);
    await customer.press(customer.button('Try again'));
    checkOne(centre, customer, await customer.number());
  });

  it('an answer is lost: it asks again by itself, under the same key, and there is one ticket', async () => {
    const from = centre.network.posts.length;
    centre.network.next(loseAnswer);
    await using customer = await sender(centre, { files: [picture('receipt.png'), note('notes.txt')] });
    const { files } = checkOne(centre, customer, await customer.number());
    assert.equal(files.length, 2);
    assert.deepEqual([posted(from).length, distinct(posted(from))], [2, 1]);
    assert.equal((await centre.backend.mailTo(customer.email)).length, 1);
  });

  it('every answer is lost and a word is changed: it says which version arrived, and there is one ticket', async () => {
    const from = centre.network.posts.length;
    centre.network.always(loseAnswer);
    await using customer = await sender(centre, { description: 'My deposit is missing.' });
    await customer.sees('We could not confirm that your ticket arrived');
    await customer.sees(/Try again: it cannot be created twice/);
    await checkFailure(customer, 'My deposit is missing.');

    centre.network.next();
    await customer.press(customer.panel.getByRole('link', { name: 'Change Description' }));
    await customer.describe('My deposit is still missing.');
    await customer.continue();
    await customer.press(customer.button(customer.names.send));
    await customer.seesHeading(customer.names.twin);
    const [ticket] = ticketsOf(centre.backend.dataDir, customer.email);
    const { number } = ticket!;
    await customer.sees(`An earlier version was already sent as ${number}; your changes were not.`);
    assert.equal(checkOne(centre, customer, number).content.description, 'My deposit is missing.');
    assert.equal(distinct(posted(from)), 1, 'the key stayed');

    await customer.press(customer.panel.getByRole('checkbox', { name: customer.names.different }));
    await customer.send();
    const second = await customer.number();
    assert.notEqual(second, number);
    const all = ticketsOf(centre.backend.dataDir, customer.email);
    assert.deepEqual(
      all.map(({ content }) => [content.description, content.relatedTo]),
      [
        ['My deposit is missing.', undefined],
        ['My deposit is still missing.', number],
      ],
    );
    assert.equal(distinct(posted(from)), 2);
  });

  it('every answer is lost and nothing is changed: trying again brings the number of the one ticket', async () => {
    centre.network.always(loseAnswer);
    await using customer = await sender(centre);
    await customer.sees('We could not confirm that your ticket arrived');
    centre.network.next();
    await customer.press(customer.button('Try again'));
    checkOne(centre, customer, await customer.number());
  });

  it('answers that are none: it calls none of them a ticket, shows none of them, and keeps all', async () => {
    const from = centre.network.posts.length;
    centre.network.always(loseAnswer);
    await using customer = await sender(centre, { files: [note('receipt.txt')] });
    const attempts = 4;
    for (const [round, fault] of [
      loseAnswer,
      answerWith(502, 'text/html', HTML_PAGE),
      answerWith(500, 'text/html', HTML_PAGE),
      answerWith(503, 'text/html', HTML_PAGE, { 'Retry-After': '600' }),
      answerWith(200, 'text/html', HTML_PAGE),
      answerWith(200, 'application/json', '{"id": "HT-'),
      answerWith(201, 'application/json', '{}'),
    ].entries()) {
      centre.network.always(fault);
      if (round > 0) await customer.press(customer.button('Try again'));
      await until(() => posted(from).length === attempts * (round + 1), `round ${round}`, 10_000);
      await customer.button('Try again').waitFor();
      await customer.sees('We could not confirm that your ticket arrived');
      await checkFailure(customer, 'receipt.txt');
      assert.equal((await customer.panel.innerText()).includes('Bad Gateway'), false);
    }
    centre.network.next();
    await customer.press(customer.button('Try again'));
    checkOne(centre, customer, await customer.number());
    assert.equal(distinct(posted(from)), 1);
  });

  it('a stored ticket is answered with nonsense: it asks again under the same key', async () => {
    const from = centre.network.posts.length;
    centre.network.next(garble(200, 'text/html', HTML_PAGE), garble(500, 'text/html', HTML_PAGE));
    await using customer = await sender(centre);
    checkOne(centre, customer, await customer.number());
    assert.deepEqual([posted(from).length, distinct(posted(from))], [3, 1]);
  });

  it('the connection breaks twice while files go up: it names the largest', async () => {
    // What is larger than the network holds on its way can be cut off.
    centre.network.onUpload(async (exchange) => {
      const isLarge = Number(exchange.request.headers['content-length']) > 1_000_000;
      if (isLarge) await cutAfter(60_000)(exchange);
      else exchange.reply(await exchange.forward());
    });
    const files = [note('small.txt'), picture('large.png', 10_000_000), picture('medium.png', 200_000)];
    await using customer = await sender(centre, { files });
    await customer.sees(/The files may be too large\. The largest is large\.png, 9\.5/);
    await checkFailure(customer, 'large.png');
    assert.deepEqual(ticketsOf(centre.backend.dataDir, customer.email), []);

    await customer.press(customer.panel.getByRole('link', { name: 'Change Files' }));
    await customer.press(customer.button('Remove large.png'));
    await customer.continue();
    await customer.press(customer.button(customer.names.send));
    const { files: arrived } = checkOne(centre, customer, await customer.number());
    assert.deepEqual(
      arrived.map(({ name }) => name),
      ['small.txt', 'medium.png'],
    );
  });

  it('the customer stops it: everything is still there, and goes out under the same key', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived } = swallow();
    centre.network.next(fault);
    await using customer = await sender(centre, { files: [picture('receipt.png')] });
    await arrived;
    await customer.panel.getByRole('progressbar').waitFor();
    await customer.press(customer.button('Cancel'));
    await customer.panel.getByRole('status').getByText('Everything is still here').waitFor();
    await customer.sees('receipt.png');
    await customer.send();
    checkOne(centre, customer, await customer.number());
    assert.deepEqual([posted(from).length, distinct(posted(from))], [2, 1]);
  });

  it('the token has run out: the page is asked for another, once', async () => {
    const from = centre.network.posts.length;
    centre.network.next(answerWith(401, 'application/problem+json', '{}'));
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.launcher.waitFor();
    await customer.page.evaluate(() => {
      let count = 0;
      const token = () => Promise.resolve(`token-${(count += 1)}`);
      document.querySelector('help-ticket-widget')!.customer = { token };
    });
    checkOne(centre, customer, await customer.create());
    assert.deepEqual(
      centre.network.posts.slice(from).map(({ authorization }) => authorization),
      ['Bearer token-1', 'Bearer token-2'],
    );

    centre.network.always(answerWith(401, 'application/problem+json', '{}'));
    await using other = await sender(centre);
    await other.sees('Your ticket was not sent');
    await checkFailure(other, 'My deposit of Friday');
  });

  it('the server is busy for a moment: Send waits, says until when, and is there again', async () => {
    const problem = JSON.stringify({ type: '/problems/busy', title: 'Later', status: 503 });
    centre.network.next(answerWith(503, 'application/problem+json', problem, { 'Retry-After': '2' }));
    await using customer = await sender(centre);
    await customer.sees(/You can send again at \d+:\d+/);
    await checkFailure(customer, 'My deposit of Friday');
    const again = customer.button('Try again');
    assert.equal(await again.getAttribute('aria-disabled'), 'true');
    await customer.panel.locator('button:not([aria-disabled])', { hasText: 'Try again' }).waitFor();
    await customer.press(again);
    checkOne(centre, customer, await customer.number());
  });

  it('the form’s code does not come at first: it is fetched again under another address', async () => {
    await using customer = await Customer.arrive(browser);
    let refusals = 0;
    await customer.page.route(/\/panel-[^/]+\.js$/, (route) => ((refusals += 1), route.abort()));
    await customer.page.goto(centre.page());
    checkOne(centre, customer, await customer.create());
    assert.equal(refusals, 1);
  });

  it('the form’s code never comes: there is the other way, and one error for the site owner', async () => {
    await using customer = await Customer.arrive(browser);
    await customer.page.route(/\/panel-[^/]+\.js/, (route) => route.abort());
    await customer.page.goto(centre.page());
    await customer.press(customer.launcher);
    const link = customer.page.getByRole('link', { name: 'help@example.com' });
    assert.equal(await link.getAttribute('href'), 'mailto:help@example.com');
    await customer.launcher.waitFor({ state: 'hidden' });
    const own = customer.consoleErrors.filter((text) => text.startsWith('help-ticket-widget'));
    assert.equal(own.length, 1, own.join('\n'));
    assert.deepEqual(customer.exceptions, []);
  });

  for (const [what, breakStorage] of [
    [
      'blocked',
      () => {
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('No.', 'SecurityError');
            },
          });
      },
    ],
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Full.', 'QuotaExceededError');
        };
      },
    ],
    [
      'corrupt',
      () => {
        for (const storage of [localStorage, sessionStorage])
          for (const key of ['salt', 'ledger:x', 'draft:'])
            storage.setItem(`help-ticket-widget:1:${key}`, '{"isOpen":tru');
      },
    ],
  ] as const) {
    it(`storage is ${what}: it works from memory`, async () => {
      await using customer = await Customer.arrive(browser, centre.page(), { before: breakStorage });
      centre.network.next(loseAnswer);
      checkOne(centre, customer, await customer.create());
      assert.deepEqual(customer.exceptions, []);
    });
  }
});

describe('when the server says no', () => {
  it('to many tickets: it says when, Send comes back by itself, and then it goes out', async () => {
    await using centre = await openHelpCentre({ RATE_LIMIT: '1' });
    await using first = await Customer.arrive(browser, centre.page());
    await first.create();

    await using customer = await Customer.arrive(browser, centre.page());
    await customer.page.clock.install();
    await customer.page.reload();
    await customer.open();
    await customer.page.clock.runFor(100);
    await customer.goToReview();
    await customer.send();
    await customer.sees(/You can send again at \d+:\d+/);
    await checkFailure(customer, 'My deposit of Friday');
    assert.equal(await customer.button('Try again').getAttribute('aria-disabled'), 'true');
    await customer.button('Try again').press('Enter');
    assert.equal(centre.network.posts.length, 2);

    await customer.page.clock.fastForward('10:30');
    await customer.panel.locator('button:not([aria-disabled])', { hasText: 'Try again' }).waitFor();
    letLimitPass(centre.backend.dataDir, 11);
    await customer.press(customer.button('Try again'));
    checkOne(centre, customer, await customer.number());
    assert.equal(new Set(centre.network.posts.map(({ key }) => key)).size, 3, 'what was refused takes a new key');
  });

  it('to the site: it says that it was not sent, and keeps the draft', async () => {
    await using centre = await openHelpCentre({ ALLOWED_ORIGINS: 'https://www.example.com' });
    await using customer = await sender(centre);
    await customer.sees('Your ticket was not sent');
    await checkFailure(customer, 'My deposit of Friday');
    await customer.page.context().grantPermissions(['clipboard-read']);
    await customer.press(customer.button('Copy what I wrote'));
    await customer.panel.getByRole('status').getByText('Copied').waitFor();
    const copied = await customer.page.evaluate(() => navigator.clipboard.readText());
    for (const text of ['Brazil', customer.email, 'Maria da Silva', 'My deposit of Friday is not in my account.'])
      assert.ok(copied.includes(text), `${text} in ${copied}`);
    await customer.page.reload();
    await customer.seesHeading(customer.names.review);
    await customer.sees('My deposit of Friday');
    assert.deepEqual(ticketsOf(centre.backend.dataDir, customer.email), []);
  });

  describe('to some answers', () => {
    let centre: HelpCentre;
    let folder: string;
    let looserForm: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
      const json = await readFile(FORM_FILE, 'utf8');
      const form = JSON.parse(json) as Record<string, object>;
      const stricter = {
        ...form,
        contact: { phone: 'required' },
        description: { minLength: 20, maxLength: 5000 },
        attachments: { ...form.attachments, maxFileBytes: 100_000 },
      };
      await writeFile(join(folder, 'form.json'), JSON.stringify(stricter));
      centre = await openHelpCentre({ FORM_FILE: join(folder, 'form.json') });
      looserForm = centre.site.addFile('form.json', 'application/json', json);
    });
    after(async () => {
      await centre[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    async function senderWithLooserForm(story: Partial<Story>): Promise<Customer> {
      const customer = await Customer.arrive(browser, centre.page({ data: { 'form-url': looserForm } }));
      await customer.open();
      await customer.goToReview(story);
      await customer.send();
      return customer;
    }

    it('each is said at its field, the first step first, and nothing else is lost', async () => {
      await using customer = await senderWithLooserForm({ description: 'Too short.', files: [note('receipt.txt')] });
      await customer.heading('How can we reach you?').waitFor();
      await customer.seesHeading(customer.names.errors);
      assert.match(await customer.problems.first().innerText(), /phone/i);
      const phone = customer.field(customer.names.phone);
      assert.equal(await phone.getAttribute('aria-invalid'), 'true');
      await phone.fill('11 98765-4321');
      await customer.continue();

      await customer.field(customer.names.description).waitFor();
      assert.equal(await customer.field(customer.names.description).inputValue(), 'Too short.');
      assert.equal(await customer.field(customer.names.description).getAttribute('aria-invalid'), 'true');
      const [problem] = await customer.problems.allInnerTexts();
      assert.doesNotMatch(problem ?? '', /\b0 characters|NaN|undefined|\{/);
      await customer.describe('Long enough by now, I should think.');
      await customer.continue();
      await customer.sees('receipt.txt');
      await customer.send();
      const { content, files } = checkOne(centre, customer, await customer.number());
      assert.equal(content.contact.phone, '11 98765-4321');
      assert.equal(files.length, 1);
    });

    it('a file that is too large there: it is named, and the others stay', async () => {
      const files = [note('receipt.txt'), picture('large.png', 150_000)];
      await using customer = await senderWithLooserForm({
        phone: '11 98765-4321',
        description: 'It is about a deposit of mine.',
        files,
      });
      await customer.seesHeading(customer.names.errors);
      assert.deepEqual(await customer.problems.count(), 1);
      const [problem = ''] = await customer.problems.allInnerTexts();
      assert.match(problem, /^large\.png/);
      await customer.sees('receipt.txt');
      await customer.press(customer.button('Remove large.png'));
      await customer.continue();
      await customer.send();
      const record = checkOne(centre, customer, await customer.number());
      assert.deepEqual(
        record.files.map(({ name }) => name),
        ['receipt.txt'],
      );
    });
  });
});

describe('when the address has to be confirmed', () => {
  let centre: HelpCentre;
  before(async () => {
    centre = await openHelpCentre({ VERIFY_EMAIL: '1' });
  });
  after(() => centre[Symbol.asyncDispose]());

  it('the link in the mail creates the ticket, and only its button does', async () => {
    await using customer = await sender(centre, { files: [note('receipt.txt')] });
    await customer.seesHeading('Confirm your email');
    await customer.sees(customer.email);
    const [mail] = await centre.backend.mailTo(customer.email);
    assert.equal(mail!.subject, 'Confirm your support ticket');
    const [link = ''] = /http\S+\/verify\/\S+/.exec(mail!.text) ?? [];

    const page = await customer.page.context().newPage();
    await page.goto(link);
    assert.equal(ticketsOf(centre.backend.dataDir, customer.email)[0]!.state, 'unverified');
    await page.getByRole('button', { name: 'Create the ticket' }).click();
    await page.getByRole('heading', { name: 'Your ticket is created' }).waitFor();
    const [ticket] = ticketsOf(centre.backend.dataDir, customer.email);
    assert.ok((await page.getByRole('main').innerText()).includes(ticket!.number));
    assert.deepEqual([ticket!.state, ticket!.files.length], ['open', 1]);
    const [confirmation] = await centre.backend.mailTo(customer.email, 2);
    assert.equal(confirmation!.subject, `[${ticket!.number}] We have received your support ticket`);
    assert.deepEqual(ticket!.mails, ['verification', 'confirmation']);
  });

  it('“Wrong address?” leads back to it, with everything kept', async () => {
    await using customer = await sender(centre, { files: [note('receipt.txt')] });
    await customer.seesHeading('Confirm your email');
    await customer.press(customer.button('Wrong address?'));
    const right = `right.${customer.email}`;
    assert.equal(await customer.field(customer.names.email).inputValue(), customer.email);
    await customer.field(customer.names.email).fill(right);
    await customer.continue();
    await customer.seesHeading(customer.names.review);
    await customer.sees('receipt.txt');
    await customer.send();
    await customer.seesHeading('Confirm your email');
    await customer.sees(right);
    assert.equal((await centre.backend.mailTo(right)).length, 1);
    assert.equal(ticketsOf(centre.backend.dataDir, right)[0]!.files.length, 1);
  });

  it('the draft is there after a reload, and sending it again asks for nothing twice', async () => {
    await using customer = await sender(centre);
    await customer.seesHeading('Confirm your email');
    const { session } = await customer.stored();
    assert.ok(Object.values(session).join().includes('My deposit of Friday'));
    await customer.page.reload();
    await customer.seesHeading(customer.names.review);
    await customer.sees('My deposit of Friday');
    await customer.sees('You wrote to us about this');
    await customer.send();
    await customer.seesHeading(customer.names.errors);
    assert.equal(await customer.panel.getByRole('checkbox', { name: customer.names.different }).isChecked(), false);
    assert.equal(ticketsOf(centre.backend.dataDir, customer.email).length, 1);
  });
});

describe('when the ticket was sent before', () => {
  let centre: HelpCentre;
  before(async () => {
    centre = await openHelpCentre();
  });
  after(() => centre[Symbol.asyncDispose]());

  /** Another browser of the same customer: this one has nothing in its ledger. */
  async function sendElsewhere(customer: Customer): Promise<string> {
    await using other = await Customer.arrive(browser, centre.page());
    await other.open();
    await other.chooseCountry('BR');
    await other.continue();
    await other.giveContact({ email: customer.email });
    await other.continue();
    await other.chooseTopic('Something else');
    await other.continue();
    await other.describe('My deposit of Friday is not in my account.');
    await other.continue();
    await other.send();
    return await other.number();
  }

  it('in another browser: the server says so, and a different problem goes out all the same', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const number = await sendElsewhere(customer);
    await customer.open();
    await customer.goToReview();
    await customer.send();
    await customer.seesHeading(customer.names.twin);
    await customer.sees(number);
    await customer.sees('To add something, reply to our email.');
    checkOne(centre, customer, number);

    await customer.send();
    await customer.seesHeading(customer.names.errors);
    await customer.press(customer.panel.getByRole('checkbox', { name: customer.names.different }));
    await customer.send();
    const second = await customer.number();
    assert.notEqual(second, number);
    assert.equal(ticketsOf(centre.backend.dataDir, customer.email)[1]!.content.relatedTo, number);
  });

  it('in this browser: nothing is posted, and the ticket can be changed', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const number = await customer.create();
    const from = centre.network.posts.length;
    await customer.press(customer.button(customer.names.another));
    await customer.goToReview({ description: '  My  deposit of Friday is not in my account. ' });
    await customer.send();
    await customer.seesHeading(customer.names.twin);
    await customer.sees(number);
    assert.equal(centre.network.posts.length, from);
    await customer.press(customer.button('Change my ticket'));
    await customer.seesHeading(customer.names.review);
    await customer.sees('My deposit of Friday is not in my account.');
    checkOne(centre, customer, number);
  });

  it('about the same topic: a notice on topic and review, and a checkbox before it goes', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const number = await customer.create();
    await customer.press(customer.button(customer.names.another));
    await customer.chooseCountry('BR');
    await customer.continue();
    await customer.giveContact();
    await customer.continue();
    await customer.chooseTopic('Something else');
    await customer.sees(`You created ${number} about this`);
    await customer.continue();
    await customer.describe('Now another deposit is missing.');
    await customer.continue();
    await customer.sees(`You created ${number} about this`);
    await customer.send();
    await customer.seesHeading(customer.names.errors);
    assert.equal(ticketsOf(centre.backend.dataDir, customer.email).length, 1);
    await customer.press(customer.panel.getByRole('checkbox', { name: customer.names.different }));
    await customer.send();
    const second = await customer.number();
    assert.deepEqual(
      ticketsOf(centre.backend.dataDir, customer.email).map((ticket) => [ticket.number, ticket.content.relatedTo]),
      [
        [number, undefined],
        [second, number],
      ],
    );
  });

  it('and the window opens again: it says which, when an answer comes, and offers another', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const number = await customer.create();
    await customer.page.reload();
    await customer.open();
    await customer.heading(`You created ${number} 1 minute ago.`).waitFor();
    await customer.sees(/We answer by .+ at the address you gave\./);
    await customer.sees('To add something, reply to our email.');
    await customer.press(customer.button(customer.names.another));
    await customer.panel.getByRole('combobox', { name: customer.names.country }).waitFor();

    // Two days later: the answer is late.
    await customer.page.clock.setFixedTime(Date.now() + 30 * 3_600_000);
    await customer.page.reload();
    await customer.open();
    await customer.sees('Our answer is late. Check your spam folder, then reply to our email.');
    await customer.page.clock.setFixedTime(Date.now() + 73 * 3_600_000);
    await customer.page.reload();
    await customer.open();
    await customer.panel.getByRole('combobox', { name: customer.names.country }).waitFor();
    await until(
      async () => Object.keys((await customer.stored()).local).every((key) => !key.includes('ledger')),
      'no entry',
    );
  });
});
