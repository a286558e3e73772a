import { expect } from '@open-wc/testing';
import { createHelpDesk } from '../support/help-desk.js';
import { sampleForm } from '../support/sample-form.js';
import { cleanUp, MARIA, mount, type WidgetDriver } from '../support/widget-driver.js';

const MB = 1_048_576;

/** A file that says it is so large; its bytes are not needed. */
function file(name: string, { type = 'image/png', size }: { type?: string; size?: number } = {}): File {
  const made = new File(['some bytes'], name, { type });
  if (size !== undefined) Object.defineProperty(made, 'size', { value: size });
  return made;
}

/** Files with sizes of their own do not survive a file input: they are dropped instead. */
async function drop(customer: WidgetDriver, ...files: File[]): Promise<void> {
  const zone = (await customer.find('button', 'Choose files')).parentElement!;
  const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { files, types: ['Files'] } });
  zone.dispatchEvent(event);
  await customer.settled();
  expect(event.defaultPrevented, 'the browser would show the file instead').to.be.true;
}

const names = (customer: WidgetDriver) =>
  customer.all('button', /^Remove /).map((button) => button.getAttribute('aria-label')?.slice('Remove '.length));

describe('attachments', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  it('states the limits before anything is chosen', async () => {
    const customer = await mount().writeUpTo('details');
    expect(customer.text())
      .to.match(/5 files/)
      .and.match(/10\s?MB/)
      .and.include('PDF');
  });

  it('go out as multipart: the ticket first, then each file in order, with name, type and bytes', async () => {
    const customer = await mount().writeUpTo('details');
    await customer.describe(MARIA.description);
    await customer.attach(
      new File(['first'], 'recibo ção.png', { type: 'image/png' }),
      new File(['second!'], 'log.txt', { type: 'text/plain' }),
    );
    await customer.continue();
    expect(Object.values(customer.rows()).join(' ')).to.include('recibo ção.png').and.include('log.txt');
    await customer.send();
    await customer.headed('Ticket created');
    const [arrival] = desk.arrivals;
    expect(arrival!.ticket.attachments).to.deep.equal([
      { name: 'recibo ção.png', type: 'image/png', size: 5 },
      { name: 'log.txt', type: 'text/plain', size: 7 },
    ]);
    expect(arrival!.files.map(({ name, size }) => [name, size])).to.deep.equal([
      ['recibo ção.png', 5],
      ['log.txt', 7],
    ]);
    expect(await arrival!.files[1]!.text()).to.equal('second!');
  });

  for (const { what, wrong, says } of [
    { what: 'an empty file', wrong: file('empty.png', { size: 0 }), says: /empty\.png.*is empty/ },
    {
      what: 'an 11 MB file against a 10 MB limit',
      wrong: file('big.png', { size: 11 * MB }),
      says: /big\.png.*larger than 10\s?MB/,
    },
    {
      what: 'a file of another kind',
      wrong: file('tool.exe', { type: 'application/x-msdownload' }),
      says: /tool\.exe.*kind that we do not accept.*PDF/,
    },
  ]) {
    it(`${what} is named with the rule that it breaks; the others are taken`, async () => {
      const customer = await mount().writeUpTo('details');
      await drop(customer, file('good.png'), wrong, file('fine.pdf', { type: 'application/pdf' }));
      expect(names(customer)).to.deep.equal(['good.png', 'fine.pdf']);
      expect(customer.text()).to.match(says);
      expect(customer.text()).not.to.match(/good\.png (is|was)/);
    });
  }

  it('exactly at the limit is taken', async () => {
    const customer = await mount().writeUpTo('details');
    await drop(customer, file('exact.png', { size: 10 * MB }));
    expect(names(customer)).to.deep.equal(['exact.png']);
  });

  it('too many: the ones that fit are taken, the others named with the count', async () => {
    const customer = await mount({ form: { ...sampleForm, attachments: { maxFiles: 2 } } }).writeUpTo('details');
    await drop(customer, file('1.png'), file('2.png'), file('3.png'), file('4.png'));
    expect(names(customer)).to.deep.equal(['1.png', '2.png']);
    expect(customer.text())
      .to.match(/3\.png.*2 files/)
      .and.match(/4\.png/);
  });

  it('a removed one makes room again, and may be chosen again', async () => {
    const customer = await mount({ form: { ...sampleForm, attachments: { maxFiles: 1 } } }).writeUpTo('details');
    const receipt = file('receipt.png');
    await customer.attach(receipt);
    await customer.press('Remove receipt.png');
    expect(names(customer)).to.be.empty;
    await customer.attach(receipt);
    expect(names(customer)).to.deep.equal(['receipt.png']);
  });

  it('where one is required, Continue asks for it at the button', async () => {
    const topics = [{ id: 'a', label: 'A', attachments: { required: true, hint: 'A photo of the receipt' } }];
    const customer = await mount({ form: { topics } }).writeUpTo('details', { topic: ['A'] });
    expect(customer.text()).to.include('A photo of the receipt');
    await customer.describe(MARIA.description);
    await customer.continue();
    expect(customer.errors()).to.deep.equal(['Attach a file']);
    await customer.follow('Attach a file');
    expect(customer.focusedName()).to.equal('Choose files');
    await customer.attach(file('a.png'));
    await customer.continue();
    expect(customer.heading()).to.equal('Check your answers');
  });

  it('names keep nothing that is not seen, and are cut in the middle', async () => {
    const customer = await mount().writeUpTo('details');
    await customer.attach(file('\u202egnp.exe.png'), file(`${'n'.repeat(300)}.png`));
    const [lying, long] = names(customer);
    expect(lying).to.equal('gnp.exe.png');
    expect([...long!]).to.have.length.at.most(200);
    expect(long).to.match(/\.png$/);
  });

  it('a drop beside the drop zone does not take the customer away from the page', async () => {
    const customer = await mount().writeUpTo('details');
    const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [file('a.png')], types: ['Files'] } });
    (await customer.find('textbox', 'Describe the problem')).dispatchEvent(event);
    expect(event.defaultPrevented).to.be.true;
  });

  it('a paste of text stays text', async () => {
    const customer = await mount().writeUpTo('details');
    const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: new DataTransfer() });
    (await customer.find('textbox', 'Describe the problem')).dispatchEvent(event);
    expect(event.defaultPrevented).to.be.false;
  });
});
