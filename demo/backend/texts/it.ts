import type { Texts } from './en.ts';

/** Italian, with “tu”; a ticket is a “richiesta”. Reviewed against the English; not yet checked by a native speaker. */
export const it: Texts = {
  tag: 'it',
  facts: {
    number: 'Numero della richiesta',
    country: 'Paese di residenza',
    topic: 'Argomento',
    created: 'Data di creazione',
    files: 'File',
    yes: 'Sì',
  },
  confirmation: {
    subject: (number) => `[${number}] Abbiamo ricevuto la tua richiesta di assistenza`,
    title: 'La tua richiesta è stata creata',
    greeting: 'Ciao,',
    received: 'abbiamo ricevuto la tua richiesta di assistenza. Conserva il numero.',
    replyBy: (time) => `Risponderemo via email entro questa data: ${time}.`,
    replySoon: 'Risponderemo via email.',
    spam: 'Se per allora non vedi la nostra risposta, controlla lo spam.',
    more: 'Vuoi aggiungere qualcosa? Rispondi a questa email. Una seconda richiesta sullo stesso problema allunga l’attesa.',
    secrets: 'Non chiediamo mai password, codici, frasi di recupero o chiavi private.',
    notMe: 'Se non hai creato questa richiesta, faccelo sapere e la chiuderemo:',
    notMeLink: 'Non ho inviato io la richiesta',
  },
  verification: {
    subject: 'Conferma la tua richiesta di assistenza',
    title: 'Conferma la tua richiesta di assistenza',
    greeting: 'Ciao,',
    almost: 'manca un passaggio: la tua richiesta sarà creata quando la confermerai.',
    link: 'Conferma la richiesta',
    validity: 'Il link funziona per 7 giorni.',
    notMe:
      'Se non hai inviato tu la richiesta, non devi fare nulla: non sarà creata. Per non ricevere più queste email:',
    notMeLink: 'Non ho inviato io la richiesta',
  },
  pages: {
    notMe: {
      title: 'Non hai inviato tu la richiesta?',
      text: 'Qualcuno ha indicato il tuo indirizzo email in una richiesta di assistenza. Se non l’hai inviata tu, chiuderemo la richiesta e non invieremo più email automatiche sulle richieste a questo indirizzo.',
      button: 'Non l’ho inviata io: chiudi la richiesta',
      doneTitle: 'La richiesta è chiusa',
      doneText: 'Non invieremo più email automatiche sulle richieste a questo indirizzo. Non devi fare altro.',
    },
    verify: {
      title: 'Conferma la tua richiesta di assistenza',
      text: 'La tua richiesta sarà creata quando premerai il pulsante.',
      button: 'Crea la richiesta',
      doneTitle: 'La tua richiesta è stata creata',
      doneText: 'Ti abbiamo inviato un’email con i dettagli. Rispondiamo via email: controlla anche lo spam.',
    },
    gone: {
      title: 'Questo link non funziona più',
      text: 'Potrebbe essere incompleto o troppo vecchio, oppure la richiesta è stata chiusa.',
    },
  },
};
