import { type Answers, type Attachment, issuesOf, type Said } from './answers.js';
import type { AttachmentCode } from './attachment-rules.js';
import type { Fingerprint } from './fingerprint.js';
import { inOrder, type Issue, type Step, STEPS, stepOf } from './issues.js';
import { isProofOfNothing, type Outcome, type Receipt } from './outcome.js';

/** A file that was not taken in, and the rule that it breaks. */
export interface Rejection {
  readonly name: string;
  readonly code: AttachmentCode;
}

/** A ticket that this one may repeat. Times are milliseconds since the epoch. */
export interface Twin {
  readonly id?: string;
  readonly at: number;
  readonly replyBy?: number;
}

/** What goes out on Send, settled before the request and unchanged by retries. */
export interface FrozenTicket extends Fingerprint {
  /** The `Idempotency-Key`: a UUID. */
  readonly key: string;
  /** The exact JSON text of the ticket. */
  readonly json: string;
  /** When Send was pressed, in milliseconds since the epoch. */
  readonly at: number;
  readonly fileCount: number;
}

/** Bytes sent of bytes in all. */
export interface Progress {
  readonly sent: number;
  readonly total: number;
}

/** What every state has: the form and what was said in it. */
export interface FlowContent extends Said {
  readonly step: Step;
  /** Steps whose answers the page gave: shown on review only. */
  readonly skipped: readonly Step[];
  /** Came here from review by "Change", and goes back there. */
  readonly isRevising: boolean;
  readonly rejections: readonly Rejection[];
  readonly issues: readonly Issue[];
  readonly likelyTwin?: Twin | undefined;
  /** When the unsent ticket was written that can be gone on with, in milliseconds since the epoch. */
  readonly offeredAt?: number | undefined;
  /** Files were attached before a reload, and were not kept. */
  readonly hasLostFiles?: boolean | undefined;
  /** Stays after an attempt whose ending is not known: its key must be used again. */
  readonly frozen?: FrozenTicket | undefined;
}

export type FlowStatus =
  /** On opening: this browser sent a ticket not long ago. */
  | { readonly status: 'recent'; readonly twin: Twin }
  | { readonly status: 'editing' }
  /** Send was pressed: twins are looked up and the page is asked. */
  | { readonly status: 'checking' }
  | { readonly status: 'sending'; readonly progress: Progress }
  | { readonly status: 'sent'; readonly receipt: Receipt }
  | { readonly status: 'pending' }
  | { readonly status: 'twin'; readonly twin: Twin; readonly isChanged: boolean }
  | { readonly status: 'failed'; readonly outcome: Outcome };

export type FlowState = FlowContent & FlowStatus;

export type FlowAction =
  /** An older draft can be gone on with. */
  | { readonly type: 'offer'; readonly at: number | undefined }
  /** A draft is taken up again. */
  | {
      readonly type: 'resume';
      readonly answers: Answers;
      readonly step: Step;
      readonly hasLostFiles: boolean;
      readonly frozen: FrozenTicket | undefined;
    }
  /** The page knows something more; what was said stays. */
  | { readonly type: 'fill'; readonly answers: Partial<Answers> }
  | { readonly type: 'change'; readonly answers: Partial<Answers> }
  /** A field that has failed was left: is it right now? */
  | { readonly type: 'recheck'; readonly pointer: string }
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'goTo'; readonly step: Step }
  | { readonly type: 'attach'; readonly attachments: readonly Attachment[]; readonly rejections: readonly Rejection[] }
  | { readonly type: 'detach'; readonly id: string }
  | { readonly type: 'noteTwin'; readonly twin: Twin | undefined }
  | { readonly type: 'send' }
  | { readonly type: 'findTwin'; readonly twin: Twin }
  | { readonly type: 'freeze'; readonly frozen: FrozenTicket }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'settle'; readonly outcome: Outcome }
  /** Back to the answers: from checking, sending, a twin, a failure, or "Wrong address?". */
  | { readonly type: 'edit'; readonly step?: Step };

/** The states in which an action means something; elsewhere it is late or lost, and ignored. */
const MEANT_IN: Readonly<Record<FlowAction['type'], readonly FlowStatus['status'][]>> = {
  offer: ['recent', 'editing'],
  resume: ['recent', 'editing'],
  fill: ['recent', 'editing'],
  change: ['editing', 'twin', 'failed'],
  recheck: ['editing'],
  continue: ['recent', 'editing'],
  back: ['editing', 'failed'],
  goTo: ['editing', 'failed'],
  attach: ['editing'],
  detach: ['editing'],
  noteTwin: ['editing', 'failed'],
  send: ['editing', 'twin', 'failed'],
  findTwin: ['checking'],
  freeze: ['checking'],
  progress: ['sending'],
  settle: ['sending'],
  edit: ['checking', 'sending', 'twin', 'failed', 'pending'],
};

/** The steps that show, in order. */
export function shownSteps({ skipped }: Pick<FlowContent, 'skipped'>): readonly Step[] {
  return STEPS.filter((step) => !skipped.includes(step));
}

