import type { Texts } from './en.ts';

/** German, with “Sie”; a ticket is an “Anfrage”. Reviewed against the English; not yet checked by a native speaker. */
export const de: Texts = {
  tag: 'de',
  facts: {
    number: 'Anfragenummer',
    country: 'Wohnsitzland',
    topic: 'Thema',
    created: 'Erstellt am',
    files: 'Dateien',
    yes: 'Ja',
  },
  confirmation: {
    subject: (number) => `[${number}] Wir haben Ihre Supportanfrage erhalten`,
    title: 'Ihre Anfrage wurde erstellt',
    greeting: 'Guten Tag,',
    received: 'wir haben Ihre Supportanfrage erhalten. Bewahren Sie die Anfragenummer auf.',
    replyBy: (time) => `Wir antworten per E-Mail bis zum ${time}.`,
    replySoon: 'Wir antworten per E-Mail.',
    spam: 'Wenn Sie bis dahin keine Antwort sehen, prüfen Sie den Spam-Ordner.',
    more: 'Möchten Sie etwas ergänzen? Antworten Sie auf diese E-Mail. Eine zweite Anfrage zum selben Problem verlängert die Wartezeit.',
    secrets: 'Wir fragen nie nach Passwörtern, Codes, Seed-Phrasen oder privaten Schlüsseln.',
    notMe: 'Wenn Sie diese Anfrage nicht erstellt haben, sagen Sie es uns und wir schließen sie:',
    notMeLink: 'Das war ich nicht',
  },
  verification: {
    subject: 'Bestätigen Sie Ihre Supportanfrage',
    title: 'Bestätigen Sie Ihre Supportanfrage',
    greeting: 'Guten Tag,',
    almost: 'ein Schritt fehlt noch: Ihre Anfrage wird erstellt, sobald Sie sie bestätigen.',
    link: 'Anfrage bestätigen',
    validity: 'Der Link funktioniert 7 Tage lang.',
    notMe:
      'Wenn Sie das nicht angefordert haben, müssen Sie nichts tun: Es wird keine Anfrage erstellt. Um keine solchen E-Mails mehr zu erhalten:',
    notMeLink: 'Das war ich nicht',
  },
  pages: {
    notMe: {
      title: 'Das waren Sie nicht?',
      text: 'Jemand hat Ihre E-Mail-Adresse in einer Supportanfrage angegeben. Wenn Sie das nicht waren, schließen wir die Anfrage und senden an diese Adresse keine automatischen E-Mails zu Anfragen mehr.',
      button: 'Das war ich nicht: Anfrage schließen',
      doneTitle: 'Die Anfrage ist geschlossen',
      doneText:
        'Wir senden an diese Adresse keine automatischen E-Mails zu Anfragen mehr. Sie müssen nichts weiter tun.',
    },
    verify: {
      title: 'Bestätigen Sie Ihre Supportanfrage',
      text: 'Ihre Anfrage wird erstellt, wenn Sie auf die Schaltfläche klicken.',
      button: 'Anfrage erstellen',
      doneTitle: 'Ihre Anfrage wurde erstellt',
      doneText:
        'Wir haben Ihnen eine E-Mail mit den Einzelheiten gesendet. Wir antworten per E-Mail: Prüfen Sie auch den Spam-Ordner.',
    },
    gone: {
      title: 'Dieser Link funktioniert nicht mehr',
      text: 'Er ist vielleicht unvollständig oder zu alt, oder die Anfrage wurde geschlossen.',
    },
  },
};
