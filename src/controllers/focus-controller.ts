import type { HelpTicketWidget } from '../help-ticket-widget.js';
import { emit } from '../events.js';
import type { FlowAction, FlowState } from '../ticket/flow-state.js';
import type { FlowController } from './flow-controller.js';

/** Endings fill the screen; everything else shows a step. */
const screenOf = (state: FlowState) =>
  ['recent', 'twin', 'pending', 'sent', 'queued'].includes(state.status) ? state.status : state.step;

/** Where the focus goes, set after rendering: engines differ in what they would choose themselves. */
export class FocusController {
  readonly #host: HelpTicketWidget;
  readonly #flow: FlowController;
  #target: string | undefined;

  constructor(host: HelpTicketWidget, flow: FlowController) {
    this.#host = host;
    this.#flow = flow;
    flow.subscribe((state, before, action) => this.#handleChange(state, before, action));
  }

  /** The panel has opened: to what matters most on it. */
  onScreen(state: FlowState): void {
    this.#target =
      state.status === 'failed' ? 'alert' : state.issues.some(({ step }) => step === state.step) ? 'errors' : 'heading';
  }

  /** To the control of an answer, at once, with its label in view. */
  on(pointer: string): void {
    const [, root = '', ...rest] = pointer.split('/');
    const control = this.#find([root, ...rest].join('-')) ?? this.#find(root) ?? this.#find('heading');
    control?.focus();
    control?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }

  /** A removed row takes its button with it: on to the next one's, or to the button that adds. */
  afterRemoval(id: string): void {
    const { attachments } = this.#flow.state;
    const next = attachments[attachments.findIndex((each) => each.id === id) + 1];
    this.#target = next ? `remove-${next.id}` : 'attachments';
  }

  /** To be called after each rendering. */
  apply(): void {
    const { open, inline } = this.#host;
    if (this.#target === undefined || !(open || inline)) return;
    const element = this.#find(this.#target);
    this.#target = undefined;
    element?.focus();
    const body = element?.id === 'heading' && element.closest('[part=body]');
    // No `scrollTo`: that of Prototype.js scrolls the page.
    if (body) body.scrollTop = 0;
    else element?.scrollIntoView({ block: 'nearest' });
  }

  #handleChange(state: FlowState, before: FlowState, { type }: FlowAction): void {
    const isNewScreen = screenOf(state) !== screenOf(before);
    if (isNewScreen) emit(this.#host, 'help-ticket-step', { step: state.status === 'sent' ? 'receipt' : state.step });
    const isAnswer = type === 'continue' || type === 'send' || type === 'settle' || type === 'doubtTwin';
    const hasIssues = state.issues.some(({ step }) => step === state.step || state.status === 'twin');
    if (state.status === 'failed' && before.status !== 'failed') this.#target = 'alert';
    else if (isAnswer && hasIssues) this.#target = 'errors';
    else if (isNewScreen || (type === 'edit' && before.status === 'sending')) this.#target = 'heading';
  }

  #find(id: string): HTMLElement | null {
    return (this.#host.renderRoot as ShadowRoot).getElementById(id);
  }
}
