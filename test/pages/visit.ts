import { expect } from '@open-wc/testing';
import type { HelpTicketWidget } from '../../src/index.js';
import { createRecords } from '../../src/services/records.js';
import { until } from '../support/until.js';
import { visibleNames } from '../support/visible-names.js';
import { WidgetDriver } from '../support/widget-driver.js';
import { type HostilePage, htmlOf } from './hostile-page.js';
import type { Origins } from './origins.js';
import { pageState } from './page-state.js';
import type { ServedPage } from './site.js';
import type { Arrived } from './stub-backend.js';

/** What the first script of a page has seen. */
interface Watched {
  readonly problems: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

type PageWindow = Window & typeof globalThis & { readonly watched: Watched };

/** A page in a frame, with a document, globals and a top layer of its own, and a customer in front of it. */
export interface Visit {
  readonly frame: HTMLIFrameElement;
  readonly window: PageWindow;
  readonly document: Document;
  readonly customer: WidgetDriver;
  readonly origins: Pick<Origins, 'cdn' | 'backend'>;
  readonly watched: Watched;
  /** What the page is like without a widget. */
  bare(): Promise<ReturnType<typeof pageState>>;
  /** What the backend does with every ticket from now on, by a word. */
  answer(word: string): Promise<unknown>;
  /** What has come to it. */
  arrived(): Promise<readonly Arrived[]>;
}

let count = 0;
const frames = new Set<HTMLIFrameElement>();

/** Opens a page, and waits for the widget on it. */
export async function visit(page: HostilePage): Promise<Visit> {
  const origins = (await (await fetch('/pages/origins')).json()) as Pick<Origins, 'cdn' | 'backend'>;
  // Always as long: it shows on review, and where its lines break is part of how that looks.
  const name = `${Date.now()}-${(count += 1) + 100}`;
  const endpoint = `${origins.backend}/tickets/${name}`;
  const served = (folder: string): ServedPage => ({
    headers: withOrigins(page.headers ?? {}, origins),
    html: htmlOf(page, { ...origins, folder, endpoint }),
  });
  await Promise.all([
    put(`/pages/${name}`, served(page.folder ?? 'cdn')),
    put(`/pages/${name}-bare`, served('without')),
  ]);
  const frame = await show(`/pages/${name}`, page);
  const window = frame.contentWindow as PageWindow;
  const { document } = window;
  let bare: ReturnType<typeof stateOf> | undefined;
  return {
    frame,
    window,
    document,
    customer: new WidgetDriver(await widgetOn(document), visibleNames.en),
    origins,
    watched: window.watched,
    bare: () => (bare ??= stateOf(`/pages/${name}-bare`, page)),
    answer: (word) => fetch(`${origins.backend}/answers/${name}/${word}`),
    arrived: async () => (await (await fetch(`${origins.backend}/arrived/${name}`)).json()) as Arrived[],
  };
}

/** Nothing has gone wrong on the page, and all of it but the widget is as it would be without one. */
export async function expectUnharmed({ window, watched, bare }: Visit, byNature = /^$/): Promise<void> {
  expect(watched.problems.filter((each) => !byNature.test(each))).to.deep.equal([]);
  expect(pageState(window)).to.deep.equal(await bare());
}

/** Leaves every page, and forgets what they have stored. */
export async function leavePages(): Promise<void> {
  // Before its page goes, which in Firefox may be later, and saves once more.
  for (const { contentDocument } of frames)
    for (const widget of contentDocument?.querySelectorAll('help-ticket-widget') ?? []) widget.remove();
  if (frames.size > 0) await idleDatabase();
  for (const frame of frames) frame.remove();
  frames.clear();
  localStorage.clear();
  sessionStorage.clear();
}

/** WebKitGTK 2.50 keeps a database from all others if a frame goes in the middle of several transactions. */
async function idleDatabase(): Promise<void> {
  // Whoever reads now may write next.
  for (let times = 0; times < 3; times += 1)
    for (const store of ['files', 'outbox'] as const) await createRecords(store, () => indexedDB).remove('nothing');
}

// Before as well: Firefox gives the next page of a window what frames of the last one had in the session, however cleared.
beforeEach(leavePages);
afterEach(leavePages);

async function widgetOn(document: Document): Promise<HelpTicketWidget> {
  return until(() => {
    const element = document.querySelector('help-ticket-widget');
    return element?.shadowRoot && element;
  }, 'the widget');
}

async function stateOf(address: string, page: HostilePage) {
  const frame = await show(address, page);
  const { scripts } = frame.contentDocument!;
  await until(() => [...scripts].some(({ src }) => src.includes('/help-ticket-widget.js')), 'a script, however late');
  const state = pageState(frame.contentWindow as PageWindow);
  frame.remove();
  frames.delete(frame);
  return state;
}

async function show(address: string, { sandbox }: HostilePage): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.width = '760';
  frame.height = '560';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.src = address;
  frames.add(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

async function put(address: string, page: ServedPage): Promise<void> {
  await fetch(address, { method: 'PUT', body: JSON.stringify(page) });
}

/** Policies name `CDN` and `BACKEND`, whose ports are not known before. */
function withOrigins(headers: Readonly<Record<string, string>>, { cdn, backend }: Pick<Origins, 'cdn' | 'backend'>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll('CDN', cdn).replaceAll('BACKEND', backend)]),
  );
}
