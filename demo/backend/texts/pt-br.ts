import type { Texts } from './en.ts';

/** Brazilian Portuguese, with “você”. Reviewed against the English; not yet checked by a native speaker. */
export const ptBr: Texts = {
  tag: 'pt-BR',
  facts: {
    number: 'Número do ticket',
    country: 'País de residência',
    topic: 'Assunto',
    created: 'Criado em',
    files: 'Arquivos',
    yes: 'Sim',
  },
  confirmation: {
    subject: (number) => `[${number}] Recebemos seu ticket de suporte`,
    title: 'Seu ticket foi criado',
    greeting: 'Olá,',
    received: 'Recebemos seu ticket de suporte. Guarde o número.',
    replyBy: (time) => `Vamos responder por e-mail até ${time}.`,
    replySoon: 'Vamos responder por e-mail.',
    spam: 'Se até lá você não encontrar nossa resposta, confira a pasta de spam.',
    more: 'Quer acrescentar algo? Responda a este e-mail. Um segundo ticket sobre o mesmo problema atrasa a resposta.',
    secrets: 'Nunca pedimos senhas, códigos, frases de recuperação ou chaves privadas.',
    notMe: 'Se você não criou este ticket, avise e nós o encerramos:',
    notMeLink: 'Não fui eu',
  },
  verification: {
    subject: 'Confirme seu ticket de suporte',
    title: 'Confirme seu ticket de suporte',
    greeting: 'Olá,',
    almost: 'Falta um passo: seu ticket será criado quando você confirmar.',
    link: 'Confirmar o ticket',
    validity: 'O link funciona por 7 dias.',
    notMe:
      'Se não foi você quem pediu, não precisa fazer nada: nenhum ticket será criado. Para não receber mais e-mails como este:',
    notMeLink: 'Não fui eu',
  },
  pages: {
    notMe: {
      title: 'Não foi você?',
      text: 'Alguém informou seu endereço de e-mail em um ticket de suporte. Se não foi você, encerramos o ticket e não enviamos mais e-mails automáticos sobre tickets para este endereço.',
      button: 'Não fui eu: encerrar o ticket',
      doneTitle: 'O ticket foi encerrado',
      doneText:
        'Este endereço não vai mais receber e-mails automáticos nossos sobre tickets. Você não precisa fazer mais nada.',
    },
    verify: {
      title: 'Confirme seu ticket de suporte',
      text: 'Seu ticket será criado quando você clicar no botão.',
      button: 'Criar o ticket',
      doneTitle: 'Seu ticket foi criado',
      doneText: 'Enviamos um e-mail com os dados do ticket. Respondemos por e-mail: confira também a pasta de spam.',
    },
    gone: {
      title: 'Este link não funciona mais',
      text: 'Ele pode estar incompleto ou vencido, ou o ticket já foi encerrado.',
    },
  },
};
