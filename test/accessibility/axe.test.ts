/** Row 1 of the acceptance list: axe finds nothing, in any state. */
import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import type { Transport } from '../../src/index.js';
import { retryAtOnce } from '../support/recorder.js';
import { sampleForm } from '../support/sample-form.js';
import { STEPS } from '../support/through-steps.js';
import { until } from '../support/until.js';
import { cleanUp, MARIA, mount, type MountOptions, type WidgetDriver } from '../support/widget-driver.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Takes links of the panel that are scrolled out of view for skip links, and looks for their targets outside the shadow root. */
const NOT_MEANT = { 'skip-link': { enabled: false } };

let axe: typeof Axe;
before(async () => {
  // A script of the old kind: it puts itself on the window. Its types are those of the package.
  // @ts-expect-error The minified file has none of its own.
  await import('axe-core/axe.min.js');
  axe = (window as unknown as { axe: typeof Axe }).axe;
});

async function isClean(customer: WidgetDriver): Promise<void> {
  await customer.settled();
  // Half transparent while it comes in, text has no contrast worth measuring.
  await Promise.all(customer.panel!.getAnimations({ subtree: true }).map(({ finished }) => finished));
  // axe knows nothing of the top layer, and takes the launcher for something that lies over the panel.
  customer.launcher?.style.setProperty('visibility', 'hidden');
  const { violations, passes } = await axe.run(customer.element, { runOnly: TAGS, rules: NOT_MEANT });
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`,
  );
  expect(found).to.deep.equal([]);
  expect(passes, 'axe has looked at something').not.to.be.empty;
}

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
  consent: { label: 'I agree to the terms', url: 'https://shop.example/terms' },
  notices: [{ text: 'Closed on Friday.', url: 'https://shop.example/status' }],
};

/** Every state that a customer can be in, and how they come there. */
const STATES: Record<string, (theme: MountOptions) => Promise<WidgetDriver>> = {
  ...Object.fromEntries(
    STEPS.map((step) => [
      `the step ${step}`,
      (theme: MountOptions) => mount({ ...theme, form: withNotices }).writeUpTo(step),
    ]),
  ),
  ...Object.fromEntries(
    (['country', 'contact', 'topic', 'details'] as const).map((step) => [
      `the step ${step} with errors`,
      async (theme: MountOptions) => {
        const customer = await mount(theme).writeUpTo(step);
        await customer.continue();
        await until(() => customer.errors().length, 'errors');
        return customer;
      },
    ]),
  ),
  'a topic three deep, with fields and errors': async (theme) => {
    const customer = await mount(theme).writeUpTo('topic');
    await customer.chooseTopic('Deposits', 'Pix');
    await customer.continue();
    return customer;
  },
  'files, one of them refused, and a warning of a secret': async (theme) => {
    const customer = await mount(theme).writeUpTo('details');
    await customer.describe('My card is 4111 1111 1111 1111');
    await customer.attach(
      new File(['x'], 'a.png', { type: 'image/png' }),
      new File(['x'], 'log.txt', { type: 'text/plain' }),
      new File(['x'], 'b.exe'),
    );
    return customer;
  },
  'review without consent': async (theme) => {
    const customer = await mount({ ...theme, form: withNotices }).writeUpTo('review');
    await customer.send();
    await until(() => customer.errors().length, 'errors');
    return customer;
  },
  sending: async (theme) => {
    const requests: unknown[] = [];
    const transport: Transport = (request) => (requests.push(request), never(request));
    const customer = await mount({ ...theme, transport }).sendTicket();
    // The button says so before the ticket is on record: ended there, the next test would find it.
    await until(() => requests.length, 'the attempt');
    return customer;
  },
  'sending files': async (theme) => {
    const transport: Transport = ({ onProgress }) => (onProgress({ sent: 30, total: 100 }), never(undefined as never));
    const customer = await mount({ ...theme, transport }).writeUpTo('details');
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
      async (theme: MountOptions) => {
        retryAtOnce();
        const customer = await mount({ ...theme, transport: answering(attempt) }).sendTicket();
        await customer.find('button', 'Copy what I wrote');
        return customer;
      },
    ]),
  ),
  pending: async (theme) => {
    const customer = await mount({ ...theme, transport: answering({ kind: 'pending' }) }).sendTicket();
    await customer.headed('Confirm your email');
    return customer;
  },
  'a twin': async (theme) => {
    const customer = await mount({
      ...theme,
      transport: answering({ kind: 'duplicate', id: 'HT-7F3K9Q', isChanged: false }),
    }).sendTicket();
    await customer.headed('You already sent this ticket');
    return customer;
  },
  'the receipt': async (theme) => {
    const customer = await mount({ ...theme, transport: accepted() }).sendTicket();
    await customer.headed('Ticket created');
    return customer;
  },
  'the notice on opening': async (theme) => {
    const before = await mount({ ...theme, transport: accepted() }).sendTicket();
    await before.headed('Ticket created');
    before.element.remove();
    return mount(theme).open();
  },
};

describe('accessibility: row 1: axe finds nothing', () => {
  afterEach(cleanUp);

  for (const theme of ['light', 'dark'] as const) {
    for (const [state, reach] of Object.entries(STATES)) {
      it(`in ${state}, ${theme}`, async () => {
        await isClean(await reach({ theme }));
      });
    }
  }

  it('in the form in place', async () => {
    await isClean(await mount({ attributes: { inline: '' } }).opened());
  });

  it('in the launcher alone', async () => {
    const customer = mount();
    await until(() => customer.launcher, 'a launcher');
    const { violations } = await axe.run(customer.element, { runOnly: TAGS });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
