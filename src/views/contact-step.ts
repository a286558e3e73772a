import { html, nothing } from 'lit/html.js';
import { callingCodeOf } from '../ticket/countries.js';
import type { FlowContent } from '../ticket/flow-state.js';
import { fieldView } from './field.js';
import { note } from './parts.js';
import type { Ui } from './ui.js';

export function contactStep(state: FlowContent, ui: Ui) {
  const { t } = ui;
  const { form, answers } = state;
  const { email, name, phone, country } = answers;
  const mended = ui.advice.suggestEmail?.(email.trim());
  const code = callingCodeOf(country);
  const suggestion = mended
    ? html`<button type="button" class="quiet" @click=${() => ui.answer('#/contact/email', mended)}>${t('suggestion', { email: mended })}</button>`
    : nothing;
  return html`${note(t('contactNote'))}
    ${fieldView({ pointer: '#/contact/email', kind: 'email', label: t('email'), value: email, autocomplete: 'email', after: suggestion }, state, ui)}
    ${fieldView({ pointer: '#/contact/name', kind: 'text', label: t('name'), value: name, autocomplete: 'name' }, state, ui)}
    ${
      form.contact.phone === 'hidden'
        ? nothing
        : fieldView(
            {
              pointer: '#/contact/phone',
              kind: 'tel',
              label: form.contact.phone === 'optional' ? t('optional', { label: t('phone') }) : t('phone'),
              hint: t('phoneHint'),
              value: phone,
              autocomplete: 'tel',
              prefix: code && !/^\s*(\+|00)/.test(phone) ? `+${code}` : undefined,
            },
            state,
            ui,
          )
    }`;
}
