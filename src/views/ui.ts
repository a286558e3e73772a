import type * as Advice from '../advice.js';
import type { Texts } from '../controllers/localizer.js';
import type { Upload } from '../services/uploads.js';
import type { Attachment } from '../ticket/answers.js';
import type { FlowContent } from '../ticket/flow-state.js';
import type { Step } from '../ticket/issues.js';
import type { LocalizedText } from '../ticket/form-definition.js';
import { textIn } from '../ticket/topics.js';

/** What a button does. */
export type Command =
  | 'continue'
  | 'back'
  | 'send'
  | 'cancel'
  | 'close'
  | 'copyAll'
  | 'copyNumber'
  | 'saveCopy'
  | 'createAnother'
  | 'changeTicket'
  | 'wrongAddress'
  | 'resumeDraft'
  | 'deleteDraft'
  | 'queue';

/** What the views need besides the state: the words, what surrounds the form, and what a customer can do. */
export interface Ui extends Texts {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isInline: boolean;
  readonly fallbackUrl: string | undefined;
  /** The page that goes with the ticket, as text. */
  readonly page: string | undefined;
  /** Whether a ticket can wait for a connection here. */
  readonly canQueue: boolean;
  /** The panel has been seen: what is slow to build may come now. */
  readonly hasPainted: boolean;
  /** Hints on answers, as soon as they have been loaded. */
  readonly advice: Partial<typeof Advice>;
  /** What the status region says. */
  readonly message: string;
  /** Photos are being made ready. */
  readonly isPreparing: boolean;
  thumbnailOf(file: Attachment): string | undefined;
  /** How far a file is that goes up ahead of the ticket. */
  uploadOf(file: Attachment): Upload | undefined;

  answer(pointer: string, value: string | boolean): void;
  /** The field was left, or a choice was made. */
  recheck(pointer: string): void;
  attach(files: Iterable<File>): Promise<void>;
  detach(id: string): void;
  /** Takes a file up again. */
  retry(id: string): void;
  goTo(step: Step): void;
  focusOn(pointer: string): void;
  press(command: Command): void;
  /** Goes on with a ticket of the outbox, or gives it up. */
  takeUp(key: string): void;
  giveUp(key: string): void;
}

/** The id of the control of an answer. */
export function idOf(pointer: string): string {
  return pointer.slice(2).replaceAll('/', '-');
}

/** A text of the site owner's in the customer's language. */
export function ownText(
  text: LocalizedText | undefined,
  { form }: Pick<FlowContent, 'form'>,
  { locale }: Pick<Texts, 'locale'>,
): string {
  return text === undefined ? '' : textIn(text, locale, form.languages);
}

/** A text of the site owner's, isolated as `bdi` would do it, before one of the widget's. Not two nodes: screen readers lose a space that a line ends at. */
export const withOwn = (own: string, text: string): string => (own ? `\u2068${own}\u2069 ${text}` : text);
