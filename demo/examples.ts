/**
 * Named states of the widget, for the gallery, for tests of accessibility and for pictures: each is reached as a
 * customer reaches it, by labels and buttons, in any language. No server is needed: the transport is a stub.
 */
import type { HelpTicketWidget } from '../src/index.ts';
import {
  again,
  age,
  another,
  chooseCountry,
  chooseTopic,
  customerOf,
  ends,
  failed,
  file,
  fillContact,
  fillDeposit,
  fillDetails,
  HOUR,
  opened,
  pending,
  picture,
  press,
  queued,
  returned,
  sent,
  start,
  statement,
  stay,
  toContact,
  toDetails,
  toReview,
  toReviewWithFiles,
  toTopic,
  twin,
  withoutPanel,
  type Scene,
} from './example-steps.ts';
import type { Visit } from './example-visit.ts';

export type { Scene } from './example-steps.ts';

export interface Example {
  /** Unique, and good as a file name. */
  readonly name: string;
  readonly group: string;
  /** Leaves a widget in this state on the page, whose storage is empty before. */
  reach(scene: Scene): Promise<Visit>;
}

/** All examples, in the order of a customer's journey. */
export const examples: readonly Example[] = [
  example('Launcher', 'launcher', async (scene) => {
    const visit = start(scene);
    await visit.settled();
    return visit;
  }),
  example('Launcher', 'launcher-busy', (scene) =>
    withoutPanel(scene, () => new Promise(() => undefined), 'button[aria-busy=true]'),
  ),
  example('Launcher', 'launcher-accent', async (scene) => {
    const visit = start(scene, { accent: '#ffd400', placement: 'bottom-start' });
    await visit.settled();
    return visit;
  }),
  example('Launcher', 'launcher-dismissible', async (scene) => {
    const visit = start(scene, { dismissible: true });
    const launcher = await visit.find('[part~=launcher]', () => true);
    launcher.dispatchEvent(new PointerEvent('pointerenter'));
    await visit.find('[part=dismiss]', () => true);
    return visit;
  }),
  example('Launcher', 'launcher-fallback', (scene) =>
    withoutPanel(scene, () => Promise.reject(new Error('Not there.')), '[part~=fallback]'),
  ),

  example('Country', 'country', (scene) => opened(start(scene))),
  example('Country', 'country-chosen', async (scene) => chooseCountry(await opened(start(scene)))),
  example('Country', 'country-error', async (scene) => press(await opened(start(scene)), 'continue')),
  example('Country', 'country-closed-list', ({ form, locale }) =>
    opened(start({ locale, form: { ...form, countries: { only: ['AR', 'BR', 'MX'] } } })),
  ),
  example('Country', 'country-notice', ({ form, locale }) => {
    const text = {
      en: 'Our systems are being updated on Sunday.',
      'pt-BR': 'Nossos sistemas serão atualizados no domingo.',
      es: 'El domingo actualizaremos nuestros sistemas.',
    };
    return opened(start({ locale, form: { ...form, notices: [{ text, url: 'https://status.example' }] } }));
  }),

  example('Contact', 'contact', (scene) => toContact(start(scene))),
  example('Contact', 'contact-filled', async (scene) => fillContact(await toContact(start(scene)))),
  example('Contact', 'contact-suggestion', async (scene) => {
    const visit = await toContact(start(scene));
    await visit.fill(visit.text('email'), visit.customer.misspelled);
    return visit;
  }),
  example('Contact', 'contact-errors', async (scene) => {
    const visit = await toContact(start(scene));
    await visit.fill(visit.text('email'), 'maria@');
    await visit.fill(visit.optional(visit.text('phone')), '12');
    return press(visit, 'continue');
  }),

  example('Topic', 'topic', (scene) => toTopic(start(scene))),
  example('Topic', 'topic-error', async (scene) => press(await toTopic(start(scene)), 'continue')),
  example('Topic', 'topic-notice', async (scene) => chooseTopic(await toTopic(start(scene)), 'deposits')),
  example('Topic', 'topic-fields', async (scene) => fillDeposit(await toTopic(start(scene)))),
  example('Topic', 'topic-fields-errors', async (scene) => {
    const visit = await chooseTopic(await toTopic(start(scene)), 'deposits', 'crypto-deposit');
    await visit.answer({ asset: 'USDT', amount: '1,2,3' });
    return press(visit, 'continue');
  }),
  example('Topic', 'topic-three-deep', async (scene) => {
    const visit = await chooseTopic(await toTopic(start(scene)), 'access', 'codes', 'codes-app');
    await visit.answer({ device: 'Android 16', 'lost-device': true });
    return visit;
  }),
  example('Topic', 'topic-radio-field', async (scene) => {
    const visit = await chooseTopic(await toTopic(start(scene)), 'withdrawals', 'withdrawal-pending');
    await visit.answer({ destination: 'wallet' });
    return visit;
  }),
  example('Topic', 'topic-date-and-textarea', async (scene) => {
    const visit = await chooseTopic(await toTopic(start(scene)), 'security', 'not-mine');
    await visit.answer({ date: '2026-11-20' });
    return visit;
  }),
  example('Topic', 'topic-select', async ({ form, locale }) => {
    const extra = { id: 'api', label: 'API' };
    return toTopic(start({ locale, form: { ...form, topics: [...form.topics, extra] } }));
  }),

  example('Details', 'details', (scene) => toDetails(start(scene))),
  example('Details', 'details-error', async (scene) => press(await toDetails(start(scene)), 'continue')),
  example('Details', 'details-files', async (scene) => {
    const visit = await fillDetails(await toDetails(start(scene)));
    await visit.attach(
      await picture(),
      statement(),
      file('a-very-long-file-name-as-phones-and-scanners-like-to-make-them-2026-11-20-15-10-33.txt', 900),
    );
    return visit;
  }),
  example('Details', 'details-files-uploading', async ({ form, locale }) => {
    const visit = await fillDetails(await toDetails(start({ locale, form: { ...form, uploadUrl: '/never' } })));
    await visit.attach(await picture(), statement(9_000_000));
    return visit;
  }),
  example('Details', 'details-files-failed', async ({ form, locale }) => {
    const visit = await fillDetails(await toDetails(start({ locale, form: { ...form, uploadUrl: '/nowhere' } })));
    await visit.attach(await picture(), statement());
    return visit;
  }),
  example('Details', 'details-files-rejected', async ({ form, locale }) => {
    const attachments = { ...form.attachments, maxFiles: 2, maxFileBytes: 1_048_576 };
    const visit = await fillDetails(await toDetails(start({ locale, form: { ...form, attachments } })));
    await visit.attach(
      await picture(),
      statement(900_000),
      file('film.mp4', 4000, 'video/mp4'),
      file('empty.pdf', 0),
      file('scan.pdf', 3_000_000),
      file('more.txt', 800),
    );
    return visit;
  }),
  example('Details', 'details-file-required', async (scene) => {
    const visit = await toTopic(start(scene));
    await visit.chooseTopic('deposits', 'bank-deposit');
    await visit.answer({ amount: '250', currency: 'USD', date: '2026-11-20' });
    await press(visit, 'continue');
    return press(await fillDetails(visit), 'continue');
  }),
  example('Details', 'details-secret', async (scene) => {
    const visit = await toDetails(start(scene));
    const phrase = 'ocean ladder velvet orbit candle river puzzle amber tunnel falcon meadow copper';
    await visit.fill(visit.text('description'), phrase);
    return visit;
  }),
  example('Details', 'details-too-long', async (scene) => {
    const visit = await toDetails(start(scene));
    await visit.fill(visit.text('description'), `${visit.customer.description} `.repeat(60).slice(0, 5012));
    await visit.press('continue');
    await visit.heading('errors');
    return visit;
  }),
  example('Details', 'details-files-lost', async (scene) => {
    const visit = await fillDetails(await toDetails(start(scene)));
    await visit.attach(statement());
    return opened(again(visit, scene), false);
  }),

  example('Review', 'review', async (scene) => toReview(start(scene))),
  example('Review', 'review-files', async (scene) => toReviewWithFiles(start(scene))),
  example('Review', 'review-consent-error', async ({ form, locale }) => {
    const label = {
      en: 'I agree that my answers are kept for as long as my ticket is open.',
      'pt-BR': 'Concordo que minhas respostas sejam guardadas enquanto meu ticket estiver aberto.',
      es: 'Acepto que mis respuestas se conserven mientras mi ticket esté abierto.',
    };
    const consent = { label, url: 'https://example.com/privacy' };
    return press(await toReview(start({ locale, form: { ...form, consent } })), 'send');
  }),
  example('Review', 'review-signed-in', async (scene) => {
    const visit = start(scene);
    visit.widget.customer = customerOf(visit);
    await opened(visit);
    return toReview(visit);
  }),

  example('Sending', 'sending', async (scene) => press(await toReview(start(scene, { transport: stay() })), 'send')),
  example('Sending', 'sending-files', async (scene) =>
    press(await toReviewWithFiles(start(scene, { transport: stay(0.62) })), 'send'),
  ),

  example('Failed', 'failed-unreachable', (scene) => failed(scene, { kind: 'unreachable' })),
  example('Failed', 'failed-unconfirmed', (scene) => failed(scene, { kind: 'unconfirmed' })),
  example('Failed', 'failed-refused', (scene) => failed(scene, { kind: 'refused', status: 403 })),
  example('Failed', 'failed-limited', (scene) => failed(scene, { kind: 'limited', until: Date.now() + 600_000 })),
  example('Failed', 'failed-oversized', async (scene) => {
    const visit = await press(
      await toReviewWithFiles(start(scene, { transport: ends({ kind: 'oversized' }) })),
      'send',
    );
    await visit.button('copyAll');
    return visit;
  }),
  example('Failed', 'failed-field-rejected', async (scene) => {
    const issues = [{ pointer: '#/contact/email', code: 'email-format' }];
    const visit = await press(await toReview(start(scene, { transport: ends({ kind: 'rejected', issues }) })), 'send');
    await visit.heading('errors');
    return visit;
  }),
  example('Failed', 'failed-file-rejected', async (scene) => {
    const issues = [{ pointer: '#/attachments/1', code: 'attachment-type' }];
    const visit = await press(
      await toReviewWithFiles(start(scene, { transport: ends({ kind: 'rejected', issues }) })),
      'send',
    );
    await visit.heading('errors');
    return visit;
  }),

  example('Waiting', 'queued', queued),
  example('Waiting', 'waiting', async (scene) => opened(again(await queued(scene), scene, { transport: stay() }))),
  example('Waiting', 'waiting-stuck', async (scene) => {
    const transport = ends({ kind: 'refused', status: 403 });
    const visit = await opened(again(await queued(scene), scene, { transport }));
    await visit.button('draftContinue');
    return visit;
  }),
  example('Waiting', 'launcher-waiting', async (scene) => {
    const visit = again(await queued(scene), scene, { transport: stay() });
    await visit.find('[part~=launcher][data-waiting]', () => true);
    return visit;
  }),

  example('Twins', 'recent', async (scene) => returned(await sent(scene), scene)),
  example('Twins', 'recent-late', async (scene) => returned(await sent(scene), scene, 26)),
  example('Twins', 'twin-pending', async (scene) => returned(await pending(scene), scene)),
  example('Twins', 'twin-likely-topic', async (scene) => {
    const visit = await another(scene);
    return fillDeposit(await toTopic(visit));
  }),
  example('Twins', 'twin-likely-review', async (scene) => {
    const visit = await another(scene);
    return toReview(visit, visit.customer.another);
  }),
  example('Twins', 'twin-likely-error', async (scene) => {
    const visit = await another(scene);
    return press(await toReview(visit, visit.customer.another), 'send');
  }),
  example('Twins', 'twin-begun', async (scene) => {
    // In another tab, which has no draft.
    const visit = again(await failed(scene, { kind: 'unconfirmed' }), scene, {}, () => sessionStorage.clear());
    return press(await toReview(visit, visit.customer.another), 'send');
  }),
  example('Twins', 'twin-exact', async (scene) => {
    const visit = await another(scene);
    return twin(await toReview(visit));
  }),
  example('Twins', 'twin-changed', async (scene) => {
    const createdAt = new Date(Date.now() - HOUR).toISOString();
    const transport = ends({ kind: 'duplicate', id: 'HT-7F3K9Q', createdAt, isChanged: true });
    const visit = await press(await toReview(start(scene, { transport })), 'send');
    await visit.heading('twinHeading');
    return visit;
  }),

  example('Draft', 'draft-offered', async (scene) => {
    const visit = await toTopic(start(scene));
    return opened(again(visit, scene, {}, age('draft:', 0.75)));
  }),
  example('Draft', 'draft-kept', async (scene) => opened(again(await toTopic(start(scene)), scene), false)),

  example('Endings', 'pending', pending),
  example('Endings', 'receipt', sent),
  example('Endings', 'receipt-without-time', async (scene) => {
    const receipt = { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() };
    const visit = await press(await toReview(start(scene, { transport: ends({ kind: 'accepted', receipt }) })), 'send');
    await visit.heading('receiptHeading');
    return visit;
  }),

  example('Inline', 'inline', async (scene) => opened(start(scene, { inline: true }), false)),
  example('Inline', 'inline-errors', async (scene) =>
    press(await toContact(start(scene, { inline: true })), 'continue'),
  ),
  example('Accents', 'accent-yellow', async (scene) => fillDeposit(await toTopic(start(scene, { accent: '#ffd400' })))),
  example('Accents', 'accent-black', async (scene) => fillDeposit(await toTopic(start(scene, { accent: '#000000' })))),
];

/** Puts the widget on the page and into a named state. */
export async function showExample(name: string, scene: Scene): Promise<HelpTicketWidget> {
  const found = examples.find((each) => each.name === name);
  if (!found) throw new Error(`There is no example ${name}.`);
  const { widget } = await found.reach(scene);
  return widget;
}

function example(group: string, name: string, reach: Example['reach']): Example {
  return { group, name, reach };
}
