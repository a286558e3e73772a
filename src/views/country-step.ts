import { nothing } from 'lit/html.js';
import { COUNTRIES } from '../ticket/countries.js';
import type { FlowContent } from '../ticket/flow-state.js';
import { offeredCountries } from '../ticket/topics.js';
import { fieldView } from './field.js';
import { link } from './parts.js';
import type { Ui } from './ui.js';

/** 250 names take a slow phone a while: they come after the panel has painted. */
export function countryStep(state: FlowContent, ui: Ui) {
  const { form, answers } = state;
  const { likely = [] } = form.countries;
  const offered = offeredCountries(form);
  const codes = ui.hasPainted ? offered : [answers.country].filter(Boolean);
  const choices = codes
    .map((value) => ({ value, label: ui.country(value) }))
    .sort((a, b) => ui.compare(a.label, b.label));
  const first = ui.hasPainted ? likely.flatMap((code) => choices.find(({ value }) => value === code) ?? []) : [];
  return fieldView(
    {
      pointer: '#/country',
      kind: 'select',
      label: ui.t('country'),
      hint: ui.t('countryHint'),
      value: answers.country,
      autocomplete: 'country',
      choices: [...first, ...choices.filter((choice) => !first.includes(choice))],
      likely: first.length,
      after:
        offered.length < COUNTRIES.length && ui.fallbackUrl ? link(ui.fallbackUrl, ui.t('countryMissing')) : nothing,
    },
    state,
    ui,
  );
}
