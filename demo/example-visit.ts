import type { FormDefinitionInput, HelpTicketWidget } from '../src/index.ts';
import { catalogues } from '../src/locales/catalogues.ts';
import { en, type MessageKey, type Messages } from '../src/locales/en.ts';
import { textIn } from '../src/ticket/topics.ts';
import { isPseudo, pseudoMessages, pseudoText, withPseudoTexts } from './pseudo-locale.ts';

/** All shipped languages, and the pseudo-locales. */
const CATALOGUES = new Map<string, Messages>([['en', en]]);
for (const tag of ['en-XA', 'ar-XB']) CATALOGUES.set(tag, pseudoMessages(en, tag));
for (const [tag, load] of Object.entries(catalogues)) CATALOGUES.set(tag, (await load()) as Messages);

/** What the customer of an example says. */
const CUSTOMERS = {
  en: {
    country: 'BR',
    email: 'maria@example.com',
    misspelled: 'maria@gmial.com',
    name: 'Maria da Silva',
    phone: '11 98765-4321',
    description:
      'I sent 250 USDT from my own wallet yesterday at 15:10. The network says that the transfer is confirmed, but my balance has not changed.',
    another: 'It is about a second deposit, of this morning.',
  },
  'pt-BR': {
    country: 'BR',
    email: 'maria@example.com',
    misspelled: 'maria@gmial.com',
    name: 'Maria da Silva',
    phone: '11 98765-4321',
    description:
      'Enviei 250 USDT da minha própria carteira ontem, às 15h10. A rede mostra a transferência como confirmada, mas meu saldo não mudou.',
    another: 'É sobre um segundo depósito, de hoje de manhã.',
  },
  'es-419': {
    country: 'MX',
    email: 'sofia@example.com',
    misspelled: 'sofia@gmial.com',
    name: 'Sofía Hernández',
    phone: '55 1234 5678',
    description:
      'Ayer a las 15:10 envié 250 USDT desde mi propia billetera. La red muestra la transferencia como confirmada, pero mi saldo no cambió.',
    another: 'Es sobre un segundo depósito, de esta mañana.',
  },
  'ar-XB': {
    country: 'BR',
    email: 'layla@example.com',
    misspelled: 'layla@gmial.com',
    name: 'ليلى حداد',
    phone: '11 98765-4321',
    description: 'أرسلت 250 USDT من محفظتي أمس في الساعة 15:10. تظهر الشبكة أن التحويل مؤكد، لكن رصيدي لم يتغير.',
    another: 'الأمر يتعلق بإيداع ثانٍ، صباح اليوم.',
  },
};

type Topic = NonNullable<FormDefinitionInput['topics'][number]>;
type Text = Topic['label'];

export interface VisitOptions {
  /** One of the shipped languages, or a pseudo-locale. */
  readonly locale: string;
  readonly form: FormDefinitionInput;
  /** Set before the element is on the page. */
  readonly properties?: Partial<HelpTicketWidget>;
  readonly content?: readonly Node[];
}

/** A customer in front of one widget, who knows it by what it says: labels, buttons, headings. */
export class Visit {
  readonly widget: HelpTicketWidget;
  readonly locale: string;
  readonly form: FormDefinitionInput;

  constructor({ locale, form, properties = {}, content = [] }: VisitOptions) {
    this.locale = locale;
    const isForeign = !form.languages?.includes(locale);
    const spoken = isForeign ? { ...form, languages: [locale, 'en'] } : form;
    this.form = isPseudo(locale) ? withPseudoTexts(spoken, locale) : spoken;
    this.widget = document.createElement('help-ticket-widget');
    this.widget.lang = locale;
    // The launcher's own label knows the shipped languages only.
    const pseudo = { label: pseudoText('Help', locale), messages: { [locale]: CATALOGUES.get(locale) ?? en } };
    Object.assign(
      this.widget,
      { endpoint: '/tickets', fallbackUrl: 'mailto:help@example.com', form: this.form },
      isPseudo(locale) && pseudo,
      properties,
    );
    this.widget.append(...content);
    document.body.append(this.widget);
  }

  get customer(): (typeof CUSTOMERS)['en'] {
    return Object.entries(CUSTOMERS).find(([tag]) => tag === this.locale)?.[1] ?? CUSTOMERS.en;
  }

