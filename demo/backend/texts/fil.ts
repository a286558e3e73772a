import type { Texts } from './en.ts';

/** Filipino, with "ka" and "mo". Reviewed against the English; not yet checked by a native speaker. */
export const fil: Texts = {
  tag: 'fil',
  facts: {
    number: 'Numero ng ticket',
    country: 'Bansang tinitirhan',
    topic: 'Paksa',
    created: 'Ginawa',
    files: 'Mga file',
    yes: 'Oo',
  },
  confirmation: {
    subject: (number) => `[${number}] Natanggap namin ang support ticket mo`,
    title: 'Nagawa na ang ticket mo',
    greeting: 'Kumusta,',
    received: 'Natanggap namin ang support ticket mo. Itago ang numero nito.',
    replyBy: (time) => `Sasagot kami sa email nang hindi lalampas sa ${time}.`,
    replySoon: 'Sasagot kami sa email.',
    spam: 'Kung wala ka pang nakikitang sagot pagdating ng oras na iyon, tingnan ang spam folder.',
    more: 'May gusto ka bang idagdag? Mag-reply sa email na ito. Mas tatagal ang sagot kung gagawa ka ng isa pang ticket tungkol dito.',
    secrets: 'Hindi kami kailanman hihingi ng password, code, seed phrase o private key.',
    notMe: 'Kung hindi ikaw ang gumawa ng ticket na ito, sabihin sa amin at isasara namin ito:',
    notMeLink: 'Hindi ako ito',
  },
  verification: {
    subject: 'Kumpirmahin ang support ticket mo',
    title: 'Kumpirmahin ang support ticket mo',
    greeting: 'Kumusta,',
    almost: 'Isang hakbang na lang: gagawin ang ticket mo kapag kinumpirma mo ito.',
    link: 'Kumpirmahin ang ticket',
    validity: 'Gagana ang link sa loob ng 7 araw.',
    notMe:
      'Kung hindi mo ito hiniling, wala kang kailangang gawin: walang gagawing ticket. Para hindi na makatanggap ng ganitong email:',
    notMeLink: 'Hindi ako ito',
  },
  pages: {
    notMe: {
      title: 'Hindi ba ikaw ito?',
      text: 'May naglagay ng email mo sa isang support ticket. Kung hindi ikaw iyon, isasara namin ang ticket, at hindi na kami magpapadala sa address na ito ng mga awtomatikong email tungkol sa mga ticket.',
      button: 'Hindi ako ito: isara ang ticket',
      doneTitle: 'Naisara na ang ticket',
      doneText:
        'Hindi na kami magpapadala sa address na ito ng mga awtomatikong email tungkol sa mga ticket. Wala ka nang ibang kailangang gawin.',
    },
    verify: {
      title: 'Kumpirmahin ang support ticket mo',
      text: 'Gagawin ang ticket mo kapag pinindot mo ang button.',
      button: 'Gawin ang ticket',
      doneTitle: 'Nagawa na ang ticket mo',
      doneText:
        'Nagpadala kami sa iyo ng email na may mga detalye. Sasagot kami sa email: tingnan din ang spam folder.',
    },
    gone: {
      title: 'Hindi na gumagana ang link na ito',
      text: 'Baka kulang ito o masyado nang luma, o naisara na ang ticket.',
    },
  },
};
