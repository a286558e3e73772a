import { issuesOf } from './answers.js';
import type { FlowAction, FlowContent, FlowState, FlowStatus, FrozenTicket, Twin } from './flow-state.js';
import { inOrder, type Issue, type Step, STEPS, stepOf } from './issues.js';
import { isProofOfNothing, type Outcome } from './outcome.js';

const UNSURE: readonly Issue[] = [{ pointer: '#/relatedTo', step: 'review', code: 'different-required' }];

type StatusMember = 'twin' | 'isChanged' | 'receipt' | 'outcome' | 'progress';

/** The steps that show, in order. */
export function shownSteps({ skipped }: Pick<FlowContent, 'skipped'>): readonly Step[] {
  return STEPS.filter((step) => !skipped.includes(step));
}

type Status = FlowStatus['status'];
type ActionOf<Type extends FlowAction['type']> = FlowAction & { type: Type };
type Transition<Action> = readonly [meantIn: readonly Status[], next: (state: FlowState, action: Action) => FlowState];

const OPENED: readonly Status[] = ['recent', 'editing'];

/** The states in which an action means something, and what it does there; elsewhere it is late or lost, and ignored. */
const TRANSITIONS: { readonly [Type in FlowAction['type']]: Transition<ActionOf<Type>> } = {
  offer: [OPENED, (state, { at }) => ({ ...state, offeredAt: at })],
  resume: [[...OPENED, 'queued'], resume],
  fill: [OPENED, change],
  change: [['editing', 'twin', 'failed'], change],
  recheck: [['editing', 'twin'], recheck],
  continue: [OPENED, (state) => (state.status === 'recent' ? editing(state) : continued(state))],
  back: [['editing', 'failed'], back],
  goTo: [['editing', 'failed'], (state, { step }) => goTo(state, step, state.step === 'review')],
  attach: [
    ['editing'],
    (state, { attachments, rejections }) => withFiles(state, [...state.attachments, ...attachments], rejections),
  ],
  detach: [['editing'], (state, { id }) => withFiles(state, without(state.attachments, id), [])],
  noteTwin: [
    ['editing', 'failed'],
    (state, { twin }) => ({ ...state, likelyTwin: twin, answers: { ...state.answers, isDifferent: false } }),
  ],
  send: [['editing', 'twin', 'failed'], send],
  findTwin: [['checking'], (state, { twin }) => ({ ...editing(state), status: 'twin', twin, isChanged: false })],
  doubtTwin: [['checking'], (state, { twin }) => doubtTwin(state, twin)],
  freeze: [['checking'], (state, { frozen }) => freeze(state, frozen)],
  progress: [['sending'], (state, { progress }) => ({ ...state, status: 'sending', progress })],
  settle: [['checking', 'sending'], (state, { outcome }) => settle(state, outcome)],
  list: [
    ['recent', 'editing', 'checking', 'sending', 'sent', 'pending', 'twin', 'failed', 'queued'],
    (state, { waiting }) => ({ ...state, waiting }),
  ],
  queue: [['failed'], queue],
  arrive: [
    [...OPENED, 'queued'],
    (state, { answers, receipt }) => ({ ...editing(state), answers, status: 'sent', receipt }),
  ],
  edit: [
    ['checking', 'sending', 'twin', 'failed', 'pending'],
    (state, { step }) => goTo(editing(state), step ?? 'review', step !== undefined),
  ],
};

/** The state after an action. Total: what means nothing here changes nothing. */
export function nextState(state: FlowState, action: FlowAction): FlowState {
  const [meantIn, next]: Transition<never> = TRANSITIONS[action.type];
  return meantIn.includes(state.status) ? next(state, action as never) : state;
}

/** The content alone, being edited: what belongs to another status is left behind. */
function editing(state: FlowState): FlowContent & { status: 'editing' } {
  const { twin, isChanged, receipt, outcome, progress, ...content } = state as FlowContent &
    Partial<Record<StatusMember, unknown>>;
  return { ...content, status: 'editing' };
}

/** A ticket whose attempt was cut off by a reload may have arrived: that is said first. */
function resume(state: FlowState, { type, step, ...rest }: ActionOf<'resume'>): FlowState {
  const { frozen } = rest;
  const resumed = { ...goTo(state, step, false), ...rest, offeredAt: undefined };
  return frozen ? { ...resumed, step: 'review', status: 'failed', outcome: { kind: 'unconfirmed' } } : resumed;
}

function goTo(state: FlowState, step: Step, isRevising: boolean): FlowState {
  const skipped = state.skipped.filter((each) => each !== step);
  return { ...editing(state), step, skipped, isRevising: isRevising && step !== 'review', rejections: [] };
}

/** Another topic has other fields: what was said of the old ones leads nowhere. */
function change(state: FlowState, { answers }: ActionOf<'fill' | 'change'>): FlowState {
  const issues = answers.topic ? state.issues.filter(({ pointer }) => !pointer.startsWith('#/fields')) : state.issues;
  return { ...state, issues, answers: { ...state.answers, ...answers } };
}

/** Only what has failed is checked again, and only that answer. */
function recheck(state: FlowState, { pointer }: ActionOf<'recheck'>): FlowState {
  if (!state.issues.some((issue) => issue.pointer === pointer)) return state;
  const fresh = issuesOf(state).find((issue) => issue.pointer === pointer);
  return { ...state, issues: state.issues.flatMap((issue) => (issue.pointer === pointer ? (fresh ?? []) : issue)) };
}

