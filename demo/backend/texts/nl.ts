import type { Texts } from './en.ts';

/** Dutch, with “je” and “het ticket”. Reviewed against the English; not yet checked by a native speaker. */
export const nl: Texts = {
  tag: 'nl',
  facts: {
    number: 'Ticketnummer',
    country: 'Woonland',
    topic: 'Onderwerp',
    created: 'Aangemaakt op',
    files: 'Bestanden',
    yes: 'Ja',
  },
  confirmation: {
    subject: (number) => `[${number}] We hebben je supportticket ontvangen`,
    title: 'Je ticket is aangemaakt',
    greeting: 'Hallo,',
    received: 'We hebben je supportticket ontvangen. Bewaar het nummer.',
    replyBy: (time) => `We antwoorden per e-mail, uiterlijk ${time}.`,
    replySoon: 'We antwoorden per e-mail.',
    spam: 'Zie je ons antwoord tegen die tijd nog niet, kijk dan in je spammap.',
    more: 'Wil je iets toevoegen? Beantwoord deze e-mail. Met een tweede ticket over hetzelfde probleem wacht je langer.',
    secrets: 'We vragen nooit om wachtwoorden, codes, seed phrases of privésleutels.',
    notMe: 'Heb je dit ticket niet aangemaakt? Laat het ons weten, dan sluiten we het:',
    notMeLink: 'Dit was ik niet',
  },
  verification: {
    subject: 'Bevestig je supportticket',
    title: 'Bevestig je supportticket',
    greeting: 'Hallo,',
    almost: 'Nog één stap: je ticket wordt aangemaakt als je het bevestigt.',
    link: 'Ticket bevestigen',
    validity: 'De link werkt 7 dagen.',
    notMe:
      'Heb je hier niet om gevraagd? Dan hoef je niets te doen: er wordt geen ticket aangemaakt. Om deze e-mails niet meer te krijgen:',
    notMeLink: 'Dit was ik niet',
  },
  pages: {
    notMe: {
      title: 'Was jij dit niet?',
      text: 'Iemand heeft je e-mailadres opgegeven in een supportticket. Was jij dit niet, dan sluiten we het ticket en sturen we geen automatische e-mails over tickets meer naar dit adres.',
      button: 'Dit was ik niet: ticket sluiten',
      doneTitle: 'Het ticket is gesloten',
      doneText: 'We sturen geen automatische e-mails over tickets meer naar dit adres. Je hoeft verder niets te doen.',
    },
    verify: {
      title: 'Bevestig je supportticket',
      text: 'Je ticket wordt aangemaakt als je op de knop drukt.',
      button: 'Ticket aanmaken',
      doneTitle: 'Je ticket is aangemaakt',
      doneText: 'We hebben je een e-mail gestuurd met de gegevens. We antwoorden per e-mail: kijk ook in je spammap.',
    },
    gone: {
      title: 'Deze link werkt niet meer',
      text: 'De link is misschien onvolledig of te oud, of het ticket is gesloten.',
    },
  },
};