  get #root(): ShadowRoot {
    return this.widget.renderRoot as ShadowRoot;
  }

  /** A text of the widget that has no plural forms. */
  text(key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
    const message = (CATALOGUES.get(this.locale) ?? en)[key];
    const text = typeof message === 'string' ? message : message.other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }

  optional(label: string): string {
    return this.text('optional', { label });
  }

  /** Whatever the form says, in this visit's language. */
  words(text: Text): string {
    if (typeof text === 'string') return text;
    return textIn(text, this.locale, this.form.languages);
  }

  /** Presses the launcher and waits for the panel. */
  async open(): Promise<void> {
    await this.widget.updateComplete;
    this.#root.querySelector<HTMLElement>('[part~=launcher]')?.click();
    await this.opened();
  }

  async opened(): Promise<void> {
    await this.find('h2', () => true);
  }

  async press(key: MessageKey): Promise<void> {
    (await this.button(key)).click();
    await this.settled();
  }

  /** Waits for a button. */
  button(key: MessageKey): Promise<HTMLElement> {
    return this.find('button', (each) => nameOf(each) === this.text(key));
  }

  /** Types into a text field, or chooses in a select by value. */
  async fill(label: string, value: string): Promise<void> {
    const control = await this.#control(label);
    await until(
      () => !(control instanceof HTMLSelectElement) || [...control.options].some((each) => each.value === value),
    );
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.blur();
    await this.settled();
  }

  /** A radio or a checkbox. */
  async choose(label: string): Promise<void> {
    const found = await this.find('label', (each) => ownText(each) === label);
    found.querySelector('input')?.click();
    await this.settled();
  }

  async attach(...files: readonly File[]): Promise<void> {
    const picker = (await this.find('input[type=file]', () => true)) as HTMLInputElement;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    picker.files = transfer.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  /** Waits for a heading, of a step, an ending, a summary or a failure. */
  async heading(key: MessageKey): Promise<void> {
    await this.find('h2, h3', (each) => nameOf(each) === this.text(key));
  }

  async find(selector: string, isIt: (element: HTMLElement) => boolean): Promise<HTMLElement> {
    return until(() => [...this.#root.querySelectorAll<HTMLElement>(selector)].find(isIt), selector);
  }

  /** A topic by its path of ids: one choice for each level. */
  async chooseTopic(...path: readonly string[]): Promise<void> {
    let topics: readonly Topic[] = this.form.topics;
    for (const id of path) {
      const topic = topics.find((each) => each.id === id);
      if (!topic) throw new Error(`The form has no topic ${path.join('/')}.`);
      await this.choose(this.words(topic.label));
      topics = topic.topics ?? [];
    }
  }

  /** Answers to fields of the form's own, by id: a text, the value of a choice, or true to tick. */
  async answer(answers: Readonly<Record<string, string | true>>): Promise<void> {
    for (const [id, value] of Object.entries(answers)) {
      const { kind, label, required, options = [] } = this.#field(id);
      const words = this.words(label);
      const chosen = options.find((option) => option.value === value);
      if (value === true) await this.choose(words);
      else if (kind === 'radio' && chosen) await this.choose(this.words(chosen.label));
      else await this.fill(required ? words : this.optional(words), value);
    }
  }

  async settled(): Promise<void> {
    // What an update asks for while it runs is another update.
    while (!(await this.widget.updateComplete));
  }

  /** The field with this id whose label is on the screen. */
  #field(id: string) {
    const shown = [...this.#root.querySelectorAll<HTMLElement>('label, legend')].map(ownText);
    const field = fieldsIn(this.form.topics).find((each) => {
      const words = this.words(each.label);
      return each.id === id && (shown.includes(words) || shown.includes(this.optional(words)));
    });
    if (!field) throw new Error(`No field ${id} on the screen.`);
    return field;
  }

  async #control(label: string): Promise<HTMLInputElement | HTMLSelectElement> {
    const found = (await this.find('label', (each) => ownText(each) === label)) as HTMLLabelElement;
    return (await this.find('input, select, textarea', ({ id }) => id === found.htmlFor)) as HTMLInputElement;
  }
}

function fieldsIn(topics: readonly Topic[]): NonNullable<Topic['fields']> {
  return topics.flatMap(({ fields = [], topics: below = [] }) => [...fields, ...fieldsIn(below)]);
}

const nameOf = (element: HTMLElement) => (element.ariaLabel ?? element.textContent).trim();

/** A label without the hint in it. */
function ownText(label: HTMLElement): string {
  const hint = label.querySelector('small')?.textContent ?? '';
  return label.textContent.replace(hint, '').trim();
}

/** Waits for something; after 8 seconds it says what for. */
export async function until<T>(find: () => T | undefined | false | null, what = 'the example'): Promise<T> {
  const end = performance.now() + 8000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