/** The state after an action. Total: what means nothing here changes nothing. */
export function nextState(state: FlowState, action: FlowAction): FlowState {
  if (!MEANT_IN[action.type].includes(state.status)) return state;
  switch (action.type) {
    case 'offer':
      return { ...state, offeredAt: action.at };
    case 'resume':
      return resume(state, action);
    case 'fill':
    case 'change':
      return { ...state, answers: { ...state.answers, ...action.answers } };
    case 'recheck':
      return recheck(state, action.pointer);
    case 'continue':
      return state.status === 'recent' ? editing(state) : continued(state);
    case 'back':
      return back(state);
    case 'goTo':
      return goTo(state, action.step, state.step === 'review');
    case 'attach':
      return withoutIssues(
        { ...state, attachments: [...state.attachments, ...action.attachments], rejections: action.rejections },
        '#/attachments',
      );
    case 'detach':
      return withoutIssues(
        { ...state, attachments: state.attachments.filter(({ id }) => id !== action.id), rejections: [] },
        '#/attachments',
      );
    case 'noteTwin':
      return { ...state, likelyTwin: action.twin };
    case 'send':
      return send(state);
    case 'findTwin':
      return { ...editing(state), status: 'twin', twin: action.twin, isChanged: false };
    case 'freeze':
      return { ...editing(state), status: 'sending', frozen: action.frozen, progress: { sent: 0, total: 0 } };
    case 'progress':
      return { ...state, status: 'sending', progress: action.progress };
    case 'settle':
      return settle(state, action.outcome);
    case 'edit':
      return goTo(editing(state), action.step ?? 'review', action.step !== undefined);
  }
}

/** The content alone, being edited. */
function editing(state: FlowState): FlowState {
  const {
    form,
    locale,
    step,
    skipped,
    isRevising,
    answers,
    attachments,
    rejections,
    issues,
    likelyTwin,
    offeredAt,
    hasLostFiles,
    frozen,
  } = state;
  return {
    form,
    locale,
    step,
    skipped,
    isRevising,
    answers,
    attachments,
    rejections,
    issues,
    likelyTwin,
    offeredAt,
    hasLostFiles,
    frozen,
    status: 'editing',
  };
}

/** A ticket whose attempt was cut off by a reload may have arrived: that is said first. */
function resume(state: FlowState, { answers, step, hasLostFiles, frozen }: FlowAction & { type: 'resume' }): FlowState {
  const resumed = { ...goTo(state, step, false), answers, hasLostFiles, frozen, offeredAt: undefined };
  return frozen ? { ...resumed, step: 'review', status: 'failed', outcome: { kind: 'unconfirmed' } } : resumed;
}

function goTo(state: FlowState, step: Step, isRevising: boolean): FlowState {
  const skipped = state.skipped.filter((each) => each !== step);
  return { ...editing(state), step, skipped, isRevising: isRevising && step !== 'review', rejections: [] };
}

/** Only what has failed is checked again, and only that answer. */
function recheck(state: FlowState, pointer: string): FlowState {
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
  const twin = state.status === 'twin' || state.likelyTwin;
  const unsure: Issue[] =
    twin && !state.answers.isDifferent ? [{ pointer: '#/relatedTo', step: 'review', code: 'different-required' }] : [];
  const first = issues[0];
  if (!first && unsure.length === 0) return { ...editing(state), issues: [], status: 'checking' };
  if (state.status === 'twin' && !first) return { ...state, issues: unsure };
  const all = inOrder([...issues, ...unsure]);
  const step = all[0]?.step ?? 'review';
  return { ...goTo(state, step, step !== 'review'), issues: all };
}

function settle(state: FlowState, outcome: Outcome): FlowState {
  const kept = isProofOfNothing(outcome) ? { ...state, frozen: undefined } : state;
  switch (outcome.kind) {
    case 'accepted':
      return { ...editing(state), frozen: undefined, status: 'sent', receipt: outcome.receipt };
    case 'pending':
      return { ...editing(state), frozen: undefined, status: 'pending' };
    case 'duplicate': {
      const at = Date.parse(outcome.createdAt ?? '') || (state.frozen?.at ?? 0);
      return { ...editing(state), status: 'twin', twin: { id: outcome.id, at }, isChanged: outcome.isChanged };
    }
    case 'rejected':
      return reject(kept, outcome.issues, outcome);
    default:
      return { ...editing(kept), step: 'review', status: 'failed', outcome };
  }
}

/** Back on the first step concerned, each message at its field, a refused file marked. */
function reject(
  state: FlowState,
  found: readonly { pointer: string; code?: string; detail?: string }[],
  outcome: Outcome,
): FlowState {
  const issues = inOrder(
    found.map(({ pointer, code = '', detail }) => ({
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

function withoutIssues(state: FlowState, pointer: string): FlowState {
  return { ...state, issues: state.issues.filter((issue) => !issue.pointer.startsWith(pointer)) };
}
