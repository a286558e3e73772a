import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { createHelpDesk, holdBack, networkError, problem } from '../support/help-desk.js';
import { sampleForm } from '../support/sample-form.js';
import { until } from '../support/until.js';
import { cleanUp, MARIA, mount, type WidgetDriver } from '../support/widget-driver.js';

const UPLOADS = 'https://support.example/uploads';
const form = { ...sampleForm, uploadUrl: UPLOADS };

const note = (name: string) => new File([`bytes of ${name}`], name, { type: 'text/plain' });

describe('files that go up ahead of the ticket', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  /** Takes files, or says what the test has it say first. */
  function receive(...answers: (() => Response | Promise<Response>)[]): string[] {
    const received: string[] = [];
    desk.worker.use(
      http.post(UPLOADS, async ({ request }) => {
        const file = (await request.formData()).get('file') as File;
        received.push(file.name);
        return answers.shift()?.() ?? HttpResponse.json({ id: `id-${received.length}-${file.name}` }, { status: 201 });
      }),
    );
    return received;
  }

  /** The first file is answered when it is let go. */
  function receiveLate() {
    const hold = holdBack();
    receive(async () => {
      await hold.until;
      return HttpResponse.json({ id: 'late' }, { status: 201 });
    });
    return hold;
  }

  async function toDetails(options: Parameters<typeof mount>[0] = {}): Promise<WidgetDriver> {
    const customer = await mount({ form, ...options }).writeUpTo('details');
    await customer.describe(MARIA.description);
    return customer;
  }

  const attachmentsOf = (index = 0) => desk.arrivals[index]!.ticket.attachments;

  it('begin when they are chosen; the ticket names them and has no bytes', async () => {
    const received = receive();
    const customer = await toDetails();
    await customer.attach(note('a.txt'), note('b.txt'));
    await until(() => customer.all('progressbar').length === 0 && received.length === 2, 'the end of the uploads');
    expect([...received].sort()).to.deep.equal(['a.txt', 'b.txt']);
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    // Which of the two arrives first is the network's affair.
    const ids = attachmentsOf().map(({ id = '', ...facts }) => ({ ...facts, id: id.replace(/\d-/, '') }));
    expect(ids).to.deep.equal([
      { name: 'a.txt', type: 'text/plain', size: 14, id: 'id-a.txt' },
      { name: 'b.txt', type: 'text/plain', size: 14, id: 'id-b.txt' },
    ]);
    expect(desk.arrivals[0]!.files).to.be.empty;
    expect(received).to.have.length(2);
  });

  it('show how far they are, and Send waits for them', async () => {
    const hold = receiveLate();
    const customer = await toDetails();
    await customer.attach(note('a.txt'));
    await customer.find('progressbar', 'Uploading a.txt');
    await customer.continue();
    await customer.send();
    await until(() => customer.status() === 'Sending…', 'sending');
    expect(desk.arrivals).to.be.empty;
    hold.release();
    await customer.headed('Ticket created');
    expect(attachmentsOf()).to.deep.equal([{ name: 'a.txt', type: 'text/plain', size: 14, id: 'late' }]);
  });

  it('a file that the server does not take is named with its rule, and the rest is kept', async () => {
    const issue = { pointer: '#/file', code: 'attachment-type', detail: 'HTML' };
    receive(() => problem(415, { errors: [issue] }));
    const customer = await toDetails();
    await customer.attach(note('page.txt'));
    await until(() => /page\.txt is of a kind that we do not accept/.test(customer.text()), 'the rule');
    await customer.continue();
    await customer.send();
    await until(() => customer.step() === 'details', 'the step with the file');
    expect(customer.text()).to.include('page.txt is of a kind that we do not accept');
    await customer.press('Remove page.txt');
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(attachmentsOf()).to.be.empty;
  });

  it('without an upload server, files go with the ticket', async () => {
    // Asked once when the file is chosen, and perhaps once more by Send.
    receive(...[1, 2].map(() => () => problem(404)));
    const customer = await toDetails();
    await customer.attach(note('a.txt'));
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.files.map(({ name }) => name)).to.deep.equal(['a.txt']);
    expect(attachmentsOf()).to.deep.equal([{ name: 'a.txt', type: 'text/plain', size: 14 }]);
  });

  it('a file that was removed while it went up is not in the ticket', async () => {
    const hold = receiveLate();
    const customer = await toDetails();
    await customer.attach(note('a.txt'));
    await customer.press('Remove a.txt');
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(attachmentsOf()).to.be.empty;
    hold.release();
  });

  it('one that could not go is tried again by a press, with its name', async function () {
    this.timeout(20_000);
    // The only waits here are those between attempts.
    const { random } = Math;
    Math.random = () => 0;
    const received = receive(...[1, 2, 3, 4].map(() => networkError));
    const customer = await toDetails();
    await customer.attach(note('a.txt'));
    await until(() => customer.text().includes('Not uploaded yet.'), 'the failure', 10_000);
    Math.random = random;
    expect(received).to.have.length(4);
    await customer.press('Try again');
    await until(() => customer.status() === 'a.txt uploaded', 'the upload');
  });

  it('an address that nobody answers is reported to the site owner once, whatever is tried', async function () {
    this.timeout(20_000);
    const { error } = console;
    const { random } = Math;
    const errors: string[] = [];
    console.error = (text: string) => errors.push(text);
    Math.random = () => 0;
    receive(...Array.from({ length: 8 }, () => networkError));
    const customer = await toDetails();
    await customer.attach(note('a.txt'), note('b.txt'));
    await until(() => customer.all('button', /^Try again/).length === 2, 'both failures', 10_000);
    Math.random = random;
    console.error = error;
    expect(errors.filter((text) => text.includes(UPLOADS))).to.have.length(1);
  });

  it('one that the server has deleted goes up again under the same key', async () => {
    const received = receive();
    const expired = { pointer: '#/attachments/0', code: 'attachment-expired' };
    desk.answer(
      () => problem(422, { errors: [expired] }),
      ({ ticket }) =>
        HttpResponse.json({ id: 'HT-AGAIN1', createdAt: new Date().toISOString(), ticket }, { status: 201 }),
    );
    const customer = await toDetails();
    await customer.attach(note('a.txt'));
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(received).to.deep.equal(['a.txt', 'a.txt']);
    expect([attachmentsOf(0), attachmentsOf(1)].map(([file]) => (file as { id?: string }).id)).to.deep.equal([
      'id-1-a.txt',
      'id-2-a.txt',
    ]);
    expect(new Set(desk.keys).size).to.equal(1);
  });

  it('an address that is none is reported once, and files go with the ticket', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    const customer = await toDetails({ form: { ...sampleForm, uploadUrl: 'ftp://files.example' } });
    await customer.attach(note('a.txt'));
    console.warn = warn;
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(warnings.filter((text) => text.includes('uploadUrl "ftp://files.example"'))).to.have.length(1);
    expect(desk.arrivals[0]!.files).to.have.length(1);
  });
});
