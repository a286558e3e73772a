import type { FlowContent } from '../ticket/flow-state.js';
import type { Field } from '../ticket/form-definition.js';
import { type TopicLevel, topicLevels, topicsAlong, valueOf, visibleFields } from '../ticket/topics.js';
import { fieldView } from './field.js';
import { ownText, type Ui } from './ui.js';

/** Up to so many choices are radios, more are a select. */
const MOST_RADIOS = 8;

/** Each level of the topic tree below the choice that it belongs to; below the last one, the fields of all topics chosen. */
export function topicStep(state: FlowContent, ui: Ui) {
  const { form, answers } = state;
  return levelView(topicLevels(form, answers.country, answers.topic), 0, state, ui);
}

function levelView(levels: readonly TopicLevel[], depth: number, state: FlowContent, ui: Ui): unknown {
  const level = levels[depth];
  if (!level) return ownFields(state, ui);
  const { parent, choices, chosen } = level;
  const isSelect = choices.length > MOST_RADIOS;
  // They may be thousands: those that nobody sees yet come after the panel has painted.
  const shown = isSelect && !ui.hasPainted ? choices.filter((choice) => choice === chosen) : choices;
  const label = parent ? ui.t('subtopic', { topic: ownText(parent.label, state, ui) }) : '';
  return fieldView(
    {
      pointer: `#/topic/${String(depth)}`,
      kind: isSelect ? 'select' : 'radio',
      label,
      isHeading: !parent,
      value: chosen?.id ?? '',
      choices: shown.map(({ id, label: name, hint }) => ({
        value: id,
        label: ownText(name, state, ui),
        hint: ownText(hint, state, ui),
      })),
      inner: chosen && levelView(levels, depth + 1, state, ui),
    },
    state,
    ui,
  );
}

function ownFields(state: FlowContent, ui: Ui) {
  const { form, answers } = state;
  const along = topicsAlong(form, answers.country, answers.topic);
  const fields = visibleFields(along, answers.fields);
  return fields.length > 0 && fields.map((field) => ownField(field, state, ui));
}

function ownField({ id, kind, label, hint, required, options = [] }: Field, state: FlowContent, ui: Ui) {
  const name = ownText(label, state, ui);
  return fieldView(
    {
      pointer: `#/fields/${id}`,
      kind: kind === 'radio' && options.length > MOST_RADIOS ? 'select' : kind,
      label: required || kind === 'checkbox' ? name : ui.t('optional', { label: name }),
      hint: ownText(hint, state, ui),
      value: valueOf(state.answers.fields, id) ?? '',
      choices: options.map((option) => ({ value: option.value, label: ownText(option.label, state, ui) })),
    },
    state,
    ui,
  );
}
