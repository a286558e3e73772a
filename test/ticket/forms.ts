import type { Answers, Attachment } from '../../src/ticket/answers.js';
import type { FlowAction, FlowState, FrozenTicket } from '../../src/ticket/flow-state.js';
import { nextState } from '../../src/ticket/flow.js';
import {
  type Field,
  type FormDefinition,
  type FormDefinitionInput,
  parseFormDefinition,
} from '../../src/ticket/form-definition.js';

/** A definition with its defaults, or an error that says what is wrong with it. */
export function formOf(input: Partial<FormDefinitionInput> = {}): FormDefinition {
  const { form, problems } = parseFormDefinition({ topics: TOPICS, ...input });
  if (!form) throw new Error(problems.join('\n'));
  return form;
}

/** A branch with fields, one offered in Brazil only, a leaf, a leaf of Brazil, and one that wants a file. */
export const TOPICS: FormDefinitionInput['topics'] = [
  {
    id: 'deposits',
    label: 'Deposits',
    topics: [
      {
        id: 'missing',
        label: 'It has not arrived',
        fields: [
          {
            id: 'currency',
            kind: 'select',
            label: 'Currency',
            required: true,
            options: [
              { value: 'BRL', label: 'Real' },
              { value: 'USD', label: 'Dollar' },
            ],
          },
          {
            id: 'amount',
            kind: 'number',
            label: 'Amount',
            required: true,
            min: 0.01,
            max: 1_000_000,
            showWhen: { field: 'currency', is: ['BRL'] },
          },
          { id: 'day', kind: 'date', label: 'Day' },
          { id: 'note', kind: 'text', label: 'Note' },
        ],
      },
      { id: 'pix', label: 'Pix', countries: ['BR'] },
    ],
  },
  { id: 'account', label: 'Account' },
  { id: 'cards', label: 'Cards', countries: ['BR'] },
  { id: 'security', label: 'Security', attachments: { required: true } },
];

export const FORM = formOf();

/** Answers with which nothing is wrong. */
export function answersOf(changes: Partial<Answers> = {}): Answers {
  return {
    country: 'BR',
    email: 'maria@example.com',
    name: 'Maria Souza',
    phone: '',
    topic: ['deposits', 'missing'],
    fields: { currency: 'USD' },
    description: 'My deposit is not there.',
    consent: false,
    isDifferent: false,
    ...changes,
  };
}

export function attachmentOf(id: string, changes: Partial<Attachment> = {}): Attachment {
  return { id, name: `${id}.png`, type: 'image/png', size: 1000, lastModified: 1, ...changes };
}

/** On review, with nothing wrong. */
export function reviewOf(changes: Partial<FlowState> = {}): FlowState {
  return {
    form: FORM,
    locale: 'en',
    step: 'review',
    skipped: [],
    isRevising: false,
    answers: answersOf(),
    attachments: [],
    lostFiles: [],
    waiting: [],
    rejections: [],
    issues: [],
    status: 'editing',
    ...changes,
  } as FlowState;
}

export const FROZEN: FrozenTicket = {
  key: '0b5c2f1e-0000-4000-8000-000000000000',
  json: '{}',
  at: Date.UTC(2026, 10, 23, 12),
  digest: 'd',
  topicDigest: 't',
};

export function after(state: FlowState, ...actions: readonly FlowAction[]): FlowState {
  return actions.reduce(nextState, state);
}

export function fieldOf(changes: Partial<Field> = {}): Field {
  return { id: 'field', kind: 'text', label: 'Field', ...changes };
}

/** What JSON from the network can do to objects, and code to careless readers of them. */
export const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  Number.NaN,
  '',
  'text',
  [],
  [[]],
  [null],
  {},
  JSON.parse('{"__proto__":{"a":1}}'),
  { constructor: 1, toString: 1, valueOf: 1, hasOwnProperty: 1, length: -1 },
  { length: 3 },
];
