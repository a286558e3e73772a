import '../../src/define.js';
// Nothing waits for the form's code: on a busy machine its many files take longer than any test should.
import '../../src/panel.js';
import '../../src/advice.js';
import type { HelpTicketWidget } from '../../src/index.js';
import { createRecords } from '../../src/services/records.js';
import { isExposed, nameOf, roleOf, textOf } from './accessible-tree.js';
import { sampleForm } from './sample-form.js';
import { until } from './until.js';
import { type Language, type VisibleNames, visibleNames } from './visible-names.js';

type Name = string | RegExp;

/** What Maria writes, unless a test says otherwise. */
export const MARIA = {
  country: 'BR',
  email: 'maria@example.com',
  name: 'Maria Souza',
  phone: '',
  topic: ['Account access'],
  description: 'I cannot log in since Monday.',
};
export type Written = typeof MARIA;

export type StepName = 'country' | 'contact' | 'topic' | 'details' | 'review';

type Property = 'accent' | 'customer' | 'form' | 'messages' | 'pageInfo' | 'theme' | 'transport';

export interface MountOptions extends Partial<Pick<HelpTicketWidget, Property>> {
  lang?: Language;
  /** What the widget says in another language than those whose names are fixed. */
  names?: VisibleNames;
  /** Attributes, as the page's author writes them; null leaves a default one out. */
  attributes?: Record<string, string | null>;
  /** What stands in the element. */
  content?: (Node | string)[];
  parent?: Element;
}

export const ENDPOINT = 'https://support.example/tickets';
export const FALLBACK = 'mailto:help@example.com';

const mounted = new Set<HelpTicketWidget>();
let sabotage: ((customer: WidgetDriver) => void) | undefined;

/** Every widget from now on is broken in this way; without one, none is any more. */
export function breakWidgets(how?: (customer: WidgetDriver) => void): void {
  sabotage = how;
}

/** Puts a widget on the page, with an endpoint, a fallback and the sample form unless told otherwise. */
export function mount({
  lang = 'en',
  names = visibleNames[lang],
  attributes = {},
  content = [],
  parent = document.body,
  ...properties
}: MountOptions = {}): WidgetDriver {
  const element = parent.ownerDocument.createElement('help-ticket-widget');
  const all = { lang, endpoint: ENDPOINT, 'fallback-url': FALLBACK, ...attributes };
  for (const [name, value] of Object.entries(all)) if (value !== null) element.setAttribute(name, value);
  Object.assign(element, { form: sampleForm, ...properties });
  element.append(...content);
  parent.append(element);
  return drive(element, names);
}

/** Drives a widget that is on the page, and takes it away after the test. */
export function drive(element: HelpTicketWidget, names = visibleNames.en): WidgetDriver {
  mounted.add(element);
  const driver = new WidgetDriver(element, names);
  sabotage?.(driver);
  return driver;
}

/** The page as it was before the first test: no widgets, nothing stored, no fragment. */
export async function cleanUp(): Promise<void> {
  for (const element of mounted) {
    // Closed first: what closing saves must not come after the storage was cleared.
    element.close();
    await element.updateComplete;
    element.remove();
  }
  mounted.clear();
  localStorage.clear();
  sessionStorage.clear();
  await deleteDatabase();
  // There again, and empty: a widget that has gone may still open it, and WebKitGTK 2.50 keeps a database from all others if a page was
  // making it when it was left.
  await createRecords('files', () => indexedDB).names();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

// Tests may take it away.
const { indexedDB } = globalThis;

function deleteDatabase(): Promise<void> {
  return new Promise((resolve) => {
    const deletion = indexedDB.deleteDatabase('help-ticket-widget');
    deletion.onsuccess = deletion.onerror = deletion.onblocked = () => resolve();
  });
}

/** As a reload does it: everything goes but what is stored, then the page's element is there again. */
export function reload(driver: WidgetDriver, options: MountOptions = {}): WidgetDriver {
  leave(driver);
  return mount(options);
}

/** The page ends. Not for tests with a help desk: msw, too, stops for good at `pagehide`. */
export function leave({ element }: WidgetDriver): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  element.remove();
}

/** A customer in front of one widget, in this document or in a frame's: finds what is there by role and name, and acts. */
export class WidgetDriver {
  readonly element: HelpTicketWidget;
  readonly names: VisibleNames;

