import { html, nothing } from 'lit/html.js';
import type { FlowState } from '../ticket/flow-state.js';
import { button, emphasis, errorSummary, heading, note, sentence } from './parts.js';
import { differentField, twinCreated, twinNext } from './twin.js';
import type { Ui } from './ui.js';
import { waitingList } from './waiting.js';

/** What fills the screen and its actions. */
type Ending = readonly [body: unknown, buttons: unknown];
type In<Status extends FlowState['status']> = FlowState & { status: Status };

const close = (ui: Ui) => (ui.isInline ? nothing : button(ui, 'close', 'primary', 'close'));

/** On opening, when this browser sent a ticket not long ago. */
export function recentView(state: In<'recent'>, ui: Ui): Ending {
  const { twin } = state;
  return [
    html`${heading(emphasis(twinCreated(twin, ui, false), twin.id))}${note(twinNext(twin, ui))}${waitingList(state, ui)}`,
    html`${button(ui, 'continue', 'quiet', 'createAnother')}${close(ui)}`,
  ];
}

/** The same ticket was sent before; or an earlier version of it, as only the server could know. */
export function twinView(state: In<'twin'>, ui: Ui): Ending {
  const { twin, isChanged } = state;
  const { id = '' } = twin;
  return [
    html`${errorSummary(state, ui)}${heading(ui.t('twinHeading'))}
    ${note(html`${sentence(isChanged ? ui.t('twinChanged', { id }) : twinCreated(twin, ui, false), id)}${twinNext(twin, ui)}`)}
    ${differentField(state, ui)}`,
    html`${button(ui, 'changeTicket', 'quiet', 'changeTicket')}${button(ui, 'send', 'primary', 'send')}`,
  ];
}

/** The ticket waits for the customer to confirm the address. */
export function pendingView({ answers }: In<'pending'>, ui: Ui): Ending {
  const email = answers.email.trim();
  return [
    html`${heading(ui.t('pendingHeading'))}${note(sentence(ui.t('pending', { email }), email))}`,
    html`${button(ui, 'wrongAddress', 'quiet', 'wrongAddress')}${close(ui)}`,
  ];
}

/** In the outbox; with what else waits there. */
export function queuedView(state: In<'queued'>, ui: Ui): Ending {
  return [
    html`${heading(ui.t('queuedHeading'))}${waitingList(state, ui)}`,
    html`${button(ui, 'createAnother', 'quiet', 'createAnother')}${close(ui)}`,
  ];
}

export function receiptView({ receipt, answers }: In<'sent'>, ui: Ui): Ending {
  const { t } = ui;
  const email = answers.email.trim();
  const due = Date.parse(receipt.replyBy ?? '');
  const time = due ? ui.moment(due) : '';
  return [
    html`${note(
      html`${heading(t('receiptHeading'))}
        <p>${t('number')}</p>
        <p class="number"><bdi>${receipt.id}</bdi></p>`,
      'good',
    )}
      <div class="row">${button(ui, 'copyNumber', 'line', 'copyNumber')}${button(ui, 'saveCopy', 'line', 'saveCopy')}</div>
      <h3>${t('next')}</h3>
      ${sentence(t('confirmation', { email }), email)}${sentence(time ? t('answerBy', { time }) : t('answer'), time)}${sentence(t('toAdd'))}`,
    html`${button(ui, 'createAnother', 'quiet', 'createAnother')}${close(ui)}`,
  ];
}
