/** What the page, the server and the customer do on the way to an example. */
import type { Customer, FormDefinitionInput, HelpTicketWidget, Outcome, Transport } from '../src/index.ts';
import { until, Visit } from './example-visit.ts';

/** Where an example is shown. */
export interface Scene {
  /** One of the shipped languages, or a pseudo-locale. */
  readonly locale: string;
  /** demo/form.json: the examples know its topics. */
  readonly form: FormDefinitionInput;
}

export const HOUR = 3_600_000;

// What the page does

export function start(
  { locale, form }: Scene,
  properties: Partial<HelpTicketWidget> = {},
  content: readonly Node[] = [],
): Visit {
  return new Visit({ locale, form, properties, content });
}

/** As after a reload: the widget goes, and another one finds what is stored. */
export function again(
  { widget }: Visit,
  scene: Scene,
  properties: Partial<HelpTicketWidget> = {},
  meanwhile = () => {},
): Visit {
  widget.remove();
  meanwhile();
  return start(scene, properties);
}

/** Makes what the widget has stored older. */
export function age(kind: 'ledger:' | 'draft:', hours: number): () => void {
  return () => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage).filter((each) => each.startsWith(`help-ticket-widget:1:${kind}`))) {
        const entry = JSON.parse(storage.getItem(key) ?? '{}') as { at: number; replyBy?: number };
        const replyBy = entry.replyBy && { replyBy: entry.replyBy - hours * HOUR };
        storage.setItem(key, JSON.stringify({ ...entry, at: entry.at - hours * HOUR, ...replyBy }));
      }
    }
  };
}

/** A widget whose form does not come, now or ever. */
export async function withoutPanel(scene: Scene, loader: () => Promise<never>, shows: string): Promise<Visit> {
  const visit = start(scene);
  const element = visit.widget.constructor as typeof HelpTicketWidget;
  const { panelLoader } = element;
  element.panelLoader = loader;
  visit.widget.show();
  await until(() => visit.widget.shadowRoot?.querySelector(shows), shows).finally(
    () => (element.panelLoader = panelLoader),
  );
  return visit;
}

export function customerOf({ customer: { name, email, phone, country } }: Visit): Customer {
  return { name, email, phone, country };
}

// What the server does

export function ends(outcome: Outcome): Transport {
  return () => Promise.resolve(outcome);
}

/** Goes on sending. */
export function stay(ratio = 0): Transport {
  return ({ onProgress }) => {
    if (ratio > 0) onProgress({ sent: ratio * 1000, total: 1000 });
    return new Promise(() => undefined);
  };
}

// What the customer does

export async function press(visit: Visit, key: Parameters<Visit['press']>[0]): Promise<Visit> {
  await visit.press(key);
  return visit;
}

/** @param byLauncher false where the panel is there by itself */
export async function opened(visit: Visit, byLauncher = true): Promise<Visit> {
  await (byLauncher ? visit.open() : visit.opened());
  return visit;
}

export async function chooseCountry(visit: Visit): Promise<Visit> {
  await visit.fill(visit.text('country'), visit.customer.country);
  return visit;
}

export async function fillContact(visit: Visit): Promise<Visit> {
  const { email, name, phone } = visit.customer;
  await visit.fill(visit.text('email'), email);
  await visit.fill(visit.text('name'), name);
  await visit.fill(visit.optional(visit.text('phone')), phone);
  return visit;
}

export async function chooseTopic(visit: Visit, ...path: readonly string[]): Promise<Visit> {
  await visit.chooseTopic(...path);
  return visit;
}

/** The topic with the most of its own. */
export async function fillDeposit(visit: Visit): Promise<Visit> {
  await visit.chooseTopic('deposits', 'crypto-deposit');
  const hash = '9f2c41d07b6e4f3aa5c8e1170d2b94f6037c5ad8e2914bb06f7dd3c8410e5a27';
  await visit.answer({ asset: 'USDT', network: 'tron', amount: '250', 'transaction-id': hash });
  return visit;
}

export async function fillDetails(visit: Visit, description = visit.customer.description): Promise<Visit> {
  await visit.fill(visit.text('description'), description);
  return visit;
}