  constructor(element: HelpTicketWidget, names: VisibleNames) {
    this.element = element;
    this.names = names;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  // What is there

  /** Everything with a role that assistive technology meets, in the order of the tree. */
  all(role: string, name?: Name, within: ParentNode = this.root): HTMLElement[] {
    const elements = [...within.querySelectorAll<HTMLElement>('*')];
    return elements.filter(
      (each) => roleOf(each) === role && isExposed(each) && (name === undefined || matches(nameOf(each), name)),
    );
  }

  query(role: string, name?: Name, within?: ParentNode): HTMLElement | undefined {
    return this.all(role, name, within)[0];
  }

  /** Waits until there is one. */
  find<T extends HTMLElement = HTMLElement>(role: string, name?: Name, within?: ParentNode): Promise<T> {
    return until(
      () => this.query(role, name, within) as T | undefined,
      () => `a ${role} named ${String(name)}; there are: ${this.all(role).map(nameOf).join(' | ')}`,
    );
  }

  get panel(): HTMLElement | undefined {
    return this.query('dialog') ?? this.query('region', this.names.panel);
  }

  get launcher(): HTMLButtonElement | undefined {
    const inPanel = this.panel;
    return this.all('button').find((button) => !inPanel?.contains(button)) as HTMLButtonElement | undefined;
  }

  /** The step's or the ending's heading; an error summary before it has one of its own. */
  heading(): string {
    const heading = this.all('heading').find(({ part }) => part.contains('heading'));
    return heading ? nameOf(heading) : '';
  }

  /** All that the panel says. */
  text(): string {
    return this.panel ? textOf(this.panel) : '';
  }

  status(): string {
    return this.panel ? this.all('status', undefined, this.panel).map(textOf).join(' ') : '';
  }

  /** What stands in a text field or a list of choices. */
  async valueOf(label: Name): Promise<string> {
    const field = await until(
      () => this.query('textbox', label) ?? this.query('combobox', label),
      `a field named ${String(label)}`,
    );
    return (field as HTMLInputElement).value;
  }

  /** Whether a topic, or another radio, is the one chosen. */
  async isChosen(name: string): Promise<boolean> {
    const choice = await until(() => this.#choiceNamed(name), `a choice named ${name}`);
    return (choice as HTMLInputElement).checked;
  }

  /** The texts of the error summary's links. */
  errors(): string[] {
    const summary = this.summary();
    return summary ? this.all('link', undefined, summary).map(nameOf) : [];
  }

  summary(): HTMLElement | undefined {
    return this.query('group', this.names.errors);
  }

  /** What has the focus: in the panel, or else on the page. */
  focused(): Element | null {
    return this.root.activeElement ?? this.element.ownerDocument.activeElement;
  }

  /** A question and no comparison of elements: assertions that show two of them side by side take for ever. */
  hasFocus(element: Element | undefined): boolean {
    return element !== undefined && this.focused() === element;
  }

  focusedName(): string {
    const element = this.focused();
    return element ? nameOf(element) : '';
  }

  /** Terms and values on review, in order. */
  rows(): Record<string, string> {
    const terms = [...this.root.querySelectorAll('dt')].filter(isExposed);
    return Object.fromEntries(terms.map((term) => [textOf(term), textOf(term.nextElementSibling!)]));
  }

  // What the customer does

  async open(): Promise<this> {
    const launcher = await this.launched();
    launcher.focus();
    launcher.click();
    return this.opened();
  }

  launched(): Promise<HTMLButtonElement> {
    const { element, root } = this;
    return until(
      () => this.launcher,
      () => {
        const page = element.ownerDocument.defaultView ? 'its page' : 'a page that is gone';
        return `a launcher; there is ${root.innerHTML}, ${element.isConnected ? 'on' : 'taken from'} ${page}`;
      },
    );
  }

  async opened(): Promise<this> {
    await until(() => this.panel && this.heading(), 'an open panel');
    await this.settled();
    return this;
  }

  async closed(): Promise<this> {
    await until(() => !this.query('dialog'), 'a closed panel');
    // The dialog's own `close` event comes a task later.
    await new Promise((resolve) => setTimeout(resolve));
    return this;
  }

  async chooseCountry(code: string): Promise<void> {
    const select = await this.find<HTMLSelectElement>('combobox', this.names.country);
    await until(() => [...select.options].some(({ value }) => value === code), `the country ${code}`);
    await this.#choose(select, code);
  }

  async enterContact({ email, name, phone }: Partial<Pick<Written, 'email' | 'name' | 'phone'>>): Promise<void> {
    if (email !== undefined) await this.enter(this.names.email, email);
    if (name !== undefined) await this.enter(this.names.name, name);
    if (phone) await this.enter(this.names.phone, phone);
  }

  /** One name for each level of the tree. */
  async chooseTopic(...names: string[]): Promise<void> {
    for (const name of names) {
      const choice = await until(() => this.#choiceNamed(name), `a topic named ${name}`);
      if (choice.localName === 'option')
        await this.#choose(choice.closest('select')!, (choice as HTMLOptionElement).value);
      else await this.#click(choice);
    }
  }

  async describe(text: string): Promise<void> {
    await this.enter(this.names.description, text);
  }

  /** Any text field, by its label. */
  async enter(label: Name, text: string): Promise<void> {
    const field = await until(
      () => (this.query('textbox', label) ?? this.query('date', label)) as HTMLInputElement | undefined,
      `a field named ${String(label)}`,
    );
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settled();
  }

  async tick(label: Name): Promise<void> {
    await this.#click(await this.find('checkbox', label));
  }

  /** As if the files had been picked in the browser's own window, which no test can reach. */
  async attach(...files: File[]): Promise<void> {
    await this.find('button', this.names.chooseFiles);
    const picker = this.root.querySelector<HTMLInputElement>('input[type=file]')!;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    picker.files = transfer.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  async press(name: Name): Promise<void> {
    await this.#click(await this.find('button', name));
  }

  async follow(name: Name): Promise<void> {
    await this.#click(await this.find('link', name));
  }

  continue(): Promise<void> {
    return this.press(this.names.continue);
  }

  back(): Promise<void> {
    return this.press(this.names.back);
  }

  /** From review to one answer. */
  change(label: string): Promise<void> {
    return this.follow(`${this.names.change} ${label}`);
  }

  send(): Promise<void> {
    return this.press(this.names.send);
  }

  async close(): Promise<void> {
    const panel = this.panel!;
    const closed = new Promise((resolve) => panel.addEventListener('close', resolve, { once: true }));
    await this.press(this.names.close);
    await closed;
  }

  /** Opens if need be, and writes a ticket from the step that shows up to the one that is wanted. */
  async writeUpTo(step: StepName, changes: Partial<Written> = {}): Promise<this> {
    const { country, email, name, phone, topic, description } = { ...MARIA, ...changes };
    const write: Record<StepName, () => Promise<void>> = {
      country: () => this.chooseCountry(country),
      contact: () => this.enterContact({ email, name, phone }),
      topic: () => this.chooseTopic(...topic),
      details: () => this.describe(description),
      review: () => Promise.resolve(),
    };
    if (!this.panel) await this.open();
    for (let here = this.step(); here !== step; here = this.step()) {
      await write[here]();
      await this.continue();
      if (this.step() === here) throw new Error(`Stuck on ${here}: ${this.errors().join(', ')}`);
    }
    return this;
  }

  /** Writes a ticket and sends it; what comes of it shows in the heading. */
  async sendTicket(changes: Partial<Written> = {}): Promise<this> {
    await this.writeUpTo('review', changes);
    await this.send();
    return this;
  }

  /** The step that shows, told by its controls. */
  step(): StepName {
    const { country, email, topic, description, review } = this.names;
    if (this.heading() === review) return 'review';
    if (this.query('textbox', description)) return 'details';
    if (this.query('combobox', country)) return 'country';
    if (this.query('textbox', email)) return 'contact';
    if (this.query('group', topic) ?? this.query('combobox', topic)) return 'topic';
    throw new Error(`No step, but: ${this.heading()}`);
  }

  async headed(heading: Name): Promise<void> {
    await until(
      () => matches(this.heading(), heading),
      () => `the heading ${String(heading)}; it is ${this.heading()}: ${this.text()}`,
    );
    await this.settled();
  }

  /** Until everything asked for is on the screen, and files that were chosen are ready. */
  async settled(): Promise<void> {
    await this.#updated();
    const isBusy = () => this.root.querySelector('[role=group][aria-busy]');
    if (!isBusy()) return;
    await until(() => !isBusy(), 'files that are ready');
    await this.#updated();
  }

  async #updated(): Promise<void> {
    // What an update asks for while it runs is another update.
    for (let updates = 0; !(await this.element.updateComplete); updates += 1) {
      if (updates > 50) throw new Error('The widget updates without end.');
    }
  }

  async #choose(select: HTMLSelectElement, value: string): Promise<void> {
    select.focus();
    select.value = value;
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  async #click(element: HTMLElement): Promise<void> {
    element.focus();
    element.click();
    await this.settled();
  }

  /** A radio or an option; its hint may be part of its name. */
  #choiceNamed(name: string): HTMLElement | undefined {
    const choices = [...this.all('radio'), ...[...this.root.querySelectorAll('option')].filter(({ value }) => value)];
    return choices.find((each) => nameOf(each) === name) ?? choices.find((each) => nameOf(each).startsWith(`${name} `));
  }
}

function matches(text: string, wanted: Name): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}
