import { html, nothing } from 'lit/html.js';
import type { Texts } from '../controllers/localizer.js';
import type { FlowContent } from '../ticket/flow-state.js';
import { inherited, topicsAlong } from '../ticket/topics.js';
import { attachmentList } from './attachment-list.js';
import { fieldView } from './field.js';
import { note } from './parts.js';
import { ownText, type Ui, withOwn } from './ui.js';

export function detailsStep(state: FlowContent, ui: Ui) {
  const { form, answers } = state;
  const { description, topic, country } = answers;
  const prompt = ownText(inherited(topicsAlong(form, country, topic), 'descriptionHint'), state, ui);
  return html`${fieldView(
    {
      pointer: '#/description',
      kind: 'textarea',
      label: ui.t('description'),
      hint: withOwn(prompt, ui.t('secrets')),
      value: description,
      count: countText(state, ui),
      after: ui.advice.hasSecret?.(description, ui.t('privateKey')) ? note(ui.t('secretFound'), 'warn') : nothing,
    },
    state,
    ui,
  )}${attachmentList(state, ui)}`;
}

/** How many characters are left, or too many. */
export function countText({ form, answers }: FlowContent, { t }: Texts): string {
  const left = form.description.maxLength - answers.description.length;
  return left < 0 ? t('charactersOver', { count: -left }) : t('charactersLeft', { count: left });
}
