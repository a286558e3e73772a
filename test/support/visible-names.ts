import type { Messages } from '../../src/locales/en.js';

/** What customers see and documentation says: these names stay. */
const en = {
  launcher: 'Help',
  panel: 'Create a support ticket',
  country: 'Country of residence',
  email: 'Email',
  name: 'Full name',
  phone: 'Phone (optional)',
  topic: 'What is your ticket about?',
  description: 'Describe the problem',
  chooseFiles: 'Choose files',
  review: 'Check your answers',
  change: 'Change',
  continue: 'Continue',
  back: 'Back',
  send: 'Send ticket',
  close: 'Close',
  errors: 'There is a problem',
  receipt: 'Ticket created',
  copyNumber: 'Copy number',
  saveCopy: 'Save a copy',
  another: 'Create another ticket',
  twin: 'You already sent this ticket',
  different: 'This is a different problem',
};

export type VisibleNames = typeof en;
/** The languages whose names are fixed. */
export type Language = 'en' | 'pt-BR' | 'es-419';

export const visibleNames: Readonly<Record<Language, VisibleNames>> = {
  en,
  'pt-BR': {
    launcher: 'Ajuda',
    panel: 'Criar um ticket de suporte',
    country: 'País de residência',
    email: 'E-mail',
    name: 'Nome completo',
    phone: 'Telefone (opcional)',
    topic: 'Qual é o tipo de problema?',
    description: 'Descreva o problema',
    chooseFiles: 'Escolher arquivos',
    review: 'Confira suas respostas',
    change: 'Alterar',
    continue: 'Continuar',
    back: 'Voltar',
    send: 'Enviar ticket',
    close: 'Fechar',
    errors: 'Há um problema',
    receipt: 'Ticket criado',
    copyNumber: 'Copiar número',
    saveCopy: 'Salvar uma cópia',
    another: 'Criar outro ticket',
    twin: 'Você já enviou este ticket',
    different: 'É um problema diferente',
  },
  'es-419': {
    launcher: 'Ayuda',
    panel: 'Crear un ticket de soporte',
    country: 'País de residencia',
    email: 'Correo electrónico',
    name: 'Nombre completo',
    phone: 'Teléfono (opcional)',
    topic: '¿Sobre qué es tu ticket?',
    description: 'Describe el problema',
    chooseFiles: 'Elegir archivos',
    review: 'Revisa tus respuestas',
    change: 'Cambiar',
    continue: 'Continuar',
    back: 'Volver',
    send: 'Enviar ticket',
    close: 'Cerrar',
    errors: 'Hay un problema',
    receipt: 'Ticket creado',
    copyNumber: 'Copiar número',
    saveCopy: 'Guardar una copia',
    another: 'Crear otro ticket',
    twin: 'Ya enviaste este ticket',
    different: 'Es un problema diferente',
  },
};

/** The same names in any language, as its catalogue has them. */
export function namesIn(messages: Messages, launcher: string): VisibleNames {
  const text = (key: keyof Messages, values: Readonly<Record<string, string>> = {}) =>
    (messages[key] as string)
      .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
      // French has spaces of its own, which no assistive technology tells apart.
      .replace(/\s+/g, ' ');
  return {
    launcher,
    panel: text('title'),
    country: text('country'),
    email: text('email'),
    name: text('name'),
    phone: text('optional', { label: text('phone') }),
    topic: text('topicHeading'),
    description: text('description'),
    chooseFiles: text('chooseFiles'),
    review: text('reviewHeading'),
    change: text('change'),
    continue: text('continue'),
    back: text('back'),
    send: text('send'),
    close: text('close'),
    errors: text('errors'),
    receipt: text('receiptHeading'),
    copyNumber: text('copyNumber'),
    saveCopy: text('saveCopy'),
    another: text('createAnother'),
    twin: text('twinHeading'),
    different: text('different'),
  };
}
