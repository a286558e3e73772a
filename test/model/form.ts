import type { FormDefinitionInput } from '../../src/ticket/form-definition.js';

/** What both sides of the model agree on. */
export const FORM: FormDefinitionInput = { topics: [{ id: 'deposits', label: 'Deposits' }] };
