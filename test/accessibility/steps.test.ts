/** Rows of the acceptance list, by number. */
import { expect } from '@open-wc/testing';
import { descriptionOf, nameOf, textOf } from '../support/accessible-tree.js';
import { press, type } from '../support/keyboard.js';
import { sampleForm } from '../support/sample-form.js';
import { tabStops, throughSteps } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, mount } from '../support/widget-driver.js';
import { row } from './row.js';
import { always, at, deafTo, mute, numb, wear, without } from './sabotage.js';

const CONTROLS = ['textbox', 'combobox', 'radio', 'checkbox', 'date'];

describe('accessibility: steps and fields', () => {
  afterEach(cleanUp);

  row(
    'row 10: every step has one heading of level 2, of its own, with the focus; the document’s title stays',
    async () => {
      const { title } = document;
      const headings: string[] = [];
      await throughSteps((customer) => {
        const twos = customer.all('heading').filter(({ tagName }) => tagName === 'H2');
        expect(twos).to.have.length(1);
        expect(customer.hasFocus(twos[0]), 'the focus').to.be.true;
        headings.push(customer.heading());
      });
      expect(new Set(headings).size).to.equal(5);
      expect(document.title).to.equal(title);
    },
    [numb, /the focus/],
  );

  row(
    'row 11: "Step n of m" is text, and read with the heading',
    async () => {
      let step = 0;
      await throughSteps((customer) => {
        step += 1;
        const heading = customer.all('heading').find(({ tagName }) => tagName === 'H2')!;
        expect(`${nameOf(heading)} ${descriptionOf(heading)}`).to.include(`Step ${step} of 5`);
        expect(customer.text()).to.include(`Step ${step} of 5`);
      });
    },
    [wear('.progress { display: none; }'), /Step 1 of 5/],
  );

  row(
    'row 13: choosing a country alone changes neither step nor focus',
    async () => {
      const customer = await mount().open();
      const select = await customer.find('combobox', 'Country of residence');
      await customer.chooseCountry('BR');
      expect(customer.step()).to.equal('country');
      expect(customer.hasFocus(select)).to.be.true;
    },
    [at('change', ({ panel }) => panel!.querySelector('h2')!.focus()), /false to be true/],
  );

  row(
    'row 13: choosing a topic alone changes neither step nor focus, however deep it goes',
    async () => {
      const customer = await mount().writeUpTo('topic');
      for (const name of ['Account access', 'Deposits', 'Pix']) {
        await customer.chooseTopic(name);
        expect(customer.step()).to.equal('topic');
        expect(customer.focusedName()).to.match(new RegExp(`^${name}`));
      }
    },
    [at('change', ({ panel }) => panel!.querySelector('h2')!.focus()), /Account access/],
  );

  row(
    'row 14: Continue with nothing: the error summary has the focus, as many links as errors, the same texts as at the fields',
    async () => {
      for (const step of ['country', 'contact', 'topic', 'details'] as const) {
        const customer = await mount().writeUpTo(step);
        await customer.continue();
        await until(() => customer.summary(), 'the error summary');
        expect(customer.hasFocus(customer.summary()), step).to.be.true;
        expect(customer.query('heading', 'There is a problem')).to.exist;
        const invalid = CONTROLS.flatMap((role) => customer.all(role)).filter(
          ({ ariaInvalid }) => ariaInvalid === 'true',
        );
        const groups = new Set(invalid.map((control) => (control as HTMLInputElement).name || control.id));
        expect(customer.errors(), step).to.have.length(step === 'contact' ? 2 : 1);
        expect(groups.size, step).to.equal(customer.errors().length);
        for (const error of customer.errors()) {
          const fields = [...invalid, ...customer.all('group').filter((group) => group !== customer.summary())];
          expect(
            fields.some((field) => descriptionOf(field).includes(error)),
            `${step}: ${error}`,
          ).to.be.true;
        }
        await cleanUp();
      }
    },
    [without('.error', 'id'), /country: /],
  );

  row(
    'row 15: a link of the summary moves the focus to its field and scrolls its label into view; the address stays',
    async () => {
      const { href } = location;
      const customer = await mount().writeUpTo('contact');
      await customer.continue();
      const link = await customer.find('link', 'Enter your full name');
      link.focus();
      await press('Enter');
      const field = await customer.find<HTMLInputElement>('textbox', 'Full name');
      await until(() => customer.focused() === field, 'the focus on the field');
      const panel = customer.panel!.getBoundingClientRect();
      for (const element of [field, field.labels![0]!]) {
        const { top, bottom } = element.getBoundingClientRect();
        expect(top).to.be.at.least(panel.top);
        expect(bottom).to.be.at.most(panel.bottom);
        const { left } = element.getBoundingClientRect();
        const hit = customer.root.elementFromPoint(left + 2, (top + bottom) / 2);
        expect(element.contains(hit), 'nothing lies over it').to.be.true;
      }
      expect(location.href).to.equal(href);
    },
    [deafTo('click', '.summary a'), /the focus on the field/],
  );

  row(
    'row 15: works in a small window too',
    async () => {
      // The panel’s own height stands in for the window’s, which one of the engines cannot change.
      const customer = await mount().writeUpTo('topic');
      await customer.chooseTopic('Deposits', 'Pix');
      customer.panel!.style.height = '300px';
      await customer.continue();
      await customer.follow(/Amount/);
      const field = await customer.find<HTMLInputElement>('textbox', 'Amount');
      const { top, bottom, left } = field.labels![0]!.getBoundingClientRect();
      expect(customer.hasFocus(field)).to.be.true;
      expect(
        field.labels![0]!.contains(customer.root.elementFromPoint(left + 2, (top + bottom) / 2)),
        'the label is in view',
      ).to.be.true;
    },
    [wear('.header { position: fixed; z-index: 1; inset: 0; }'), /the label is in view/],
  );

  row(
    'row 16: a wrong field is invalid, described by its error with a hidden "Error:", and keeps its value',
    async () => {
      const customer = await mount().writeUpTo('contact');
      await customer.enterContact({ email: 'maria(at)example', name: 'Maria' });
      await customer.continue();
      const email = await customer.find<HTMLInputElement>('textbox', 'Email');
      expect(email.getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(email)).to.include('Error: Enter your email address');
      expect(email.value).to.equal('maria(at)example');
      expect((await customer.find('textbox', 'Full name')).getAttribute('aria-invalid')).to.equal(null);
    },
    [without('[aria-invalid]', 'aria-invalid'), /null to equal 'true'/],
  );

  row(
    'row 17: once it is right and left, the error goes, and the focus is where the customer took it',
    async () => {
      const customer = await mount().writeUpTo('contact');
      await customer.continue();
      const email = await customer.find('textbox', 'Email');
      email.focus();
      await type('m@example.com');
      expect(email.getAttribute('aria-invalid'), 'not while typing').to.equal('true');
      await press('Tab');
      await until(() => email.getAttribute('aria-invalid') !== 'true', 'the error to go');
      expect(descriptionOf(email)).not.to.include('Error');
      expect(customer.focusedName()).to.equal('Full name');
      expect(customer.errors()).to.deep.equal(['Enter your full name']);
    },
    [deafTo('change', '[type=email]'), /the error to go/],
  );

  row(
    'row 17: nothing is wrong before Continue',
    async () => {
      const customer = await mount().writeUpTo('contact');
      (await customer.find('textbox', 'Email')).focus();
      await type('x');
      await press('Tab', 2);
      await customer.settled();
      expect(customer.errors()).to.be.empty;
      expect(customer.all('textbox').some(({ ariaInvalid }) => ariaInvalid === 'true')).to.be.false;
    },
    [always('input', (input) => (input.ariaInvalid = 'true')), /true to be false/],
  );

  row(
    'row 18: the browser’s own validation has no part in it',
    async () => {
      const customer = await throughSteps(({ root }) => {
        expect(root.querySelector('form')!.noValidate).to.be.true;
        expect(root.querySelectorAll('[required], [pattern]')).to.have.length(0);
      });
      const rules = customer.root.adoptedStyleSheets
        .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
        .join();
      expect(rules).not.to.match(/:user-invalid|:invalid/);
    },
    [without('form', 'novalidate'), /false to be true/],
  );

  row(
    'row 19: autofill and on-screen keyboards are told what each field is',
    async () => {
      const customer = await mount().open();
      const country = await customer.find('combobox', 'Country of residence');
      expect(country.getAttribute('autocomplete')).to.equal('country');
      await customer.writeUpTo('contact');
      const of = async (name: string) => (await customer.find<HTMLInputElement>('textbox', name)).attributes;
      const attributes = async (name: string) =>
        Object.fromEntries([...(await of(name))].map((each) => [each.name, each.value]));
      expect(await attributes('Email')).to.include({
        type: 'email',
        autocomplete: 'email',
        spellcheck: 'false',
        autocapitalize: 'none',
      });
      expect(await attributes('Full name')).to.include({ type: 'text', autocomplete: 'name', spellcheck: 'false' });
      expect(await attributes('Phone (optional)')).to.include({ type: 'tel', autocomplete: 'tel' });
    },
    [without('[autocomplete]', 'autocomplete'), /null to equal 'country'/],
  );

  row(
    'row 20: every control has a label that is seen, and its name begins with it',
    async () => {
      await throughSteps(async (customer, step) => {
        if (step === 'topic') await customer.chooseTopic('Deposits', 'Pix');
        for (const role of CONTROLS) {
          for (const control of customer.all(role)) {
            const labels = [...((control as HTMLInputElement).labels ?? [])];
            const by = control.getAttribute('aria-labelledby');
            if (by) labels.push(customer.root.getElementById(by) as HTMLLabelElement);
            const seen = labels.filter((label) => label.checkVisibility() && label.getBoundingClientRect().width > 1);
            expect(seen, `${step}: ${nameOf(control)}`).not.to.be.empty;
            expect(nameOf(control).startsWith(textOf(seen[0]!).slice(0, 10)), nameOf(control)).to.be.true;
          }
        }
        if (step === 'topic') await customer.chooseTopic('Account access');
      });
    },
    [wear('[part=label] { position: absolute; width: 1px; height: 1px; overflow: hidden; }'), /not to be empty/],
  );

  row(
    'row 21: optional fields say so in their label, and nothing has an asterisk',
    async () => {
      const customer = await throughSteps((each) => expect(each.text()).not.to.include('*'));
      await cleanUp();
      const fields = [{ id: 'f', kind: 'text', label: 'Order number' } as const];
      const other = await mount({ form: { ...sampleForm, topics: [{ id: 'a', label: 'A', fields }] } }).writeUpTo(
        'topic',
      );
      await other.chooseTopic('A');
      await other.find('textbox', 'Order number (optional)');
      expect(customer.names.phone).to.match(/\(optional\)$/);
    },
    [always('.progress', (text) => text.textContent.includes('*') || text.append('*')), /to not include '\*'/],
  );

  describe('row 22: topics', () => {
    row(
      'are radios in a group with a name; arrow keys move, Tab leaves',
      async () => {
        const customer = await mount().writeUpTo('topic');
        const group = await customer.find('group', 'What is your ticket about?');
        const radios = customer.all('radio', undefined, group) as HTMLInputElement[];
        expect(radios.length).to.equal(4);
        await press('Tab');
        await until(() => radios.includes(customer.focused() as HTMLInputElement), 'the focus on a radio');
        await press(' ');
        expect(radios[0]!.checked).to.be.true;
        await press('ArrowDown');
        await until(() => radios[1]!.checked, 'the next one chosen');
        expect(customer.hasFocus(radios[1])).to.be.true;
        // The second one has a branch, whose radios are the next stop; beyond them nothing of the group is.
        await press('Tab');
        expect(radios.some((radio) => customer.hasFocus(radio))).to.be.false;
      },
      [
        always('[type=radio]', (radio, index) => ((radio as HTMLInputElement).name = `r${index}`)),
        /the next one chosen/,
      ],
    );

    row(
      'that show more choices say so in the status region, and leave the focus alone',
      async () => {
        const customer = await mount().writeUpTo('topic');
        await customer.chooseTopic('Security');
        await until(() => customer.status().includes('Security'), 'the announcement');
        expect(customer.focusedName()).to.match(/^Security/);
        await customer.find('group', /Security/);
        await customer.chooseTopic('Codes');
        await until(() => customer.status().includes('Codes'), 'the announcement');
      },
      [mute, /the announcement/],
    );
  });

  it('Enter in a text field continues, as forms do', async () => {
    const customer = await mount().writeUpTo('contact');
    await customer.enterContact({ email: 'maria@example.com', name: 'Maria' });
    (await customer.find('textbox', 'Full name')).focus();
    await press('Enter');
    await until(() => customer.step() === 'topic', 'the next step');
  });

  it('a suggestion for a mistyped address never blocks', async () => {
    const customer = await mount().writeUpTo('contact');
    await customer.enterContact({ email: 'maria@gmial.com', name: 'Maria' });
    await customer.press('Did you mean maria@gmail.com?');
    expect(await customer.valueOf('Email')).to.equal('maria@gmail.com');
    await customer.enterContact({ email: 'maria@gmial.com' });
    await customer.continue();
    expect(customer.step()).to.equal('topic');
  });

  it('a whole ticket can be written and sent with the keyboard alone', async function () {
    this.timeout(20_000);
    const customer = mount({
      transport: () =>
        Promise.resolve({ kind: 'accepted', receipt: { id: 'HT-KEYS01', createdAt: new Date().toISOString() } }),
    });
    const launcher = await customer.launched();
    launcher.focus();
    await press('Enter');
    await customer.opened();
    const tabTo = async (name: RegExp) => {
      for (let time = 0; time < 20 && !name.test(customer.focusedName()); time += 1) await press('Tab');
      expect(customer.focusedName()).to.match(name);
    };
    await tabTo(/^Country of residence/);
    await until(() => (customer.query('combobox') as HTMLSelectElement).options.length > 100, 'the countries');
    await type('Bra');
    await until(() => (customer.query('combobox') as HTMLSelectElement).value === 'BR', 'Brazil');
    // Some engines open the picker to choose; Enter takes the choice and the next one is for the form.
    await tabTo(/^Continue/);
    await press('Enter');
    await until(() => customer.step() === 'contact', 'the contact step');
    await tabTo(/^Email/);
    await type('m@example.com');
    await press('Tab');
    await tabTo(/^Full name/);
    await type('Maria');
    await press('Enter');
    await until(() => customer.step() === 'topic', 'the topic step');
    await press('Tab');
    await press(' ');
    await press('ArrowDown', 3);
    expect(customer.focusedName()).to.match(/^Card/);
    await tabTo(/^Continue/);
    await press('Enter');
    await until(() => customer.step() === 'details', 'the details step');
    await tabTo(/^Describe the problem/);
    await type('Lost it.');
    await tabTo(/^Continue/);
    await press(' ');
    await customer.headed('Check your answers');
    expect(tabStops(customer).length).to.be.greaterThan(5);
    await tabTo(/^Send ticket/);
    await press('Enter');
    await customer.headed('Ticket created');
    expect(customer.focusedName()).to.equal('Ticket created');
  });
});
