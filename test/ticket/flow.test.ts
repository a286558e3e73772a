import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Answers } from '../../src/ticket/answers.js';
import type { FlowAction, FlowState, Twin } from '../../src/ticket/flow-state.js';
import { nextState, shownSteps } from '../../src/ticket/flow.js';
import { STEPS } from '../../src/ticket/issues.js';
import { isProofOfNothing, type Outcome } from '../../src/ticket/outcome.js';
import { after, answersOf, attachmentOf, formOf, FROZEN, reviewOf } from './forms.js';

const TWIN: Twin = { id: 'HT-7F3K9Q', at: 1000 };
const RECEIPT = { id: 'HT-7F3K9Q', createdAt: '2026-11-23T12:00:00Z' };
const ACCEPTED: Outcome = { kind: 'accepted', receipt: RECEIPT };

/** An ending of each kind, in every shape that matters to the key. */
const OUTCOMES: readonly Outcome[] = [
  ACCEPTED,
  { kind: 'pending' },
  { kind: 'duplicate', id: 'HT-1', createdAt: '2026-11-22T10:00:00Z', isChanged: false },
  { kind: 'duplicate', id: 'HT-1', isChanged: true },
  { kind: 'rejected', issues: [{ pointer: '#/contact/email', code: 'blocked' }] },
  { kind: 'rejected', issues: [] },
  { kind: 'limited', until: 5000 },
  { kind: 'limited', until: 5000, isInDoubt: true },
  { kind: 'refused', status: 403 },
  { kind: 'refused', status: 401, isInDoubt: true },
  { kind: 'refused', status: 404 },
  { kind: 'unreachable' },
  { kind: 'oversized' },
  { kind: 'unconfirmed' },
];

const sending = (changes: Partial<FlowState> = {}) =>
  after(reviewOf(changes), { type: 'send' }, { type: 'freeze', frozen: FROZEN });

/** One state of each status. */
const STATES: Readonly<Record<FlowState['status'], FlowState>> = {
  recent: { ...reviewOf({ step: 'country' }), status: 'recent', twin: TWIN },
  editing: reviewOf(),
  checking: after(reviewOf(), { type: 'send' }),
  sending: sending(),
  sent: after(sending(), { type: 'settle', outcome: ACCEPTED }),
  pending: after(sending(), { type: 'settle', outcome: { kind: 'pending' } }),
  twin: after(reviewOf(), { type: 'send' }, { type: 'findTwin', twin: TWIN }),
  failed: after(sending(), { type: 'settle', outcome: { kind: 'unconfirmed' } }),
  queued: after(sending(), { type: 'settle', outcome: { kind: 'unreachable' } }, { type: 'queue' }),
};

const WAITING = { key: 'k', topic: 'Deposits', at: 1, isStuck: false };
const ARRIVED = { id: 'HT-2', createdAt: '2026-11-23T12:00:00Z' };

/** One action of each type, none of which changes nothing where it means something. */
const ACTIONS: { readonly [Type in FlowAction['type']]: FlowAction & { type: Type } } = {
  offer: { type: 'offer', at: 1 },
  resume: {
    type: 'resume',
    answers: answersOf({ name: 'Ana' }),
    step: 'contact',
    attachments: [],
    lostFiles: [],
    frozen: undefined,
  },
  fill: { type: 'fill', answers: { phone: '1' } },
  change: { type: 'change', answers: { description: 'x' } },
  recheck: { type: 'recheck', pointer: '#/country' },
  continue: { type: 'continue' },
  back: { type: 'back' },
  goTo: { type: 'goTo', step: 'contact' },
  attach: { type: 'attach', attachments: [attachmentOf('a')], rejections: [] },
  detach: { type: 'detach', id: 'a' },
  noteTwin: { type: 'noteTwin', twin: TWIN },
  send: { type: 'send' },
  findTwin: { type: 'findTwin', twin: TWIN },
  doubtTwin: { type: 'doubtTwin', twin: TWIN },
  freeze: { type: 'freeze', frozen: FROZEN },
  progress: { type: 'progress', progress: { sent: 1, total: 2 } },
  settle: { type: 'settle', outcome: ACCEPTED },
  list: { type: 'list', waiting: [WAITING] },
  queue: { type: 'queue' },
  arrive: { type: 'arrive', receipt: ARRIVED, answers: answersOf({ name: 'Ana' }) },
  edit: { type: 'edit' },
};

