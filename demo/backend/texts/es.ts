import type { Texts } from './en.ts';

/** Spanish of Spain, with “tú”. Reviewed against the English; not yet checked by a native speaker. */
export const es: Texts = {
  tag: 'es',
  facts: {
    number: 'Número de ticket',
    country: 'País de residencia',
    topic: 'Tema',
    created: 'Creado',
    files: 'Archivos',
    yes: 'Sí',
  },
  confirmation: {
    subject: (number) => `[${number}] Hemos recibido tu ticket de soporte`,
    title: 'Tu ticket se ha creado',
    greeting: 'Hola:',
    received: 'Hemos recibido tu ticket de soporte. Guarda el número.',
    replyBy: (time) => `Te responderemos por correo electrónico, a más tardar el ${time}.`,
    replySoon: 'Te responderemos por correo electrónico.',
    spam: 'Si para entonces no ves nuestra respuesta, revisa la carpeta de spam.',
    more: '¿Quieres añadir algo? Responde a este correo. Un segundo ticket sobre el mismo problema retrasa la respuesta.',
    secrets: 'Nunca pedimos contraseñas, códigos, frases semilla ni claves privadas.',
    notMe: 'Si no has creado este ticket, avísanos y lo cerraremos:',
    notMeLink: 'No he sido yo',
  },
  verification: {
    subject: 'Confirma tu ticket de soporte',
    title: 'Confirma tu ticket de soporte',
    greeting: 'Hola:',
    almost: 'Falta un paso: tu ticket se creará cuando lo confirmes.',
    link: 'Confirmar el ticket',
    validity: 'El enlace funciona durante 7 días.',
    notMe:
      'Si no lo has pedido, no tienes que hacer nada: no se creará ningún ticket. Para no recibir más correos como este:',
    notMeLink: 'No he sido yo',
  },
  pages: {
    notMe: {
      title: '¿No has sido tú?',
      text: 'Alguien ha indicado tu correo electrónico en un ticket de soporte. Si no has sido tú, cerraremos el ticket y no enviaremos más correos automáticos sobre tickets a esta dirección.',
      button: 'No he sido yo: cerrar el ticket',
      doneTitle: 'El ticket está cerrado',
      doneText: 'No enviaremos más correos automáticos sobre tickets a esta dirección. No tienes que hacer nada más.',
    },
    verify: {
      title: 'Confirma tu ticket de soporte',
      text: 'Tu ticket se creará cuando pulses el botón.',
      button: 'Crear el ticket',
      doneTitle: 'Tu ticket se ha creado',
      doneText:
        'Te hemos enviado un correo con los datos. Respondemos por correo electrónico: revisa también la carpeta de spam.',
    },
    gone: {
      title: 'Este enlace ya no funciona',
      text: 'Puede que esté incompleto o sea demasiado antiguo, o que el ticket ya se haya cerrado.',
    },
  },
};
