import type { Texts } from './en.ts';

/** Latin American Spanish, with “tú”. Reviewed against the English; not yet checked by a native speaker. */
export const es419: Texts = {
  tag: 'es-419',
  facts: {
    number: 'Número de ticket',
    country: 'País de residencia',
    topic: 'Tema',
    created: 'Creado',
    files: 'Archivos',
    yes: 'Sí',
  },
  confirmation: {
    subject: (number) => `[${number}] Recibimos tu ticket de soporte`,
    title: 'Tu ticket fue creado',
    greeting: 'Hola:',
    received: 'Recibimos tu ticket de soporte. Guarda el número.',
    replyBy: (time) => `Te responderemos por correo electrónico, a más tardar el ${time}.`,
    replySoon: 'Te responderemos por correo electrónico.',
    spam: 'Si para entonces no ves nuestra respuesta, revisa tu carpeta de spam.',
    more: '¿Quieres agregar algo? Responde a este correo. Crear otro ticket por el mismo problema demora la respuesta.',
    secrets: 'Nunca te pediremos contraseñas, códigos, frases semilla ni claves privadas.',
    notMe: 'Si no creaste este ticket, avísanos y lo cerraremos:',
    notMeLink: 'No fui yo',
  },
  verification: {
    subject: 'Confirma tu ticket de soporte',
    title: 'Confirma tu ticket de soporte',
    greeting: 'Hola:',
    almost: 'Falta un paso: tu ticket se creará cuando lo confirmes.',
    link: 'Confirmar el ticket',
    validity: 'El enlace funciona durante 7 días.',
    notMe:
      'Si no lo pediste, no tienes que hacer nada: no se creará ningún ticket. Para no recibir más correos como este:',
    notMeLink: 'No fui yo',
  },
  pages: {
    notMe: {
      title: '¿No fuiste tú?',
      text: 'Alguien indicó tu correo electrónico en un ticket de soporte. Si no fuiste tú, cerraremos el ticket y no enviaremos más correos automáticos sobre tickets a esta dirección.',
      button: 'No fui yo: cerrar el ticket',
      doneTitle: 'El ticket está cerrado',
      doneText: 'No enviaremos más correos automáticos sobre tickets a esta dirección. No tienes que hacer nada más.',
    },
    verify: {
      title: 'Confirma tu ticket de soporte',
      text: 'Tu ticket se creará cuando presiones el botón.',
      button: 'Crear el ticket',
      doneTitle: 'Tu ticket fue creado',
      doneText:
        'Te enviamos un correo con los datos. Respondemos por correo electrónico: revisa también tu carpeta de spam.',
    },
    gone: {
      title: 'Este enlace ya no funciona',
      text: 'Puede estar incompleto o vencido, o el ticket ya se cerró.',
    },
  },
};