describe('flow', () => {
  it('tests a state of each status', () => {
    for (const [status, state] of Object.entries(STATES)) expect(state.status).to.equal(status);
  });

  describe('steps', () => {
    it('goes country, contact, topic, details, review', () => {
      let state = reviewOf({ step: 'country' });
      const path = [state.step];
      for (let count = 1; count < 5; count += 1) path.push((state = after(state, { type: 'continue' })).step);
      expect(path).to.deep.equal([...STEPS]);
      expect(after(state, { type: 'continue' }).step).to.equal('review');
    });

    it('counts the steps that show', () => {
      expect(shownSteps({ skipped: [] })).to.deep.equal(['country', 'contact', 'topic', 'details', 'review']);
      expect(shownSteps({ skipped: ['country', 'contact'] })).to.deep.equal(['topic', 'details', 'review']);
    });

    it('leaves out skipped steps both ways, and closes from the first one that shows', () => {
      const state = reviewOf({ step: 'country', skipped: ['contact'] });
      const topic = after(state, { type: 'continue' });
      expect(topic.step).to.equal('topic');
      expect(after(topic, { type: 'back' }).step).to.equal('country');
      expect(after(state, { type: 'back' })).to.equal(state);
      const first = reviewOf({ step: 'topic', skipped: ['country', 'contact'] });
      expect(after(first, { type: 'back' })).to.equal(first);
    });

    it('shows a skipped step that is changed from review, and from then on', () => {
      const state = after(reviewOf({ skipped: ['country', 'contact'] }), { type: 'goTo', step: 'contact' });
      expect(state).to.include({ step: 'contact', isRevising: true });
      expect(shownSteps(state)).to.deep.equal(['contact', 'topic', 'details', 'review']);
    });

    it('keeps everything on the way back to the first step', () => {
      const full = { answers: answersOf({ phone: '+55 11 91234-5678' }), attachments: [attachmentOf('a')] };
      let state = reviewOf(full);
      for (const step of ['details', 'topic', 'contact', 'country'] as const) {
        state = after(state, { type: 'back' });
        expect(state.step).to.equal(step);
        expect(state.answers).to.deep.equal(full.answers);
        expect(state.attachments).to.deep.equal(full.attachments);
      }
    });

    it('keeps what is not right on the way back, and does not complain', () => {
      const state = after(
        reviewOf({ step: 'contact' }),
        { type: 'change', answers: { email: 'maria' } },
        { type: 'back' },
      );
      expect(state).to.include({ step: 'country' });
      expect(state.answers.email).to.equal('maria');
      expect(state.issues).to.be.empty;
    });

    it('never moves on because something was chosen', () => {
      for (const step of STEPS) {
        const state = reviewOf({ step });
        for (const answers of [
          { country: 'MX' },
          { topic: ['account'] },
          { topic: [] },
          { fields: { currency: 'BRL' } },
        ]) {
          const changed = after(state, { type: 'change', answers });
          expect(changed.step).to.equal(step);
          expect(changed.issues).to.deep.equal(state.issues);
          expect(changed.answers).to.deep.include(answers);
        }
      }
    });
  });

  describe('Continue', () => {
    const EMPTY = answersOf({ country: '', email: '', name: '', topic: [], fields: {}, description: '' });
    const rows = [
      { step: 'country', pointers: ['#/country'] },
      { step: 'contact', pointers: ['#/contact/email', '#/contact/name'] },
      { step: 'topic', pointers: ['#/topic/0'] },
      { step: 'details', pointers: ['#/description'] },
    ] as const;
    for (const { step, pointers } of rows) {
      it(`says what is missing on ${step}, and nothing of other steps`, () => {
        const state = after(reviewOf({ step, answers: EMPTY }), { type: 'continue' });
        expect(state.step).to.equal(step);
        expect(state.issues.map(({ pointer }) => pointer)).to.deep.equal(pointers);
        expect(state.issues.every((issue) => issue.step === step)).to.equal(true);
      });
    }

    it('names the level of the topic that is still to be chosen, then its fields', () => {
      const topic = reviewOf({ step: 'topic', answers: answersOf({ topic: ['deposits'], fields: {} }) });
      expect(after(topic, { type: 'continue' }).issues).to.deep.equal([
        { pointer: '#/topic/1', step: 'topic', code: 'required' },
      ]);
      const fields = after(
        topic,
        { type: 'change', answers: { topic: ['deposits', 'missing'] } },
        { type: 'continue' },
      );
      expect(fields.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/fields/currency']);
      const amount = after(fields, { type: 'change', answers: { fields: { currency: 'BRL' } } }, { type: 'continue' });
      expect(amount.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/fields/amount']);
    });

    it('goes on once it is mended', () => {
      const state = after(
        reviewOf({ step: 'country', answers: EMPTY }),
        { type: 'continue' },
        { type: 'change', answers: { country: 'BR' } },
        { type: 'continue' },
      );
      expect(state.step).to.equal('contact');
      expect(state.issues).to.be.empty;
    });

    it('begins a new ticket after the notice of a recent one', () => {
      const state = after({ ...reviewOf({ step: 'country' }), status: 'recent', twin: TWIN }, { type: 'continue' });
      expect(state).to.include({ status: 'editing', step: 'country' });
      expect(state).not.to.have.property('twin');
    });

    it('clears a message about files that were not taken', () => {
      const rejections = [{ name: 'a.exe', code: 'attachment-type' }] as const;
      expect(after(reviewOf({ step: 'details', rejections }), { type: 'continue' }).rejections).to.be.empty;
    });
  });

  describe('rechecking', () => {
    const failed = after(reviewOf({ step: 'contact', answers: answersOf({ email: 'maria', name: '' }) }), {
      type: 'continue',
    });

    it('does not complain about a field that has not failed', () => {
      const state = after(reviewOf({ step: 'contact' }), { type: 'change', answers: { email: 'maria' } });
      expect(after(state, { type: 'recheck', pointer: '#/contact/email' })).to.equal(state);
    });

    it('takes back what is mended and leaves the others', () => {
      const state = after(
        failed,
        { type: 'change', answers: { email: 'maria@example.com' } },
        { type: 'recheck', pointer: '#/contact/email' },
      );
      expect(state.step).to.equal('contact');
      expect(state.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/contact/name']);
    });

    it('says what is wrong now, in the same place', () => {
      const state = after(
        failed,
        { type: 'change', answers: { email: '' } },
        { type: 'recheck', pointer: '#/contact/email' },
      );
      expect(state.issues.map(({ pointer, code }) => [pointer, code])).to.deep.equal([
        ['#/contact/email', 'required'],
        ['#/contact/name', 'required'],
      ]);
    });

    it('does not happen while typing', () => {
      expect(after(failed, { type: 'change', answers: { email: 'maria@example.com' } }).issues).to.equal(failed.issues);
    });
  });

  describe('Change', () => {
    it('returns to review, by Continue and by Back', () => {
      for (const step of ['country', 'contact', 'topic', 'details'] as const) {
        const changing = after(reviewOf(), { type: 'goTo', step });
        expect(changing).to.include({ step, isRevising: true });
        for (const type of ['continue', 'back'] as const) {
          expect(after(changing, { type })).to.include({ step: 'review', isRevising: false });
        }
      }
    });

    it('leads through the later steps that it invalidates, and keeps what is still valid', () => {
      const answers = answersOf({ topic: ['cards'], fields: { note: 'kept' } });
      const topic = after(
        reviewOf({ answers, attachments: [attachmentOf('a')] }),
        { type: 'goTo', step: 'country' },
        { type: 'change', answers: { country: 'MX' } },
        { type: 'continue' },
      );
      expect(topic).to.include({ step: 'topic', isRevising: true });
      expect(topic.issues, 'nothing is said before Continue').to.be.empty;
      expect(topic.answers).to.deep.equal({ ...answers, country: 'MX' });
      const review = after(topic, { type: 'change', answers: { topic: ['account'] } }, { type: 'continue' });
      expect(review).to.include({ step: 'review', isRevising: false });
      expect(review.answers.fields).to.deep.equal({ note: 'kept' });
      expect(review.attachments).to.have.length(1);
    });

    it('leads through every step that is invalid by then', () => {
      const answers = answersOf({ topic: ['cards'] });
      const state = after(
        reviewOf({ answers }),
        { type: 'goTo', step: 'country' },
        { type: 'change', answers: { country: 'MX' } },
        { type: 'continue' },
        { type: 'change', answers: { topic: ['security'] } },
        { type: 'continue' },
      );
      expect(state).to.include({ step: 'details', isRevising: true });
      expect(after(state, { type: 'continue' }).issues[0]).to.include({ code: 'attachments-required' });
    });

    it('goes back through the steps while something is invalid', () => {
      const state = after(
        reviewOf(),
        { type: 'goTo', step: 'topic' },
        { type: 'change', answers: { topic: [] } },
        { type: 'back' },
      );
      expect(state).to.include({ step: 'contact', isRevising: false });
    });
  });

  describe('files', () => {
    const rejections = [{ name: 'x.exe', code: 'attachment-type' }] as const;

    it('joins others, and says which were not taken', () => {
      const state = after(reviewOf({ step: 'details', attachments: [attachmentOf('a')] }), {
        type: 'attach',
        attachments: [attachmentOf('b')],
        rejections,
      });
      expect(state.attachments.map(({ id }) => id)).to.deep.equal(['a', 'b']);
      expect(state.rejections).to.equal(rejections);
    });

    it('goes when it is removed, with what was said about files', () => {
      const state = after(
        reviewOf({
          step: 'details',
          attachments: [attachmentOf('a'), attachmentOf('b')],
          rejections,
          issues: [
            { pointer: '#/attachments/1', step: 'details', code: 'attachment-type' },
            { pointer: '#/description', step: 'details', code: 'required' },
          ],
        }),
        { type: 'detach', id: 'a' },
      );
      expect(state.attachments.map(({ id }) => id)).to.deep.equal(['b']);
      expect(state.rejections).to.be.empty;
      expect(state.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/description']);
    });

    it('is not lost any more when it is chosen again', () => {
      const { name } = attachmentOf('b');
      const state = after(reviewOf({ step: 'details', attachments: [attachmentOf('a')], lostFiles: [name, 'c.png'] }), {
        type: 'attach',
        attachments: [attachmentOf('b')],
        rejections: [],
      });
      expect(state.lostFiles).to.deep.equal(['c.png']);
    });

    it('answers the wish for a file', () => {
      const wanting = after(reviewOf({ step: 'details', answers: answersOf({ topic: ['security'], fields: {} }) }), {
        type: 'continue',
      });
      expect(wanting.issues.map(({ code }) => code)).to.deep.equal(['attachments-required']);
      expect(after(wanting, ACTIONS.attach).issues).to.be.empty;
    });

    it('holds the ticket back while one is refused, until it is removed', () => {
      const refused = attachmentOf('a', { problem: 'attachment-type' });
      const state = after(reviewOf({ step: 'details', attachments: [refused] }), { type: 'continue' });
      expect(state.step).to.equal('details');
      expect(state.issues).to.deep.equal([{ pointer: '#/attachments/0', step: 'details', code: 'attachment-type' }]);
      expect(after(state, { type: 'detach', id: 'a' }, { type: 'continue' }).step).to.equal('review');
    });
  });

  describe('drafts', () => {
    it('is offered, and can be no longer offered', () => {
      const state = after(reviewOf({ step: 'country' }), { type: 'offer', at: 5 });
      expect(state.offeredAt).to.equal(5);
      expect(after(state, { type: 'offer', at: undefined }).offeredAt).to.be.undefined;
    });

    it('is taken up where it was left, even on a step that was to be skipped', () => {
      const answers = answersOf({ name: 'Ana' });
      const state = after(reviewOf({ step: 'topic', skipped: ['country', 'contact'], offeredAt: 5 }), {
        type: 'resume',
        answers,
        step: 'contact',
        attachments: [attachmentOf('a')],
        lostFiles: ['b.png'],
        frozen: undefined,
      });
      expect(state).to.include({ status: 'editing', step: 'contact', isRevising: false });
      expect(state.attachments).to.deep.equal([attachmentOf('a')]);
      expect(state.lostFiles).to.deep.equal(['b.png']);
      expect(state.answers).to.equal(answers);
      expect(state.skipped).to.deep.equal(['country']);
      expect(state.offeredAt).to.be.undefined;
    });

    it('is taken up from the notice of a recent ticket', () => {
      const state = after(STATES.recent, ACTIONS.resume);
      expect(state.status).to.equal('editing');
      expect(state).not.to.have.property('twin');
    });

    it('says first that a ticket which was being sent may have arrived, and keeps its key', () => {
      const state = after(reviewOf({ step: 'country' }), { ...ACTIONS.resume, frozen: FROZEN });
      expect(state).to.include({ status: 'failed', step: 'review', frozen: FROZEN });
      expect(state).to.have.deep.property('outcome', { kind: 'unconfirmed' });
    });

    it('takes what the page knows later', () => {
      expect(after(reviewOf(), { type: 'fill', answers: { phone: '123' } }).answers).to.deep.equal(
        answersOf({ phone: '123' }),
      );
    });
  });

  describe('Send', () => {
    it('checks, freezes, sends, and ends with the receipt', () => {
      const checking = after(reviewOf(), { type: 'send' });
      expect(checking.status).to.equal('checking');
      const state = after(checking, { type: 'freeze', frozen: FROZEN });
      expect(state).to.include({ status: 'sending', frozen: FROZEN });
      expect(state).to.have.deep.property('progress', { sent: 0, total: 0 });
      const progress = { sent: 10, total: 20 };
      expect(after(state, { type: 'progress', progress })).to.have.property('progress', progress);
      const sent = after(state, { type: 'settle', outcome: ACCEPTED });
      expect(sent).to.include({ status: 'sent', receipt: RECEIPT, frozen: undefined });
    });

    it('happens once: a second press finds the first one on its way', () => {
      for (const status of ['checking', 'sending', 'sent', 'pending', 'recent'] as const) {
        expect(after(STATES[status], { type: 'send' }), status).to.equal(STATES[status]);
      }
    });

    it('leads to the first step with something wrong, and says all of it', () => {
      const state = after(reviewOf({ answers: answersOf({ name: '', description: '' }) }), { type: 'send' });
      expect(state).to.include({ status: 'editing', step: 'contact', isRevising: true });
      expect(state.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/contact/name', '#/description']);
      const next = after(state, { type: 'change', answers: { name: 'Ana' } }, { type: 'continue' });
      expect(next).to.include({ step: 'details', isRevising: true });
      expect(next.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/description']);
      const last = after(next, { type: 'change', answers: { description: 'x' } }, { type: 'continue' });
      expect(last).to.include({ step: 'review' });
      expect(last.issues).to.be.empty;
    });

    it('asks for consent on review itself', () => {
      const form = formOf({ consent: { label: 'I agree' } });
      const state = after(reviewOf({ form }), { type: 'send' });
      expect(state).to.include({ status: 'editing', step: 'review', isRevising: false });
      expect(state.issues).to.deep.equal([{ pointer: '#/consent', step: 'review', code: 'consent-required' }]);
      expect(after(state, { type: 'change', answers: { consent: true } }, { type: 'send' })).to.include({
        status: 'checking',
      });
    });

    it('can be given up while the page is asked or bytes leave; what has left keeps its key', () => {
      expect(after(STATES.checking, { type: 'edit' })).to.include({ status: 'editing', step: 'review' });
      const state = after(STATES.sending, { type: 'edit' });
      expect(state).to.include({ status: 'editing', step: 'review', frozen: FROZEN });
      expect(after(state, { type: 'settle', outcome: ACCEPTED }), 'a late answer').to.equal(state);
    });
  });

  describe('twins', () => {
    it('stops at an exact one, and sends on only with the checkbox', () => {
      const state = STATES.twin;
      expect(state).to.include({ status: 'twin', twin: TWIN, isChanged: false });
      const asked = after(state, { type: 'send' });
      expect(asked.status).to.equal('twin');
      expect(asked.issues).to.deep.equal([{ pointer: '#/relatedTo', step: 'review', code: 'different-required' }]);
      const ticked = after(asked, { type: 'change', answers: { isDifferent: true } });
      expect(ticked.status).to.equal('twin');
      expect(after(ticked, { type: 'recheck', pointer: '#/relatedTo' }).issues).to.be.empty;
      expect(after(ticked, { type: 'send' })).to.include({ status: 'checking' });
      expect(after(ticked, { type: 'send' }).issues).to.be.empty;
    });

    it('can be changed instead', () => {
      expect(after(STATES.twin, { type: 'edit' })).to.include({ status: 'editing', step: 'review' });
    });

    it('leads to what is wrong rather than ask for the checkbox', () => {
      const state = after(STATES.twin, { type: 'change', answers: { description: '' } }, { type: 'send' });
      expect(state).to.include({ status: 'editing', step: 'details' });
    });

    it('wants the checkbox for a likely one too', () => {
      const likely = after(reviewOf(), { type: 'noteTwin', twin: TWIN });
      const asked = after(likely, { type: 'send' }, { type: 'freeze', frozen: FROZEN });
      expect(asked).to.include({ status: 'editing', step: 'review', likelyTwin: TWIN });
      expect(asked.issues.map(({ code }) => code)).to.deep.equal(['different-required']);
      expect(after(asked, { type: 'change', answers: { isDifferent: true } }, { type: 'send' }).status).to.equal(
        'checking',
      );
      expect(after(asked, { type: 'noteTwin', twin: undefined }, { type: 'send' }).status).to.equal('checking');
    });
  });

  describe('endings', () => {
    const settled = (outcome: Outcome, changes: Partial<FlowState> = {}) =>
      after(sending(changes), { type: 'settle', outcome });

    const rows: readonly (readonly [Outcome['kind'], FlowState['status']])[] = [
      ['accepted', 'sent'],
      ['pending', 'pending'],
      ['duplicate', 'twin'],
      ['limited', 'failed'],
      ['refused', 'failed'],
      ['unreachable', 'failed'],
      ['oversized', 'failed'],
      ['unconfirmed', 'failed'],
    ];
    for (const [kind, status] of rows) {
      it(`${kind}: ${status}, with every word and file still there`, () => {
        for (const outcome of OUTCOMES.filter((each) => each.kind === kind)) {
          const state = settled(outcome, { attachments: [attachmentOf('a')] });
          expect(state.status).to.equal(status);
          expect(state.answers).to.deep.equal(answersOf());
          expect(state.attachments).to.have.length(1);
          if (state.status === 'failed') expect(state).to.include({ step: 'review', outcome });
        }
      });
    }

    it('keeps the key unless there is proof that nothing was created, or a receipt', () => {
      for (const outcome of OUTCOMES) {
        const isOver = isProofOfNothing(outcome) || outcome.kind === 'accepted' || outcome.kind === 'pending';
        expect(settled(outcome).frozen?.key, JSON.stringify(outcome)).to.equal(isOver ? undefined : FROZEN.key);
      }
    });

    it('keeps the key of an unknown attempt while answers and files change', () => {
      const state = after(
        settled({ kind: 'unconfirmed' }),
        { type: 'goTo', step: 'details' },
        { type: 'change', answers: { description: 'Other words' } },
        ACTIONS.attach,
        { type: 'detach', id: 'a' },
        { type: 'back' },
      );
      expect(state).to.include({ status: 'editing', frozen: FROZEN });
    });

    it('can be tried again after a failure, and a step back edits', () => {
      expect(after(STATES.failed, { type: 'send' })).to.include({ status: 'checking', frozen: FROZEN });
      expect(after(STATES.failed, { type: 'back' })).to.include({ status: 'editing', step: 'details' });
      expect(after(STATES.failed, { type: 'goTo', step: 'contact' })).to.include({ step: 'contact', isRevising: true });
    });

    it('tells of the ticket that exists already, and whether it is older words', () => {
      const known = settled({ kind: 'duplicate', id: 'HT-1', createdAt: '2026-11-22T10:00:00Z', isChanged: true });
      expect(known).to.deep.include({
        status: 'twin',
        twin: { id: 'HT-1', at: Date.UTC(2026, 10, 22, 10) },
        isChanged: true,
      });
      for (const createdAt of ['soon', '']) {
        const unknown = settled({ kind: 'duplicate', id: 'HT-1', createdAt, isChanged: false });
        expect(unknown).to.deep.include({ twin: { id: 'HT-1', at: FROZEN.at } });
      }
    });

    it('asks again whether it is a different problem, for a new key, when the server knows another one', () => {
      const frozen = { ...FROZEN, isDifferent: true };
      const ticked = after(
        reviewOf({ answers: answersOf({ isDifferent: true }) }),
        { type: 'send' },
        { type: 'freeze', frozen },
      );
      const twin = after(ticked, { type: 'settle', outcome: { kind: 'duplicate', id: 'HT-2', isChanged: true } });
      expect(twin.answers.isDifferent).to.equal(false);
      expect(twin.frozen).to.deep.equal({ ...FROZEN, isDifferent: false });
      expect(after(twin, { type: 'send' }).issues.map(({ code }) => code)).to.deep.equal(['different-required']);
      const unknown = after(ticked, { type: 'settle', outcome: { kind: 'unconfirmed' } });
      expect(unknown.answers.isDifferent, 'an attempt that is not known is tried again as it was').to.equal(true);
      expect(unknown.frozen).to.equal(frozen);
    });

    it('returns from "Confirm your email" to the address', () => {
      const state = after(STATES.pending, { type: 'edit', step: 'contact' });
      expect(state).to.include({ status: 'editing', step: 'contact', isRevising: true, frozen: undefined });
    });

    it('puts what the server rejects at its fields, on the first step concerned', () => {
      const state = settled({
        kind: 'rejected',
        issues: [
          { pointer: '#/description', code: 'too-rude', detail: 'Be kind.' },
          { pointer: '#/contact/email', code: 'blocked' },
          { pointer: '#/unknown' },
        ],
      });
      expect(state).to.include({ status: 'editing', step: 'contact', isRevising: true, frozen: undefined });
      expect(state.issues).to.deep.equal([
        { pointer: '#/contact/email', step: 'contact', code: 'blocked' },
        { pointer: '#/description', step: 'details', code: 'too-rude', detail: 'Be kind.' },
        { pointer: '#/unknown', step: 'review', code: '' },
      ]);
      const next = after(state, { type: 'continue' });
      expect(next, 'the other step concerned').to.include({ step: 'details' });
      expect(next.issues.map(({ pointer }) => pointer)).to.deep.equal(['#/description', '#/unknown']);
      expect(after(next, { type: 'continue' }).step).to.equal('review');
    });

    it('fails where the server rejects without saying what', () => {
      expect(settled({ kind: 'rejected', issues: [] })).to.include({ status: 'failed', step: 'review' });
    });

    it('marks the file that the server refused, and leaves the others', () => {
      const state = settled(
        { kind: 'rejected', issues: [{ pointer: '#/attachments/1', code: 'attachment-type' }] },
        { attachments: [attachmentOf('a'), attachmentOf('b')] },
      );
      expect(state.step).to.equal('details');
      expect(state.attachments.map(({ problem }) => problem)).to.deep.equal([undefined, 'attachment-type']);
    });

    it('has a step for whatever a server points at', () => {
      for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
        const state = settled({ kind: 'rejected', issues: [{ pointer: `#/${name}/x`, code: 'odd' }] });
        expect(state.step, name).to.equal('review');
        expect(state.issues[0]?.step, name).to.equal('review');
      }
    });
  });

  it('in doubt about a twin goes back to review, and asks', () => {
    const state = after(STATES.checking, ACTIONS.doubtTwin);
    expect(state).to.include({ status: 'editing', step: 'review', likelyTwin: TWIN, isRevising: false });
    expect(state.issues.map(({ code }) => code)).to.deep.equal(['different-required']);
  });

  it('forgets what was wrong with the fields of another topic, and nothing else', () => {
    const issues = ['#/fields/amount', '#/topic/0', '#/description'].map((pointer) => ({
      pointer,
      step: 'topic' as const,
      code: 'required',
    }));
    const changed = (answers: Partial<Answers>) =>
      after(reviewOf({ issues }), { type: 'change', answers }).issues.map(({ pointer }) => pointer);
    expect(changed({ topic: ['account'] })).to.deep.equal(['#/topic/0', '#/description']);
    expect(changed({ name: 'Ana' })).to.have.length(3);
  });

  describe('the outbox', () => {
    it('takes over a ticket that could not be sent, with its key', () => {
      expect(STATES.failed.frozen).to.equal(FROZEN);
      expect(STATES.queued).to.include({ status: 'queued', frozen: undefined });
    });

    it('shows the receipt of what has arrived, and for whom', () => {
      const state = after(STATES.queued, ACTIONS.arrive);
      expect(state).to.include({ status: 'sent', receipt: ARRIVED });
      expect(state.answers.name).to.equal('Ana');
    });

    it('does not take the screen from a customer who is sending', () => {
      expect(after(STATES.sending, ACTIONS.arrive)).to.equal(STATES.sending);
      expect(after(STATES.failed, ACTIONS.arrive)).to.equal(STATES.failed);
    });
  });

  describe('late actions', () => {
    /** Where each action means something, as the product is meant. */
    const MEANT: Readonly<Record<FlowAction['type'], readonly FlowState['status'][]>> = {
      offer: ['recent', 'editing'],
      resume: ['recent', 'editing', 'queued'],
      fill: ['recent', 'editing'],
      change: ['editing', 'twin', 'failed'],
      recheck: [],
      continue: ['recent', 'editing'],
      back: ['editing', 'failed'],
      goTo: ['editing', 'failed'],
      attach: ['editing'],
      detach: ['editing'],
      noteTwin: ['editing', 'failed'],
      send: ['editing', 'twin', 'failed'],
      findTwin: ['checking'],
      doubtTwin: ['checking'],
      freeze: ['checking'],
      progress: ['sending'],
      settle: ['checking', 'sending'],
      list: ['recent', 'editing', 'checking', 'sending', 'sent', 'pending', 'twin', 'failed', 'queued'],
      queue: ['failed'],
      arrive: ['recent', 'editing', 'queued'],
      edit: ['checking', 'sending', 'twin', 'failed', 'pending'],
    };
    for (const [type, meantIn] of Object.entries(MEANT)) {
      it(`${type} changes nothing elsewhere`, () => {
        for (const state of Object.values(STATES)) {
          const next = after(state, ACTIONS[type as FlowAction['type']]);
          if (meantIn.includes(state.status)) expect(next, state.status).not.to.equal(state);
          else expect(next, state.status).to.equal(state);
        }
      });
    }

    it('cannot undo a receipt', () => {
      const { list, ...others } = ACTIONS;
      for (const action of Object.values(others)) expect(after(STATES.sent, action)).to.equal(STATES.sent);
      expect(after(STATES.sent, list)).to.deep.equal({ ...STATES.sent, waiting: [WAITING] });
    });
  });

  describe('any sequence of actions', () => {
    const step = fc.constantFrom(...STEPS);
    const attachment = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(20_000_000))
      .map(([id, size]) => attachmentOf(id, { size }));
    const answers = fc.record(
      {
        country: fc.constantFrom('', 'BR', 'MX', 'XX'),
        email: fc.constantFrom('', 'maria', 'maria@example.com'),
        name: fc.constantFrom('', 'Ana'),
        phone: fc.constantFrom('', '12', '+55 11 91234-5678'),
        topic: fc.constantFrom([], ['deposits'], ['deposits', 'missing'], ['cards'], ['security'], ['nope', 'x']),
        fields: fc.constantFrom({}, { currency: 'BRL' }, { currency: 'BRL', amount: '1.5' }, { constructor: 'x' }),
        description: fc.constantFrom('', 'It is not there.'),
        consent: fc.boolean(),
        isDifferent: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const pointer = fc.constantFrom(
      '#',
      '#/country',
      '#/contact/email',
      '#/topic/0',
      '#/fields/amount',
      '#/description',
      '#/attachments/0',
      '#/attachments/9',
      '#/consent',
      '#/relatedTo',
      '#/constructor/name',
      '#/__proto__',
    );
    const outcome = fc.oneof(
      fc.constantFrom(...OUTCOMES),
      fc.array(fc.record({ pointer, code: fc.constant('odd') }), { maxLength: 3 }).map((issues) => ({
        kind: 'rejected' as const,
        issues,
      })),
    );
    const twin = fc.option(fc.constant(TWIN), { nil: undefined });
    const single: fc.Arbitrary<FlowAction> = fc.oneof(
      // Often enough to get anywhere.
      {
        weight: 8,
        arbitrary: fc.constantFrom<FlowAction>(ACTIONS.send, ACTIONS.freeze, ACTIONS.continue, ACTIONS.back),
      },
      { weight: 4, arbitrary: fc.constant<FlowAction>({ type: 'change', answers: answersOf() }) },
      { weight: 4, arbitrary: outcome.map((each): FlowAction => ({ type: 'settle', outcome: each })) },
      answers.map((each): FlowAction => ({ type: 'change', answers: each })),
      answers.map((each): FlowAction => ({ type: 'fill', answers: each })),
      step.map((each): FlowAction => ({ type: 'goTo', step: each })),
      step.map((each): FlowAction => ({ type: 'edit', step: each })),
      fc.constantFrom<FlowAction>(ACTIONS.edit, ACTIONS.findTwin, ACTIONS.progress, ACTIONS.offer),
      pointer.map((each): FlowAction => ({ type: 'recheck', pointer: each })),
      twin.map((each): FlowAction => ({ type: 'noteTwin', twin: each })),
      attachment.map((each): FlowAction => ({ type: 'attach', attachments: [each], rejections: [] })),
      fc.constantFrom('a', 'b', 'c', 'd').map((id): FlowAction => ({ type: 'detach', id })),
      fc
        .record({ step, frozen: fc.constantFrom(undefined, FROZEN) })
        .map((each): FlowAction => ({ ...ACTIONS.resume, answers: answersOf(), ...each })),
      fc.constantFrom<FlowAction>(ACTIONS.list, ACTIONS.queue, ACTIONS.arrive),
    );
    /** What chance alone hardly ever does: a whole ticket, sent and answered. */
    const journey = fc
      .tuple(
        fc.oneof(outcome, fc.constantFrom<Outcome>(ACCEPTED, { kind: 'pending' }, { kind: 'unreachable' })),
        fc.boolean(),
      )
      .map(([each, isLeftToOutbox]): FlowAction[] => [
        ACTIONS.continue,
        { type: 'change', answers: answersOf({ consent: true, isDifferent: true }) },
        ACTIONS.send,
        ACTIONS.freeze,
        ACTIONS.progress,
        { type: 'settle', outcome: each },
        ...(isLeftToOutbox ? [ACTIONS.queue] : []),
      ]);
    const actions = fc
      .array(fc.oneof({ weight: 3, arbitrary: single.map((each) => [each]) }, journey), { maxLength: 30 })
      .map((each) => each.flat());
    const beginning = fc
      .record({
        step,
        skipped: fc.constantFrom([], ['country'] as const, ['country', 'contact'] as const),
        hasConsent: fc.boolean(),
        isRecent: fc.boolean(),
      })
      .map(({ step: first, skipped, hasConsent, isRecent }) => {
        const form = formOf(hasConsent ? { consent: { label: 'I agree' } } : {});
        return reviewOf({
          form,
          step: (skipped as readonly string[]).includes(first) ? 'topic' : first,
          skipped,
          ...(isRecent && { status: 'recent', twin: TWIN }),
        });
      });

    /** What the states have besides the content. */
    const EXTRAS: Readonly<Record<FlowState['status'], readonly string[]>> = {
      recent: ['twin'],
      editing: [],
      checking: [],
      sending: ['progress'],
      sent: ['receipt'],
      pending: [],
      twin: ['isChanged', 'twin'],
      failed: ['outcome'],
      queued: [],
    };
    const ALL_EXTRAS = [...new Set(Object.values(EXTRAS).flat())];

    const holds = (check: (state: FlowState, before: FlowState, action: FlowAction) => void) => {
      fc.assert(
        fc.property(beginning, actions, (first, each) => {
          let state = first;
          for (const action of each) {
            const before = state;
            state = nextState(before, action);
            check(state, before, action);
          }
        }),
        { numRuns: 300 },
      );
    };

    it('ends in a state that is possible', () => {
      const seen = new Set<string>();
      holds((state) => {
        seen.add(state.status);
        const extras = ALL_EXTRAS.filter((name) => name in state);
        expect(extras).to.have.members(EXTRAS[state.status]);
        expect(STEPS).to.include(state.step);
        expect(state.skipped).not.to.include(state.step);
        for (const issue of state.issues) expect(STEPS).to.include(issue.step);
        if (state.status === 'checking' || state.status === 'sending') expect(state.issues).to.be.empty;
        if (state.status === 'sending') expect(state.frozen).to.equal(FROZEN);
      });
      expect(seen, 'states that the actions lead to').to.have.all.keys(Object.keys(STATES));
    });

    it('loses no answer and no file, unless it says so', () => {
      holds((state, before, { type }) => {
        if (!['change', 'fill', 'resume', 'arrive'].includes(type)) {
          // Another twin was found: the box about the one before does not speak of it.
          const isAskedAgain =
            state !== before && (type === 'noteTwin' || (type === 'settle' && state.status === 'twin'));
          expect(state.answers).to.deep.equal(
            isAskedAgain ? { ...before.answers, isDifferent: false } : before.answers,
          );
        }
        const ids = state.attachments.map(({ id, size }) => [id, size]);
        const idsBefore = before.attachments.map(({ id, size }) => [id, size]);
        if (type === 'attach') expect(ids.slice(0, idsBefore.length)).to.deep.equal(idsBefore);
        else if (type !== 'detach' && type !== 'resume') expect(ids).to.deep.equal(idsBefore);
        expect(state.form).to.equal(before.form);
        expect(state.locale).to.equal(before.locale);
      });
    });

    it('never sends a ticket that is not whole, nor past a twin without the checkbox', () => {
      holds((state, before, { type }) => {
        if (before.status !== 'sending' && state.status === 'sending' && before.likelyTwin) {
          expect(before.answers.isDifferent).to.equal(true);
        }
        if (type !== 'send' || state.status !== 'checking') return;
        expect(after({ ...before, status: 'editing', likelyTwin: undefined }, { type: 'send' }).status).to.equal(
          'checking',
        );
        if (before.status === 'twin') expect(before.answers.isDifferent).to.equal(true);
      });
    });

    it('lets go of a key only after an ending that allows it', () => {
      holds((state, before, action) => {
        if (!before.frozen || state.frozen?.key === before.frozen.key || action.type === 'resume') return;
        // The outbox has it.
        if (action.type === 'queue' && before.status === 'failed') {
          expect(['unreachable', 'unconfirmed']).to.include(before.outcome.kind);
          return;
        }
        // An ending that came by another way: its key is the outbox's.
        if (action.type === 'arrive') return;
        const kinds: readonly string[] = ['accepted', 'pending'];
        const isAllowed =
          action.type === 'settle' && (kinds.includes(action.outcome.kind) || isProofOfNothing(action.outcome));
        expect(isAllowed, action.type).to.equal(true);
      });
    });

    it('moves to another step only when asked to', () => {
      const MOVES: readonly string[] = [
        'continue',
        'back',
        'goTo',
        'send',
        'doubtTwin',
        'freeze',
        'settle',
        'edit',
        'resume',
      ];
      holds((state, before, { type }) => {
        if (!MOVES.includes(type)) expect(state.step).to.equal(before.step);
      });
    });
  });
});
