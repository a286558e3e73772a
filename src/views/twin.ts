import { nothing } from 'lit/html.js';
import type { FlowContent, Twin } from '../ticket/flow-state.js';
import { fieldView } from './field.js';
import { sentence } from './parts.js';
import type { Ui } from './ui.js';

/** When an earlier ticket was created. */
export function twinCreated({ id, at }: Twin, { t, ago }: Ui, isAbout: boolean): string {
  return id === undefined
    ? t('twinPending', { ago: ago(at) })
    : t(isAbout ? 'twinAbout' : 'twin', { id, ago: ago(at) });
}

/** What comes next for it, and what to do meanwhile; there is no e-mail about one without a number. */
export function twinNext({ id, replyBy }: Twin, { t, moment, now }: Ui) {
  if (id === undefined) return nothing;
  if (replyBy === undefined) return sentence(t('twinAdd'));
  if (replyBy < now) return sentence(t('twinLate'));
  const time = moment(replyBy);
  return sentence(`${t('twinAnswer', { time })} ${t('twinAdd')}`, time);
}

/** The way on past a twin. */
export function differentField(state: FlowContent, ui: Ui) {
  return fieldView(
    { pointer: '#/relatedTo', kind: 'checkbox', label: ui.t('different'), value: state.answers.isDifferent },
    state,
    ui,
  );
}
