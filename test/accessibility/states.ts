/** The states that customers see, for what is true of each. */
import type { Transport } from '../../src/index.js';
import type { Messages } from '../../src/locales/en.js';
import { retryAtOnce } from '../support/recorder.js';
import { sampleForm } from '../support/sample-form.js';
import { STEPS } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { MARIA, mount, type MountOptions, type WidgetDriver } from '../support/widget-driver.js';

const never: Transport = () => new Promise(() => undefined);
const answering =
  (attempt: Awaited<ReturnType<Transport>>): Transport =>
  () =>
    Promise.resolve(attempt);
const accepted = () =>
  answering({
    kind: 'accepted',
    receipt: {
      id: 'HT-7F3K9Q',
      createdAt: new Date().toISOString(),
      replyBy: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
const withNotices = {
  ...sampleForm,
  languages: [],
  consent: { label: 'I agree to the terms', url: 'https://shop.example/terms' },
  notices: [{ text: 'Closed on Friday.', url: 'https://shop.example/status' }],
};

/** Every state that a customer can be in, and how they come there. */
export const STATES: Readonly<Record<string, (options: MountOptions, messages: Messages) => Promise<WidgetDriver>>> = {
  ...Object.fromEntries(
    STEPS.map((step) => [
      `the step ${step}`,
      (options: MountOptions) => mount({ ...options, form: withNotices }).writeUpTo(step),
    ]),
  ),
  ...Object.fromEntries(
    (['country', 'contact', 'topic', 'details'] as const).map((step) => [
      `the step ${step} with errors`,
      async (options: MountOptions) => {
        const customer = await mount(options).writeUpTo(step);
        await customer.continue();
        await until(() => customer.errors().length, 'errors');
        return customer;
      },
    ]),
  ),
  'a topic three deep, with fields and errors': async (options) => {
    const customer = await mount(options).writeUpTo('topic');
    await customer.chooseTopic('Deposits', 'Pix');
    await customer.continue();
    return customer;
  },
  'files, one of them refused, and a warning of a secret': async (options) => {
    const customer = await mount(options).writeUpTo('details');
    await customer.describe('My card is 4111 1111 1111 1111');
    await customer.attach(
      new File(['x'], 'a.png', { type: 'image/png' }),
      new File(['x'], 'log.txt', { type: 'text/plain' }),
      new File(['x'], 'b.exe'),
    );
    return customer;
  },
  'review without consent': async (options) => {
    const customer = await mount({ ...options, form: withNotices }).writeUpTo('review');
    await customer.send();
    await until(() => customer.errors().length, 'errors');
    return customer;
  },
  sending: async (options) => {
    const requests: unknown[] = [];
    const transport: Transport = (request) => (requests.push(request), never(request));
    const customer = await mount({ ...options, transport }).sendTicket();
    // The button says so before the ticket is on record: ended there, the next test would find it.
    await until(() => requests.length, 'the attempt');
    return customer;
  },
  'sending files': async (options) => {
    const transport: Transport = ({ onProgress }) => (onProgress({ sent: 30, total: 100 }), never(undefined as never));
    const customer = await mount({ ...options, transport }).writeUpTo('details');
    await customer.describe(MARIA.description);
    await customer.attach(new File(['x'], 'a.png', { type: 'image/png' }));
    await customer.continue();
    await customer.send();
    await customer.find('progressbar');
    return customer;
  },
  ...Object.fromEntries(
    Object.entries({
      refused: { kind: 'refused', status: 403 },
      limited: { kind: 'limited', until: Date.now() + 600_000 },
      unconfirmed: { kind: 'unconfirmed' },
    } as const).map(([what, attempt]) => [
      `failed: ${what}`,
      async (options: MountOptions, messages: Messages) => {
        retryAtOnce();
        const customer = await mount({ ...options, transport: answering(attempt) }).sendTicket();
        await customer.find('button', messages.copyAll as string);
        return customer;
      },
    ]),
  ),
  pending: async (options, messages) => {
    const customer = await mount({ ...options, transport: answering({ kind: 'pending' }) }).sendTicket();
    await customer.headed(messages.pendingHeading as string);
    return customer;
  },
  'a twin': async (options) => {
    const customer = await mount({
      ...options,
      transport: answering({ kind: 'duplicate', id: 'HT-7F3K9Q', isChanged: false }),
    }).sendTicket();
    await customer.headed(customer.names.twin);
    return customer;
  },
  'the receipt': async (options) => {
    const customer = await mount({ ...options, transport: accepted() }).sendTicket();
    await customer.headed(customer.names.receipt);
    return customer;
  },
  'the notice on opening': async (options) => {
    const before = await mount({ ...options, transport: accepted() }).sendTicket();
    await before.headed(before.names.receipt);
    before.element.remove();
    return mount(options).open();
  },
};
