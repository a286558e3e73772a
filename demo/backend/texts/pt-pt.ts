import type { Texts } from './en.ts';

/**
 * European Portuguese, with the third person and no “você”; a ticket is a “pedido”.
 * Reviewed against the English; not yet checked by a native speaker.
 */
export const ptPt: Texts = {
  tag: 'pt-PT',
  facts: {
    number: 'Número do pedido',
    country: 'País de residência',
    topic: 'Assunto',
    created: 'Criado em',
    files: 'Ficheiros',
    yes: 'Sim',
  },
  confirmation: {
    subject: (number) => `[${number}] Recebemos o seu pedido de apoio`,
    title: 'O seu pedido foi criado',
    greeting: 'Olá,',
    received: 'Recebemos o seu pedido de apoio. Guarde o número.',
    replyBy: (time) => `Respondemos por e-mail até ${time}.`,
    replySoon: 'Respondemos por e-mail.',
    spam: 'Se até lá não vir a nossa resposta, verifique a pasta de spam.',
    more: 'Quer acrescentar algo? Responda a este e-mail. Um segundo pedido sobre o mesmo problema atrasa a resposta.',
    secrets: 'Nunca pedimos palavras-passe, códigos, frases de recuperação nem chaves privadas.',
    notMe: 'Se não criou este pedido, diga-nos e nós fechamo-lo:',
    notMeLink: 'Não fui eu',
  },
  verification: {
    subject: 'Confirme o seu pedido de apoio',
    title: 'Confirme o seu pedido de apoio',
    greeting: 'Olá,',
    almost: 'Falta um passo: o seu pedido será criado quando o confirmar.',
    link: 'Confirmar o pedido',
    validity: 'O link funciona durante 7 dias.',
    notMe:
      'Se não pediu isto, não precisa de fazer nada: nenhum pedido será criado. Para não receber mais e-mails como este:',
    notMeLink: 'Não fui eu',
  },
  pages: {
    notMe: {
      title: 'Não criou este pedido?',
      text: 'Alguém indicou o seu endereço de e-mail num pedido de apoio. Se não criou esse pedido, fechamo-lo e não enviamos mais e-mails automáticos sobre pedidos para este endereço.',
      button: 'Não fui eu: fechar o pedido',
      doneTitle: 'O pedido está fechado',
      doneText:
        'Não enviamos mais e-mails automáticos sobre pedidos para este endereço. Não precisa de fazer mais nada.',
    },
    verify: {
      title: 'Confirme o seu pedido de apoio',
      text: 'O seu pedido será criado quando carregar no botão.',
      button: 'Criar o pedido',
      doneTitle: 'O seu pedido foi criado',
      doneText:
        'Enviámos-lhe um e-mail com os dados do pedido. Respondemos por e-mail: verifique também a pasta de spam.',
    },
    gone: {
      title: 'Este link já não funciona',
      text: 'Pode estar incompleto ou ser demasiado antigo, ou o pedido já foi fechado.',
    },
  },
};
