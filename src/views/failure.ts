import { html, nothing } from 'lit/html.js';
import type { FlowState } from '../ticket/flow-state.js';
import { canWait } from '../ticket/flow.js';
import { isInDoubt } from '../ticket/outcome.js';
import { button, link } from './parts.js';
import type { Ui } from './ui.js';

type Failed = FlowState & { status: 'failed' };

/** What went wrong with sending, what it means for the ticket, and the ways on. */
export function failure(state: Failed, ui: Ui) {
  const { t, fallbackUrl, canQueue } = ui;
  return html`<div class="summary" id="alert" tabindex="-1" role="group" aria-labelledby="alert-heading">
    <h2 id="alert-heading">${t(isInDoubt(state.outcome) ? 'unconfirmed' : 'failed')}</h2>
    <p>${reason(state, ui)}</p>
    <div class="row">${canQueue && canWait(state) ? button(ui, 'queue', 'line', 'queue') : nothing}${button(ui, 'copyAll', 'line', 'copyAll')}${fallbackUrl ? link(fallbackUrl, t('otherContact')) : nothing}</div>
  </div>`;
}

function reason({ outcome, attachments }: Failed, { t, bytes, moment }: Ui): string {
  switch (outcome.kind) {
    case 'unreachable':
      return t('unreachable');
    case 'unconfirmed':
      return t('unconfirmedWhy');
    case 'limited':
      return t('limited', { time: moment(outcome.until, { timeStyle: 'short' }) });
    case 'oversized': {
      const [largest] = [...attachments].sort((a, b) => b.size - a.size);
      return t('oversized', { name: largest?.name ?? '', size: bytes(largest?.size ?? 0) });
    }
    default:
      return t('refused');
  }
}
