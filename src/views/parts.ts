import { html, nothing } from 'lit/html.js';
import type { MessageKey } from '../locales/en.js';
import type { FlowState } from '../ticket/flow-state.js';
import { issueText } from './issue-text.js';
import { type Command, idOf, type Ui } from './ui.js';

/** A button; the one that is primary is the form's default, which Enter presses too. */
export function button(
  ui: Ui,
  command: Command,
  kind: 'primary' | 'line' | 'quiet',
  label: MessageKey,
  isDisabled = false,
) {
  const press = (event: Event) => {
    // Nothing is ever submitted by the browser.
    event.preventDefault();
    if (!isDisabled) ui.press(command);
  };
  return html`<button part="button button-${kind}" class=${kind} type=${kind === 'primary' ? 'submit' : 'button'}
    aria-disabled=${isDisabled ? 'true' : nothing} @click=${press}>${ui.t(label)}</button>`;
}

export function heading(text: unknown, describedBy?: string) {
  return html`<h2 part="heading" id="heading" tabindex="-1" aria-describedby=${describedBy ?? nothing}>${text}</h2>`;
}

/** A text in which one value stands out and keeps its own direction; a short one, like a ticket's number, is not broken. */
export function emphasis(text: string, strong = '') {
  const [before, after] = strong ? text.split(strong) : [];
  return after === undefined
    ? text
    : html`${before}<b class=${strong.length < 20 ? 'whole' : ''}><bdi>${strong}</bdi></b>${after}`;
}

export function sentence(text: string, strong?: string) {
  return html`<p>${emphasis(text, strong)}</p>`;
}

/** A block that stands apart from the text around it. */
export function note(content: unknown, look: '' | 'warn' | 'good' = '') {
  return html`<div part="note" class="note ${look}">${content}</div>`;
}

/** @param about what it is about, for who hears it alone */
export function link(url: string, text: string, about = '') {
  return html`<a class="link" href=${url} target="_blank" rel="noopener">${text}<span class="unseen"> ${about}</span></a>`;
}

/** What is wrong on this screen: takes the focus, and leads to each field. */
export function errorSummary(state: FlowState, ui: Ui) {
  const issues = state.issues.filter(({ step }) => step === state.step || state.status === 'twin');
  if (issues.length === 0) return nothing;
  return html`<div class="summary" id="errors" tabindex="-1" role="group" aria-labelledby="errors-heading">
    <h2 id="errors-heading">${ui.t('errors')}</h2>
    <ul>${issues.map((issue) => {
      const focus = (event: Event) => {
        event.preventDefault();
        ui.focusOn(issue.pointer);
      };
      return html`<li><a class="link" href="#${idOf(issue.pointer)}" @click=${focus}>${issueText(issue, state, ui)}</a></li>`;
    })}</ul>
  </div>`;
}