function continued(state: FlowState): FlowState {
  const found = issuesOf(state);
  const here = found.filter(({ step }) => step === state.step);
  if (here.length > 0) return { ...state, issues: here };
  const elsewhere = state.issues.filter(({ step }) => step !== state.step);
  const later = shownSteps(state).filter((step) => STEPS.indexOf(step) > STEPS.indexOf(state.step));
  const unfinished = STEPS.find(
    (step) => step !== 'review' && [...found, ...elsewhere].some((issue) => issue.step === step),
  );
  const next = state.isRevising ? (unfinished ?? 'review') : (later[0] ?? 'review');
  return goTo({ ...state, issues: elsewhere }, next, state.isRevising);
}

function back(state: FlowState): FlowState {
  if (state.isRevising && issuesOf(state).every(({ step }) => step === 'review')) return goTo(state, 'review', false);
  const before = shownSteps(state).findLast((step) => STEPS.indexOf(step) < STEPS.indexOf(state.step));
  return before ? goTo({ ...state, issues: [] }, before, false) : state;
}

function send(state: FlowState): FlowState {
  const issues = issuesOf(state);
  const [first] = issues;
  if (first) return { ...goTo(state, first.step, first.step !== 'review'), issues };
  if (state.status === 'twin' && !state.answers.isDifferent) return { ...state, issues: UNSURE };
  return { ...editing(state), issues: [], status: 'checking' };
}

function doubtTwin(state: FlowState, twin: Twin): FlowState {
  return { ...goTo(state, 'review', false), likelyTwin: twin, issues: UNSURE };
}

/** Whoever dispatches, nothing goes out past a likely twin without the customer's word. */
function freeze(state: FlowState, frozen: FrozenTicket): FlowState {
  if (state.likelyTwin && !state.answers.isDifferent) return doubtTwin(state, state.likelyTwin);
  return { ...editing(state), status: 'sending', frozen, progress: { sent: 0, total: 0 } };
}

function settle(state: FlowState, outcome: Outcome): FlowState {
  const kept = isProofOfNothing(outcome) ? { ...state, frozen: undefined } : state;
  switch (outcome.kind) {
    case 'accepted':
      return { ...editing(state), frozen: undefined, status: 'sent', receipt: outcome.receipt };
    case 'pending':
      return { ...editing(state), frozen: undefined, status: 'pending' };
    case 'duplicate':
      return duplicate(state, outcome);
    case 'rejected':
      return reject(kept, outcome.issues, outcome);
    default:
      return { ...editing(kept), step: 'review', status: 'failed', outcome };
  }
}

/** From here on the outbox keeps the key. */
function queue(state: FlowState): FlowState {
  return canWait(state) ? { ...editing(state), frozen: undefined, status: 'queued' } : state;
}

/** Whether a connection is all that the ticket lacks. */
export function canWait(state: FlowState): boolean {
  return state.status === 'failed' && (state.outcome.kind === 'unreachable' || state.outcome.kind === 'unconfirmed');
}

/** The key has a ticket: only the customer's word that this is another problem, given now, makes a new one. */
function duplicate(state: FlowState, { id, createdAt, isChanged }: Outcome & { kind: 'duplicate' }): FlowState {
  const { frozen, answers } = state;
  const at = Date.parse(createdAt ?? '') || (frozen?.at ?? 0);
  return {
    ...editing(state),
    answers: { ...answers, isDifferent: false },
    frozen: frozen && { ...frozen, isDifferent: false },
    status: 'twin',
    twin: { id, at },
    isChanged,
  };
}

/** Back on the first step concerned, each message at its field, a refused file marked. */
function reject(
  state: FlowState,
  found: readonly { pointer: string; code?: string; detail?: string }[],
  outcome: Outcome,
): FlowState {
  const issues = inOrder(
    firstOfEach(found).map(({ pointer, code = '', detail }) => ({
      pointer,
      step: stepOf(pointer),
      code,
      ...(detail !== undefined && { detail }),
    })),
  );
  const first = issues[0];
  if (!first) return { ...editing(state), step: 'review', status: 'failed', outcome };
  const attachments = state.attachments.map((attachment, index) => {
    const issue = issues.find(({ pointer }) => pointer === `#/attachments/${String(index)}`);
    return issue ? { ...attachment, problem: issue.code } : attachment;
  });
  return { ...goTo({ ...state, attachments }, first.step, first.step !== 'review'), issues };
}

/** One word on one answer: the first. */
function firstOfEach<T extends { pointer: string }>(found: readonly T[]): readonly T[] {
  return found.filter(({ pointer }, index) => found.findIndex((other) => other.pointer === pointer) === index);
}

function without(attachments: FlowContent['attachments'], removed: string): FlowContent['attachments'] {
  return attachments.filter(({ id }) => id !== removed);
}

/** What was said of the files before is no longer true, and what was chosen again is not lost. */
function withFiles(
  state: FlowState,
  attachments: FlowContent['attachments'],
  rejections: FlowContent['rejections'],
): FlowState {
  const issues = state.issues.filter(({ pointer }) => !pointer.startsWith('#/attachments'));
  const lostFiles = state.lostFiles.filter((lost) => attachments.every(({ name }) => name !== lost));
  return { ...state, attachments, rejections, issues, lostFiles };
}
