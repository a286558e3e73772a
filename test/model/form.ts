import type { FormDefinitionInput } from '../../src/ticket/form-definition.js';

/** What both sides of the model agree on. */
export const FORM: FormDefinitionInput = { topics: [{ id: 'deposits', label: 'Deposits' }] };

/** What the customer says beside the description. */
export const ANSWERS = { country: 'BR', email: 'maria@example.com', name: 'Maria', topic: ['deposits'] };
