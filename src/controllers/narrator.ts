import { countText } from '../views/details-step.js';
import { fileText } from '../views/issue-text.js';
import type { Ui } from '../views/ui.js';
import type { FlowAction, FlowState } from '../ticket/flow-state.js';
import { textIn, topicLevels } from '../ticket/topics.js';
import type { Announcer } from './announcer.js';
import type { FlowController } from './flow-controller.js';

/** Says in the status region what changed on the screen beyond the control in use. */
export class Narrator {
  readonly #announcer: Announcer;
  readonly #ui: () => Ui;
  #hasWarned = false;

  constructor(flow: FlowController, announcer: Announcer, ui: () => Ui) {
    this.#announcer = announcer;
    this.#ui = ui;
    flow.subscribe((state, before, action) => this.#handleChange(state, before, action));
  }

  #handleChange(state: FlowState, before: FlowState, action: FlowAction): void {
    const { t } = this.#ui();
    if (state.status === 'checking') this.#announcer.say(t('sending'));
    if (before.status === 'sending' && action.type === 'edit') this.#announcer.say(t('stopped'));
    if (action.type === 'resume' && state.status === 'editing') this.#announcer.say(t('draftKept'));
    if (action.type === 'progress') this.#tellProgress(state, before);
    if (action.type === 'attach') this.#tellAdded(action, state);
    if (action.type === 'detach') this.#tellRemoved(before, action.id);
    if (action.type === 'change') this.#tellChange(state, before.answers);
  }

  /** At every quarter, not at every byte. */
  #tellProgress(state: FlowState, before: FlowState): void {
    if (state.status !== 'sending' || before.status !== 'sending' || state.attachments.length === 0) return;
    const quarter = ({ sent, total }: { sent: number; total: number }) =>
      total > 0 ? Math.floor((sent / total) * 4) / 4 : 0;
    const now = quarter(state.progress);
    if (now > quarter(before.progress)) this.#announcer.say(this.#ui().t('sent', { percent: this.#ui().percent(now) }));
  }

  #tellAdded({ attachments, rejections }: FlowAction & { type: 'attach' }, state: FlowState): void {
    const ui = this.#ui();
    const added = attachments.map(({ name }) => ui.t('added', { name }));
    const refused = rejections.map(({ code, name }) => fileText(code, { name }, state, ui));
    this.#announcer.say([...added, ...refused].join('. '));
  }

  #tellRemoved({ attachments }: FlowState, id: string): void {
    const removed = attachments.find((each) => each.id === id);
    if (removed) this.#announcer.say(this.#ui().t('removed', { name: removed.name }));
  }

  #tellChange(state: FlowState, before: FlowState['answers']): void {
    const { form, answers } = state;
    const ui = this.#ui();
    if (answers.description !== before.description) {
      const isFound = ui.advice.hasSecret?.(answers.description, ui.t('privateKey')) ?? false;
      if (isFound && !this.#hasWarned) this.#announcer.say(ui.t('secretFound'));
      this.#hasWarned = isFound;
      if (!isFound) this.#announcer.sayIdle(countText(state, ui));
    }
    if (answers.topic === before.topic) return;
    const parent = topicLevels(form, answers.country, answers.topic).at(-1)?.parent;
    if (parent) this.#announcer.say(ui.t('subtopic', { topic: textIn(parent.label, ui.locale, form.languages) }));
  }
}
