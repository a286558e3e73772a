import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { answeredSteps, initialAnswers, type KnownAnswers } from '../ticket/answers.js';
import type { FlowAction, FlowState, Twin } from '../ticket/flow-state.js';
import { nextState, shownSteps } from '../ticket/flow.js';
import type { FormDefinition } from '../ticket/form-definition.js';

/** Told of every change, after it. */
export type FlowListener = (state: FlowState, before: FlowState, action: FlowAction) => void;

/** The one owner of the flow's state. */
export class FlowController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listeners: FlowListener[] = [];
  #state: FlowState;
  #wakeUp: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, form: FormDefinition, locale: string) {
    this.#host = host;
    this.#state = initialState(form, locale, {});
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#wakeUp);
  }

  get state(): FlowState {
    return this.#state;
  }

  subscribe(listener: FlowListener): void {
    this.#listeners.push(listener);
  }

  /** Begins anew, with what the page knows. */
  start(form: FormDefinition, locale: string, known: KnownAnswers, recent?: Twin): void {
    const state = { ...initialState(form, locale, known), waiting: this.#state.waiting };
    this.#state = recent ? { ...state, status: 'recent', twin: recent } : state;
    this.#host.requestUpdate();
  }

  /** Empty answers take what is known; what the customer wrote stays. If that is nothing, what is answered by now is no step any more. */
  fill(known: KnownAnswers, unwritten: false | { locale: string; customer: KnownAnswers }): void {
    const { answers, form, status } = this.#state;
    const empty = Object.entries(known).filter(
      ([key, value]) => value.length > 0 && answers[key as keyof KnownAnswers].length === 0,
    );
    const filled = Object.fromEntries(empty);
    if (empty.length === 0) return;
    if (!unwritten || status !== 'editing') this.dispatch({ type: 'fill', answers: filled });
    else this.start(form, unwritten.locale, { ...unwritten.customer, ...filled });
  }

  dispatch(action: FlowAction): void {
    const before = this.#state;
    this.#state = nextState(before, action);
    if (this.#state === before) return;
    for (const listener of this.#listeners) listener(this.#state, before, action);
    this.#host.requestUpdate();
    this.#wakeWhenAllowed(this.#state);
  }

  /** Send is possible again from a given time on: then the screen has to say so. */
  #wakeWhenAllowed(state: FlowState): void {
    clearTimeout(this.#wakeUp);
    if (state.status !== 'failed' || state.outcome.kind !== 'limited') return;
    this.#wakeUp = setTimeout(() => this.#host.requestUpdate(), Math.max(0, state.outcome.until - Date.now()) + 50);
  }
}

function initialState(form: FormDefinition, locale: string, known: KnownAnswers): FlowState {
  const skipped = answeredSteps(form, known);
  return {
    form,
    locale,
    step: shownSteps({ skipped })[0] ?? 'review',
    skipped,
    isRevising: false,
    answers: initialAnswers(form, known),
    attachments: [],
    lostFiles: [],
    waiting: [],
    rejections: [],
    issues: [],
    status: 'editing',
  };
}
