import type { FormDefinitionInput } from '../../src/index.js';

/** A form as an exchange could have it: a branch with fields, one three deep, one with fewer countries, and two leaves. */
export const sampleForm = {
  replyWithinHours: 24,
  languages: ['en', 'pt-BR', 'es-419'],
  topics: [
    {
      id: 'deposits',
      label: { en: 'Deposits', 'pt-BR': 'Depósitos', es: 'Depósitos' },
      descriptionHint: 'When did you send it, and from which bank?',
      topics: [
        {
          id: 'pix',
          label: 'Pix',
          countries: ['BR'],
          fields: [
            { id: 'amount', kind: 'number', label: 'Amount', required: true, min: 1 },
            { id: 'own', kind: 'checkbox', label: 'From my own account' },
            {
              id: 'bank',
              kind: 'text',
              label: 'Whose account',
              required: true,
              showWhen: { field: 'own', is: [false] },
            },
          ],
        },
        { id: 'crypto', label: 'Crypto' },
      ],
    },
    {
      id: 'security',
      label: { en: 'Security', 'pt-BR': 'Segurança', es: 'Seguridad' },
      topics: [{ id: 'codes', label: 'Codes', topics: [{ id: 'no-code', label: 'No code arrives' }] }],
    },
    { id: 'access', label: { en: 'Account access', 'pt-BR': 'Acesso à conta', es: 'Acceso a la cuenta' } },
    { id: 'card', label: { en: 'Card', 'pt-BR': 'Cartão', es: 'Tarjeta' } },
  ],
} satisfies FormDefinitionInput;
