import type { HelpTicketWidget } from '../help-ticket-widget.js';
import type { MessageKey } from '../locales/en.js';
import type { Answers, Attachment } from '../ticket/answers.js';
import type { Step } from '../ticket/issues.js';
import type { Command, Ui } from '../views/ui.js';
import type { AttachmentsController } from './attachments-controller.js';
import { copyText, saveText } from './clipboard.js';
import type { DraftController } from './draft-controller.js';
import type { FlowController } from './flow-controller.js';
import type { FocusController } from './focus-controller.js';
import type { OfflineController } from './offline-controller.js';

/** What the customer can do, as the views call it. */
export type Actions = Pick<
  Ui,
  | 'answer'
  | 'recheck'
  | 'attach'
  | 'detach'
  | 'retry'
  | 'goTo'
  | 'focusOn'
  | 'press'
  | 'takeUp'
  | 'giveUp'
  | 'thumbnailOf'
  | 'uploadOf'
>;

/** Who does it. */
interface Parts {
  readonly host: HelpTicketWidget;
  readonly flow: FlowController;
  readonly attachments: AttachmentsController;
  readonly draft: DraftController;
  readonly focus: FocusController;
  readonly offline: OfflineController;
  reset(): void;
  send(): Promise<void>;
  cancel(): void;
  say(key: MessageKey): void;
  /** All answers as plain text, under a title. */
  answersText(title: string): string;
}

export function createActions(parts: Parts): Actions {
  const { flow, attachments, focus, offline } = parts;
  const commands = createCommands(parts);
  return {
    answer: (pointer: string, value: string | boolean) =>
      flow.dispatch({ type: 'change', answers: changed(flow.state.answers, pointer, value) }),
    recheck: (pointer: string) => flow.dispatch({ type: 'recheck', pointer }),
    async attach(files: Iterable<File>) {
      const { form, step } = flow.state;
      if (step !== 'details') return;
      const ready = await attachments.prepare(files, form.attachments);
      const { attachments: present } = flow.state;
      if (ready.length > 0) flow.dispatch({ type: 'attach', ...attachments.add(ready, present, form.attachments) });
    },
    detach(id: string) {
      focus.afterRemoval(id);
      flow.dispatch({ type: 'detach', id });
      attachments.remove(id);
    },
    goTo: (step: Step) => flow.dispatch({ type: 'goTo', step }),
    focusOn: (pointer: string) => focus.on(pointer),
    press: (command: Command) => commands[command](),
    takeUp: (key: string) => void offline.takeUp(key),
    giveUp: (key: string) => void offline.giveUp(key),
    retry: (id: string) => attachments.retry(id),
    thumbnailOf: (file: Attachment) => attachments.thumbnailOf(file),
    uploadOf: (file: Attachment) => attachments.uploadOf(file),
  };
}

function createCommands({
  host,
  flow,
  attachments,
  draft,
  offline,
  reset,
  send,
  cancel,
  say,
  answersText,
}: Parts): Record<Command, () => void> {
  const number = () => (flow.state.status === 'sent' ? flow.state.receipt.id : '');
  const copy = async (text: string) => {
    const panel = host.renderRoot.querySelector('form');
    say(panel && (await copyText(text, panel)) ? 'copied' : 'notCopied');
  };
  return {
    continue: () => void attachments.whenPrepared(() => flow.dispatch({ type: 'continue' })),
    back: () => flow.dispatch({ type: 'back' }),
    send: () => void attachments.whenPrepared(send),
    cancel,
    close: () => host.close(),
    copyAll: () => void copy(answersText('')),
    copyNumber: () => void copy(number()),
    saveCopy: () => saveText(answersText(number()), `${number()}.txt`),
    createAnother: reset,
    changeTicket: () => flow.dispatch({ type: 'edit' }),
    wrongAddress: () => flow.dispatch({ type: 'edit', step: 'contact' }),
    resumeDraft: () => void draft.accept(),
    deleteDraft: () => draft.discard(),
    queue: () => void offline.queue().then((isKept) => isKept || say('notQueued')),
  };
}

/** What changes among the answers when the control behind a pointer does. */
function changed(answers: Answers, pointer: string, value: string | boolean): Partial<Answers> {
  const [, root = '', name = ''] = pointer.split('/');
  switch (root) {
    case 'contact':
      return { [name]: value };
    case 'topic':
      return { topic: [...answers.topic.slice(0, Number(name)), ...(value ? [String(value)] : [])] };
    case 'fields':
      return { fields: { ...answers.fields, [name]: value } };
    case 'relatedTo':
      return { isDifferent: value === true };
    default:
      return { [root]: value };
  }
}