/** Opens the panel, unless it is open. */
async function onScreen(visit: Visit): Promise<Visit> {
  return visit.widget.open ? visit : opened(visit, !visit.widget.inline);
}

export async function toContact(visit: Visit): Promise<Visit> {
  return press(await chooseCountry(await onScreen(visit)), 'continue');
}

export async function toTopic(visit: Visit): Promise<Visit> {
  await onScreen(visit);
  return visit.widget.customer ? visit : press(await fillContact(await toContact(visit)), 'continue');
}

export async function toDetails(visit: Visit): Promise<Visit> {
  return press(await fillDeposit(await toTopic(visit)), 'continue');
}

export async function toReview(visit: Visit, description?: string): Promise<Visit> {
  return press(await fillDetails(await toDetails(visit), description), 'continue');
}

export async function toReviewWithFiles(visit: Visit): Promise<Visit> {
  await fillDetails(await toDetails(visit));
  await visit.attach(await picture(), statement());
  return press(visit, 'continue');
}

export async function twin(visit: Visit): Promise<Visit> {
  await visit.press('send');
  await visit.heading('twinHeading');
  return visit;
}

export async function pending(scene: Scene): Promise<Visit> {
  const visit = await press(await toReview(start(scene, { transport: ends({ kind: 'pending' }) })), 'send');
  await visit.heading('pendingHeading');
  return visit;
}

export async function failed(scene: Scene, outcome: Outcome): Promise<Visit> {
  const visit = await press(await toReview(start(scene, { transport: ends(outcome) })), 'send');
  // Between its attempts the widget waits, but not when the browser says that it is online again.
  const hurry = setInterval(() => window.dispatchEvent(new Event('online')), 20);
  await visit.button('copyAll').finally(() => clearInterval(hurry));
  return visit;
}

export async function queued(scene: Scene): Promise<Visit> {
  const visit = await failed(scene, { kind: 'unreachable' });
  await visit.press('queue');
  await visit.heading('queuedHeading');
  return visit;
}

export async function sent(scene: Scene): Promise<Visit> {
  const createdAt = Date.now();
  const receipt = {
    id: 'HT-7F3K9Q',
    createdAt: new Date(createdAt).toISOString(),
    replyBy: new Date(createdAt + 24 * HOUR).toISOString(),
  };
  const visit = await press(await toReview(start(scene, { transport: ends({ kind: 'accepted', receipt }) })), 'send');
  await visit.heading('receiptHeading');
  return visit;
}

/** Opens it again some hours after a ticket was sent. */
export async function returned(visit: Visit, scene: Scene, hours = 2): Promise<Visit> {
  return opened(again(visit, scene, {}, age('ledger:', hours)));
}

/** Writes another ticket two hours later. */
export async function another(scene: Scene): Promise<Visit> {
  return press(await returned(await sent(scene), scene), 'createAnother');
}

// What the customer attaches

export function file(name: string, size: number, type = ''): File {
  return new File([new Uint8Array(size)], name, { type, lastModified: 1_763_650_000_000 });
}

export function statement(size = 2_200_000): File {
  return file('statement-november-2026.pdf', size, 'application/pdf');
}

/** A receipt as a screenshot shows it, so that there is a thumbnail. */
export async function picture(): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 240, height: 240 });
  const drawing = canvas.getContext('2d');
  const bars: readonly (readonly [string, number, number, number, number])[] = [
    ['#e8f5ec', 0, 0, 240, 240],
    ['#ffffff', 40, 24, 160, 192],
    ['#1a7f45', 96, 48, 48, 48],
    ['#9aa4b5', 64, 120, 112, 12],
    ['#cfd6e2', 64, 148, 80, 12],
    ['#cfd6e2', 64, 176, 96, 12],
  ];
  for (const [colour, ...box] of bars) {
    if (!drawing) break;
    drawing.fillStyle = colour;
    drawing.fillRect(...box);
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  return new File(blob ? [blob] : [], 'receipt.png', { type: 'image/png', lastModified: 1_763_650_000_000 });
}
