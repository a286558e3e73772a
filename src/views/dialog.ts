import { html, nothing } from 'lit/html.js';
import type { FlowState } from '../ticket/flow-state.js';
import { cross } from './attachment-list.js';
import { pendingView, queuedView, receiptView, recentView, twinView } from './endings.js';
import { stepBody, stepButtons } from './step.js';
import type { Ui } from './ui.js';

/** What the dialog itself reports. */
export interface DialogHandlers {
  handleCancel(event: Event): void;
  handleClose(event: Event): void;
  handlePress(event: PointerEvent): void;
}

/** The panel: a dialog, or a section in place. */
export function dialogView(state: FlowState, ui: Ui, { handleCancel, handleClose, handlePress }: DialogHandlers) {
  if (ui.isInline)
    return html`<section part="panel" class="panel" aria-labelledby="title" lang=${ui.locale} dir=${ui.direction}>${frame(state, ui)}</section>`;
  return html`<dialog part="panel" class="panel" aria-labelledby="title" lang=${ui.locale} dir=${ui.direction}
    @cancel=${handleCancel} @close=${handleClose} @pointerdown=${handlePress}>${frame(state, ui)}</dialog>`;
}

/** Header, what scrolls, actions, and the one status region. */
function frame(state: FlowState, ui: Ui) {
  const [body, buttons] = screen(state, ui);
  const take = (event: ClipboardEvent | DragEvent) => takeFiles(event, ui);
  return html`<div class="header" part="header">
      <span id="title">${ui.t('title')}</span>
      ${ui.isInline ? nothing : cross(ui.t('close'), () => ui.press('close'), 'close')}
    </div>
    <form novalidate @paste=${take} @dragover=${take} @drop=${take}>
      <div class="body" part="body">${body}<slot name="footer"></slot></div>
      <div class="footer" part="footer">${buttons}</div>
    </form>
    <p class="unseen" role="status">${ui.message}</p>`;
}

function screen(state: FlowState, ui: Ui): readonly [body: unknown, buttons: unknown] {
  switch (state.status) {
    case 'recent':
      return recentView(state, ui);
    case 'twin':
      return twinView(state, ui);
    case 'pending':
      return pendingView(state, ui);
    case 'queued':
      return queuedView(state, ui);
    case 'sent':
      return receiptView(state, ui);
    default:
      return [stepBody(state, ui), stepButtons(state, ui)];
  }
}

/** Files that are pasted or dropped anywhere on the panel; text is pasted as ever. Left alone, a dropped file would replace the page. */
function takeFiles(event: ClipboardEvent | DragEvent, ui: Ui): void {
  const { files, types } = ('clipboardData' in event ? event.clipboardData : event.dataTransfer) ?? {};
  if (!types?.includes('Files')) return;
  event.preventDefault();
  if (event.type !== 'dragover') void ui.attach(files ?? []);
}
