import { html, nothing } from 'lit/html.js';
import type { FlowState } from '../ticket/flow-state.js';
import { answerRows } from './answer-rows.js';
import { fieldView } from './field.js';
import { link, note, sentence } from './parts.js';
import { ownText, type Ui } from './ui.js';

/** All answers, each with its way back; what will happen; and consent, last before Send. */
export function reviewStep(state: FlowState, ui: Ui) {
  const { t } = ui;
  const { form, answers } = state;
  const email = answers.email.trim();
  const isBusy = state.status === 'sending' || state.status === 'checking';
  const { consent, replyWithinHours: hours } = form;
  return html`<dl>${answerRows(state, ui, ui.page).map(([term, value, step]) => {
    const change = (event: Event) => {
      event.preventDefault();
      if (step) ui.goTo(step);
    };
    return html`<div><dt>${term}</dt><dd dir="auto">${value}</dd>${
      step && !isBusy
        ? html`<dd class="change"><a class="link" href="#heading" @click=${change}>${t('change')}<span class="unseen"> ${term}</span></a></dd>`
        : nothing
    }</div>`;
  })}</dl>
    ${note(html`${sentence(t('answerOnlyAt', { email }), email)}${hours ? sentence(t('answerWithin', { time: ui.hours(hours) })) : nothing}`)}
    ${
      consent
        ? fieldView(
            {
              pointer: '#/consent',
              kind: 'checkbox',
              label: ownText(consent.label, state, ui),
              value: answers.consent,
              after: consent.url ? link(consent.url, t('readMore'), ownText(consent.label, state, ui)) : nothing,
            },
            state,
            ui,
          )
        : nothing
    }`;
}
