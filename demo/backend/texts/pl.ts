import type { Texts } from './en.ts';

/**
 * Polish, with the second person and no past forms that tell the customer’s gender; a ticket is a “zgłoszenie”.
 * Reviewed against the English; not yet checked by a native speaker.
 */
export const pl: Texts = {
  tag: 'pl',
  facts: {
    number: 'Numer zgłoszenia',
    country: 'Kraj zamieszkania',
    topic: 'Temat',
    created: 'Utworzono',
    files: 'Pliki',
    yes: 'Tak',
  },
  confirmation: {
    subject: (number) => `[${number}] Otrzymaliśmy Twoje zgłoszenie`,
    title: 'Twoje zgłoszenie zostało utworzone',
    greeting: 'Dzień dobry,',
    received: 'otrzymaliśmy Twoje zgłoszenie. Zachowaj jego numer.',
    replyBy: (time) => `Odpowiemy e-mailem, najpóźniej ${time}.`,
    replySoon: 'Odpowiemy e-mailem.',
    spam: 'Jeśli do tego czasu nie zobaczysz naszej odpowiedzi, sprawdź folder ze spamem.',
    more: 'Chcesz coś dodać? Odpowiedz na ten e-mail. Drugie zgłoszenie w tej samej sprawie wydłuża czas odpowiedzi.',
    secrets: 'Nigdy nie prosimy o hasła, kody, frazy odzyskiwania ani klucze prywatne.',
    notMe: 'Jeśli to zgłoszenie nie pochodzi od Ciebie, daj nam znać, a je zamkniemy:',
    notMeLink: 'To nie ja',
  },
  verification: {
    subject: 'Potwierdź swoje zgłoszenie',
    title: 'Potwierdź swoje zgłoszenie',
    greeting: 'Dzień dobry,',
    almost: 'został jeden krok: zgłoszenie powstanie, gdy je potwierdzisz.',
    link: 'Potwierdź zgłoszenie',
    validity: 'Link działa przez 7 dni.',
    notMe:
      'Jeśli ta prośba nie pochodzi od Ciebie, nie musisz nic robić: zgłoszenie nie powstanie. Aby nie dostawać więcej takich e-maili:',
    notMeLink: 'To nie ja',
  },
  pages: {
    notMe: {
      title: 'To zgłoszenie nie pochodzi od Ciebie?',
      text: 'Ktoś podał Twój adres e-mail w zgłoszeniu. Jeśli nie pochodzi ono od Ciebie, zamkniemy je i nie będziemy już wysyłać na ten adres automatycznych e-maili o zgłoszeniach.',
      button: 'To nie ja: zamknij zgłoszenie',
      doneTitle: 'Zgłoszenie jest zamknięte',
      doneText:
        'Nie będziemy już wysyłać na ten adres automatycznych e-maili o zgłoszeniach. Nie musisz robić nic więcej.',
    },
    verify: {
      title: 'Potwierdź swoje zgłoszenie',
      text: 'Zgłoszenie powstanie, gdy naciśniesz przycisk.',
      button: 'Utwórz zgłoszenie',
      doneTitle: 'Twoje zgłoszenie zostało utworzone',
      doneText: 'Wysłaliśmy Ci e-mail ze szczegółami zgłoszenia. Odpowiadamy e-mailem: sprawdź też folder ze spamem.',
    },
    gone: {
      title: 'Ten link już nie działa',
      text: 'Może być niepełny lub zbyt stary albo zgłoszenie zostało zamknięte.',
    },
  },
};
