import { html, nothing } from 'lit/html.js';
import type { FlowState, WaitingTicket } from '../ticket/flow-state.js';
import { note, sentence } from './parts.js';
import type { Ui } from './ui.js';

/** The tickets of this browser that wait for a connection: topic and time, never the text. */
export function waitingList(state: FlowState, ui: Ui) {
  return state.waiting.map((ticket) => row(ticket, state, ui));
}

function row({ key, topic, at, isStuck }: WaitingTicket, { status, answers, attachments }: FlowState, ui: Ui) {
  const { t } = ui;
  const id = `waiting-${key}`;
  // The words of a ticket that was just queued are its own.
  const hasWritten = status !== 'queued' && (answers.description !== '' || attachments.length > 0);
  const canContinue = isStuck && !hasWritten;
  const choice = (label: 'cancel' | 'draftContinue', look: 'line' | 'quiet', press: () => void) =>
    html`<button type="button" part="button button-${look}" class=${look} aria-describedby=${id} @click=${press}>${t(label)}</button>`;
  return note(
    html`<div id=${id}>${sentence(`${topic}, ${ui.ago(at)}`, topic)}</div>
      ${sentence(t(isStuck ? 'waitingStuck' : 'waiting'))}
      <div class="row">${canContinue ? choice('draftContinue', 'line', () => ui.takeUp(key)) : nothing}${choice('cancel', canContinue ? 'quiet' : 'line', () => ui.giveUp(key))}</div>`,
    'warn',
  );
}
