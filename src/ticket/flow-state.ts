import type { Answers, Attachment, Said } from './answers.js';
import type { AttachmentCode } from './attachment-rules.js';
import type { Fingerprint } from './fingerprint.js';
import type { Issue, Step } from './issues.js';
import type { Outcome, Receipt } from './outcome.js';

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
  /** Its key was made because the customer said that it is a different problem. */
  readonly isDifferent?: boolean | undefined;
}

/** A ticket that waits for a connection, without its text. */
export interface WaitingTicket {
  readonly key: string;
  /** The topic in the customer's words. */
  readonly topic: string;
  /** When it was first sent, in milliseconds since the epoch. */
  readonly at: number;
  /** It will not go by itself: only the customer can go on with it. */
  readonly isStuck: boolean;
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
  /** Names of files that were attached before a reload, and could not be kept. */
  readonly lostFiles: readonly string[];
  /** This browser's tickets that wait for a connection. */
  readonly waiting: readonly WaitingTicket[];
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
  | { readonly status: 'failed'; readonly outcome: Outcome }
  /** It is in the outbox, and will be sent when there is a connection. */
  | { readonly status: 'queued' };

export type FlowState = FlowContent & FlowStatus;

export type FlowAction =
  /** An older draft can be gone on with. */
  | { readonly type: 'offer'; readonly at: number | undefined }
  /** A draft is taken up again. */
  | {
      readonly type: 'resume';
      readonly answers: Answers;
      readonly step: Step;
      readonly attachments: readonly Attachment[];
      readonly lostFiles: readonly string[];
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
  /** Perhaps sent before: only the customer knows. */
  | { readonly type: 'doubtTwin'; readonly twin: Twin }
  | { readonly type: 'freeze'; readonly frozen: FrozenTicket }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'settle'; readonly outcome: Outcome }
  /** What waits in the outbox now. */
  | { readonly type: 'list'; readonly waiting: readonly WaitingTicket[] }
  /** The ticket is safe in the outbox. */
  | { readonly type: 'queue' }
  /** A ticket of the outbox has arrived. */
  | { readonly type: 'arrive'; readonly receipt: Receipt; readonly answers: Answers }
  /** Back to the answers: from checking, sending, a twin, a failure, or "Wrong address?". */
  | { readonly type: 'edit'; readonly step?: Step };
