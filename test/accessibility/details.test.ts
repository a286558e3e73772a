/** Rows of the acceptance list, by number: the description and the files. */
import { expect } from '@open-wc/testing';
import { en } from '../../src/locales/en.js';
import { descriptionOf, nameOf, textOf } from '../support/accessible-tree.js';
import { press, type } from '../support/keyboard.js';
import { sampleForm } from '../support/sample-form.js';
import { tabStops } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, mount, type WidgetDriver } from '../support/widget-driver.js';
import { row } from './row.js';
import { always, at, deafTo, mute, wear, without } from './sabotage.js';

const png = (name: string, size = 2048) => new File([new Uint8Array(size)], name, { type: 'image/png' });

/** Every text that the status region has had from now on, in order. */
function listen(customer: WidgetDriver): string[] {
  const said: string[] = [];
  const region = customer.all('status')[0]!;
  new MutationObserver(() => {
    const text = textOf(region);
    if (text && text !== said.at(-1)) said.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

describe('accessibility: description and files', () => {
  afterEach(cleanUp);

  describe('row 23: the count of characters', () => {
    row(
      'is said once the customer pauses, not with every key',
      async () => {
        const customer = await mount().writeUpTo('details');
        const said = listen(customer);
        for (let length = 1; length <= 30; length += 1) await customer.describe('x'.repeat(length));
        expect(said, 'while typing').to.be.empty;
        await until(() => said.length, 'the announcement');
        expect(said).to.have.length(1);
        expect(said[0]).to.match(/4,970 characters left/);
      },
      [at('input', ({ root }) => root.querySelector('[role=status]')!.append('x')), /while typing/],
    );

    row(
      'is part of the field’s description',
      async () => {
        const customer = await mount().writeUpTo('details');
        await customer.describe('12345');
        expect(descriptionOf(await customer.find('textbox', 'Describe the problem'))).to.include(
          '4,995 characters left',
        );
      },
      [without('textarea', 'aria-describedby'), /4,995 characters left/],
    );

    row(
      'over the limit can still be edited, and Continue says what is too much',
      async () => {
        const customer = await mount({ form: { ...sampleForm, description: { maxLength: 5 } } }).writeUpTo('details');
        const field = await customer.find<HTMLTextAreaElement>('textbox', 'Describe the problem');
        field.focus();
        await type('1234567');
        expect(field.value).to.equal('1234567');
        expect(customer.text()).to.include('2 characters too many');
        await customer.continue();
        expect(customer.errors()).to.have.length(1);
        expect(customer.errors()[0]).to.include('at most 5 characters');
        field.focus();
        await press('Backspace', 2);
        await customer.continue();
        expect(customer.heading()).to.equal('Check your answers');
      },
      [always('textarea', (field) => ((field as HTMLTextAreaElement).maxLength = 5)), /1234567/],
    );
  });

  describe('row 24: the button for files', () => {
    /** Stands in for the browser's own window, which no test can close. */
    function catchChooser(customer: WidgetDriver) {
      const opened: string[] = [];
      customer.root.querySelector('input[type=file]')!.addEventListener('click', (event) => {
        event.preventDefault();
        opened.push('chooser');
      });
      return opened;
    }

    for (const key of ['Enter', ' ']) {
      row(
        `is reached by Tab, and ${key === ' ' ? 'Space' : key} opens the chooser`,
        async () => {
          const customer = await mount().writeUpTo('details');
          const opened = catchChooser(customer);
          (await customer.find('textbox', 'Describe the problem')).focus();
          await press('Tab');
          expect(customer.focusedName()).to.equal('Choose files');
          await press(key);
          expect(opened).to.deep.equal(['chooser']);
        },
        [always('#attachments', (button) => (button.tabIndex = -1)), /Choose files/],
      );
    }

    row(
      'is the only stop of the drop zone, and described by the limits',
      async () => {
        const customer = await mount().writeUpTo('details');
        const button = await customer.find('button', 'Choose files');
        expect(descriptionOf(button)).to.match(/5 files/);
        const group = button.closest('[role=group], fieldset')!;
        expect(
          tabStops(customer)
            .filter((stop) => group.contains(stop))
            .map(nameOf),
        ).to.deep.equal(['Choose files']);
      },
      [always('.drop', (zone) => (zone.tabIndex = 0)), /Choose files/],
    );
  });

  describe('row 25: each file', () => {
    row(
      'has a name, a localized size and a button "Remove …"',
      async () => {
        for (const [lang, remove, size] of [
          ['en', 'Remove receipt.png', /1\.5\s?MB/],
          ['pt-BR', 'Remover receipt.png', /1,5\s?MB/],
          ['es-419', 'Quitar receipt.png', /1\.5\s?MB/],
        ] as const) {
          const customer = await mount({ lang }).writeUpTo('details', {
            topic: [{ en: 'Account access', 'pt-BR': 'Acesso à conta', 'es-419': 'Acceso a la cuenta' }[lang]],
          });
          await customer.attach(png('receipt.png', 1.5 * 1_048_576));
          const row = (await customer.find('button', remove)).closest('li')!;
          expect(textOf(row)).to.include('receipt.png').and.match(size);
          await cleanUp();
        }
      },
      [always('[id^=remove-]', (button) => (button.ariaLabel = 'Remove')), /named Remove receipt.png/],
    );

    row(
      'is announced when it comes and when it goes',
      async () => {
        const customer = await mount().writeUpTo('details');
        await customer.attach(png('one.png'), png('two.png'));
        await until(() => /one\.png.*two\.png/.test(customer.status()), 'both names');
        await customer.press('Remove one.png');
        await until(() => customer.status().includes('one.png removed'), 'its removal');
      },
      [mute, /both names/],
    );

    row(
      'takes the focus to the next one’s Remove, from the last to the button that adds',
      async () => {
        const customer = await mount().writeUpTo('details');
        await customer.attach(png('one.png'), png('two.png'), png('three.png'));
        (await customer.find('button', 'Remove two.png')).focus();
        await press('Enter');
        await until(() => customer.focusedName() === 'Remove three.png', 'the next one');
        await press('Enter');
        await until(() => !customer.query('button', 'Remove three.png'), 'it to go');
        expect(customer.focusedName()).to.equal('Choose files');
      },
      [always('#attachments', (button) => ((button as HTMLButtonElement).disabled = true)), /Choose files/],
    );
  });

  row(
    'row 26: what is wrong with a file names it and the rule, and is said; the other files stay',
    async () => {
      const customer = await mount().writeUpTo('details');
      await customer.attach(
        png('good.png'),
        new File([], 'empty.png', { type: 'image/png' }),
        new File(['MZ'], 'tool.exe'),
      );
      const group = (await customer.find('button', 'Choose files')).closest('[role=group], fieldset')!;
      expect(textOf(group))
        .to.match(/empty\.png is empty/)
        .and.match(/tool\.exe is of a kind/);
      expect(customer.query('button', 'Remove good.png')).to.exist;
      await until(
        () => /empty\.png/.test(customer.status()) && /tool\.exe/.test(customer.status()),
        'the status region to name both',
      );
    },
    [mute, /the status region to name both/],
    [wear('.field .error { display: none; }'), /empty\\\.png is empty/],
  );

  describe('row 27: another way than dragging', () => {
    row(
      'a pasted image becomes a file, with the same announcement',
      async () => {
        const customer = await mount().writeUpTo('details');
        // Clipboards of test browsers hold no images: the event is the one that a paste sends.
        const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: { files: [png('image.png')], types: ['Files'] } });
        (await customer.find('textbox', 'Describe the problem')).dispatchEvent(event);
        await customer.find('button', 'Remove image.png');
        await until(() => customer.status().includes('image.png added'), 'the announcement');
        expect(event.defaultPrevented).to.be.true;
      },
      [deafTo('paste'), /named Remove image.png/],
    );

    row(
      'dragging has the button beside it',
      async () => {
        const customer = await mount().writeUpTo('details');
        expect(nameOf(await customer.find('button', 'Choose files'))).to.equal('Choose files');
      },
      [wear('#attachments { display: none; }'), /named Choose files/],
    );
  });

  it('a secret is warned of beside the field and in the status region, and never blocks', async () => {
    const customer = await mount().writeUpTo('details');
    expect(customer.text()).to.include(en.secrets);
    let text = 'My card is 4111 1111 1111 1111';
    // Hints come after the panel's first picture: until then, the customer goes on typing.
    await until(async () => {
      await customer.describe((text += '.'));
      return customer.status() === en.secretFound;
    }, 'the announcement');
    expect(customer.text()).to.include(en.secretFound);
    await customer.continue();
    expect(customer.heading()).to.equal('Check your answers');
  });
});
