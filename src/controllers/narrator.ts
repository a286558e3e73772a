import { countText } from '../views/details-step.js';
import { fileText } from '../views/issue-text.js';
import type { FlowAction, FlowState } from '../ticket/flow-state.js';
import { hasSecret } from '../ticket/secrets.js';
import { textIn, topicLevels } from '../ticket/topics.js';
import type { Announcer } from './announcer.js';
import type { FlowController } from './flow-controller.js';
import type { Texts } from './localizer.js';

/** Says in the status region what changed on the screen beyond the control in use. */
export class Narrator {
  readonly #announcer: Announcer;
  readonly #texts: () => Texts;

  constructor(flow: FlowController, announcer: Announcer, texts: () => Texts) {
    this.#announcer = announcer;
    this.#texts = texts;
    flow.subscribe((state, before, action) => this.#handleChange(state, before, action));
  }

  #handleChange(state: FlowState, before: FlowState, action: FlowAction): void {
    const { t } = this.#texts();
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
    if (now > quarter(before.progress))
      this.#announcer.say(this.#texts().t('sent', { percent: this.#texts().percent(now) }));
  }

  #tellAdded({ attachments, rejections }: FlowAction & { type: 'attach' }, state: FlowState): void {
    const texts = this.#texts();
    const added = attachments.map(({ name }) => texts.t('added', { name }));
    const refused = rejections.map(({ code, name }) => fileText(code, { name }, state, texts));
    this.#announcer.say([...added, ...refused].join('. '));
  }

  #tellRemoved({ attachments }: FlowState, id: string): void {
    const removed = attachments.find((each) => each.id === id);
    if (removed) this.#announcer.say(this.#texts().t('removed', { name: removed.name }));
  }

  #tellChange(state: FlowState, before: FlowState['answers']): void {
    const { form, answers } = state;
    const texts = this.#texts();
    if (answers.description !== before.description) {
      const isFound = hasSecret(answers.description);
      if (isFound && !hasSecret(before.description)) this.#announcer.say(texts.t('secretFound'));
      else if (!isFound) this.#announcer.sayIdle(countText(state, texts));
    }
    if (answers.topic === before.topic) return;
    const parent = topicLevels(form, answers.country, answers.topic).at(-1)?.parent;
    if (parent) this.#announcer.say(texts.t('subtopic', { topic: textIn(parent.label, texts.locale, form.languages) }));
  }
}
