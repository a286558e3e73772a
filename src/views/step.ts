import { html, nothing } from 'lit/html.js';
import type { FlowState } from '../ticket/flow-state.js';
import { shownSteps } from '../ticket/flow.js';
import { currentNotices } from '../ticket/topics.js';
import { contactStep } from './contact-step.js';
import { countryStep } from './country-step.js';
import { detailsStep } from './details-step.js';
import { failure } from './failure.js';
import { button, errorSummary, heading, link, note, sentence } from './parts.js';
import { reviewStep } from './review-step.js';
import { topicStep } from './topic-step.js';
import { differentField, twinCreated, twinNext } from './twin.js';
import { ownText, type Ui } from './ui.js';
import { waitingList } from './waiting.js';

const STEPS = {
  country: countryStep,
  contact: contactStep,
  topic: topicStep,
  details: detailsStep,
  review: reviewStep,
};

/** One step: where we are, what is wrong, what to know, the questions. */
export function stepBody(state: FlowState, ui: Ui) {
  const { step, status } = state;
  const steps = shownSteps(state);
  const isFirst = steps[0] === step;
  return html`<p class="progress" id="progress">${ui.t('step', { step: steps.indexOf(step) + 1, steps: steps.length })}</p>
    ${errorSummary(state, ui)}${status === 'failed' ? failure(state, ui) : nothing}${heading(ui.t(`${step}Heading`), 'progress')}
    ${isFirst ? firstNotes(state, ui) : nothing}${topicNotes(state, ui)}${STEPS[step](state, ui)}`;
}

/** One template for all: the button that was pressed stays, and the focus on it. */
export function stepButtons(state: FlowState, ui: Ui) {
  const { step, status } = state;
  const isReview = step === 'review';
  const isBusy = status === 'sending' || status === 'checking';
  const isFirst = shownSteps(state)[0] === step && !state.isRevising;
  const isLimited = status === 'failed' && state.outcome.kind === 'limited' && state.outcome.until > ui.now;
  const label = isBusy ? 'sending' : status === 'failed' ? 'tryAgain' : isReview ? 'send' : 'continue';
  return html`${uploadBar(state, ui)}${isBusy ? button(ui, 'cancel', 'quiet', 'cancel') : isFirst ? nothing : button(ui, 'back', 'quiet', 'back')}${button(
    ui,
    isReview ? 'send' : 'continue',
    'primary',
    label,
    isBusy || isLimited,
  )}`;
}

function uploadBar(state: FlowState, ui: Ui) {
  if (state.status !== 'sending' || state.attachments.length === 0 || state.progress.total === 0) return nothing;
  return html`<progress aria-label=${ui.t('sending')} max="1" .value=${state.progress.sent / state.progress.total}></progress>`;
}

/** What to know before writing anything. */
function firstNotes(state: FlowState, ui: Ui) {
  const { t } = ui;
  const { form, offeredAt } = state;
  const { replyWithinHours: hours } = form;
  return html`${waitingList(state, ui)}${
    offeredAt === undefined
      ? nothing
      : note(
          html`${sentence(t('draft', { ago: ui.ago(offeredAt) }))}
            <div class="row">${button(ui, 'resumeDraft', 'line', 'draftContinue')}${button(ui, 'deleteDraft', 'quiet', 'draftDelete')}</div>`,
          'warn',
        )
  }
  ${note(html`${sentence(hours ? t('noteReplyWithin', { time: ui.hours(hours) }) : t('noteReply'))}${sentence(t('noteOnce'))}`)}
  ${notices(state, ui)}
  <slot name="notes"></slot>`;
}

/** What belongs to the topic chosen: notices, and a ticket that this one may repeat. */
function topicNotes(state: FlowState, ui: Ui) {
  const { step, answers, likelyTwin } = state;
  if (step !== 'topic' && step !== 'review') return nothing;
  const twin = likelyTwin
    ? note(
        html`${sentence(twinCreated(likelyTwin, ui, true), likelyTwin.id)}${twinNext(likelyTwin, ui)}
        ${step === 'review' ? differentField(state, ui) : nothing}`,
        'warn',
      )
    : nothing;
  return html`${step === 'topic' ? notices(state, ui, answers.topic) : nothing}${twin}`;
}

function notices(state: FlowState, ui: Ui, path?: readonly string[]) {
  const { country } = state.answers;
  return currentNotices(state.form, { country, now: ui.now, ...(path && { path }) }).map(({ text, url }) => {
    const words = ownText(text, state, ui);
    return note(html`${sentence(words)}${url ? link(url, ui.t('readMore'), words) : nothing}`, 'warn');
  });
}
