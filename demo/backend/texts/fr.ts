import type { Texts } from './en.ts';

/**
 * French, with “vous”; no-break spaces before double punctuation.
 * Reviewed against the English; not yet checked by a native speaker.
 */
export const fr: Texts = {
  tag: 'fr',
  facts: {
    number: 'Numéro de la demande',
    country: 'Pays de résidence',
    topic: 'Sujet',
    created: 'Créée le',
    files: 'Fichiers',
    yes: 'Oui',
  },
  confirmation: {
    subject: (number) => `[${number}] Nous avons reçu votre demande d’assistance`,
    title: 'Votre demande a été créée',
    greeting: 'Bonjour,',
    received: 'Nous avons reçu votre demande d’assistance. Conservez son numéro.',
    replyBy: (time) => `Nous vous répondrons par e-mail, au plus tard le ${time}.`,
    replySoon: 'Nous vous répondrons par e-mail.',
    spam: 'Si vous ne voyez pas notre réponse d’ici là, vérifiez vos spams.',
    more: 'Quelque chose à ajouter ? Répondez à cet e-mail. Une seconde demande sur le même problème retarde la réponse.',
    secrets: 'Nous ne demandons jamais de mots de passe, de codes, de phrases de récupération ni de clés privées.',
    notMe: 'Si vous n’avez pas créé cette demande, dites-le-nous et nous la fermerons :',
    notMeLink: 'Ce n’était pas moi',
  },
  verification: {
    subject: 'Confirmez votre demande d’assistance',
    title: 'Confirmez votre demande d’assistance',
    greeting: 'Bonjour,',
    almost: 'Il reste une étape : votre demande sera créée quand vous la confirmerez.',
    link: 'Confirmer la demande',
    validity: 'Le lien fonctionne pendant 7 jours.',
    notMe:
      'Si vous n’êtes pas à l’origine de cette demande, vous n’avez rien à faire : elle ne sera pas créée. Pour ne plus recevoir ces e-mails :',
    notMeLink: 'Ce n’était pas moi',
  },
  pages: {
    notMe: {
      title: 'Ce n’était pas vous ?',
      text: 'Quelqu’un a indiqué votre adresse e-mail dans une demande d’assistance. Si ce n’était pas vous, nous fermerons la demande et n’enverrons plus à cette adresse d’e-mails automatiques au sujet de demandes d’assistance.',
      button: 'Ce n’était pas moi : fermer la demande',
      doneTitle: 'La demande est fermée',
      doneText:
        'Nous n’enverrons plus à cette adresse d’e-mails automatiques au sujet de demandes d’assistance. Vous n’avez rien d’autre à faire.',
    },
    verify: {
      title: 'Confirmez votre demande d’assistance',
      text: 'Votre demande sera créée quand vous appuierez sur le bouton.',
      button: 'Créer la demande',
      doneTitle: 'Votre demande a été créée',
      doneText:
        'Nous vous avons envoyé un e-mail avec tous les détails. Nous répondons par e-mail : vérifiez aussi vos spams.',
    },
    gone: {
      title: 'Ce lien ne fonctionne plus',
      text: 'Il est peut-être incomplet ou trop ancien, ou la demande a été fermée.',
    },
  },
};
