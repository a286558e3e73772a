import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { es419 } from '../../src/locales/es-419.js';
import { nl } from '../../src/locales/nl.js';
import { ptBr } from '../../src/locales/pt-br.js';
import { zhHans } from '../../src/locales/zh-hans.js';
import { hasSecret } from '../../src/ticket/secrets.js';

const SEED_12 = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const SEED_24 =
  'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless';
const SEED_ES = 'lente cactus ronda peine ancho mojar vega pupila joya rebote humilde tejido';
const WORDS = SEED_24.split(' ');
const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const CARD = '4111111111111111';

describe('secrets', () => {
  const secrets: readonly (readonly [what: string, text: string, words?: string])[] = [
    ['12 words', SEED_12],
    ['12 words after a colon', `My seed phrase is: ${SEED_12}. Help!`],
    ['12 words in a sentence', `it is ${SEED_12} and it does not work`],
    ['12 words on lines', SEED_12.replaceAll(' ', '\n')],
    ['12 words in columns', SEED_12.replaceAll(' ', '\t  ')],
    ['12 Spanish words', `mi frase es ${SEED_ES}`],
    [
      '12 words, some of which are common too',
      'have that legal winner this year wave sausage worth useful legal yellow',
    ],
    ['15 words', WORDS.slice(0, 15).join(' ')],
    ['18 words', WORDS.slice(0, 18).join(' ')],
    ['21 words', WORDS.slice(0, 21).join(' ')],
    ['24 words', SEED_24],
    ['24 words in a text', `Não consigo entrar. ${SEED_24}, o que fazer?`],
    [
      'an extended private key',
      'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi',
    ],
    ['a WIF key beginning with 5', '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ'],
    ['a WIF key beginning with K', 'chave KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617.'],
    ['a WIF key beginning with L', '(L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENZ)'],
    ['64 hex digits after "private key"', `my private key is ${HEX}`],
    ['64 hex digits before it', `${HEX} is my PRIVATE KEY`],
    ['64 hex digits with 0x', `private-key: 0x${HEX.toUpperCase()}`],
    ['64 hex digits in Portuguese', `minha chave privada: ${HEX}`, ptBr.privateKey],
    ['64 hex digits in Spanish', `mi clave privada es ${HEX}`, es419.privateKey],
    ['64 hex digits in Mexico', `la llave privada ${HEX}`, es419.privateKey],
    ['64 hex digits in Dutch', `mijn privésleutel ${HEX}`, nl.privateKey as string],
    ['64 hex digits in Chinese', `我的私钥：${HEX}`, zhHans.privateKey as string],
    ['64 hex digits in English, by who reads Dutch', `my private key is ${HEX}`, nl.privateKey as string],
    ['64 hex digits 40 characters on', `private key${' '.repeat(40)}${HEX}`],
    ['a card number', CARD],
    ['a card number in a sentence', `meu cartão ${CARD}, validade`],
    ['a card number in fours', '4111 1111 1111 1111'],
    ['a card number with hyphens', '4111-1111-1111-1111'],
    ['a card number and its date', 'cartão 4111 1111 1111 1111 12/27'],
    ['a card number, its date and its code', '4111 1111 1111 1111 12/27 123'],
    ['a card number and its code', '4111 1111 1111 1111 123'],
    ['an amount and a card number', 'paid 50 with 4111 1111 1111 1111'],
    ['a card of 15 digits', '3782 822463 10005'],
    ['a card of 13 digits', '4222222222222'],
    ['a card of 19 digits', '6304000000000000000'],
  ];
  for (const [what, text, words] of secrets)
    it(`${what}: a warning`, () => expect(hasSecret(text, words)).to.equal(true));

  const harmless: readonly [string, string][] = [
    ['nothing', ''],
    ['a transaction id', HEX],
    ['a transaction id with 0x', `Transaction 0x${HEX} is missing`],
    ['a transaction id far from "private key"', `private key${' '.repeat(41)}${HEX}`],
    ['a transaction id long before it', `${HEX}${' '.repeat(41)}private key`],
    ['more than 64 hex digits', `private key ${HEX}0`],
    ['"private key" alone', 'Where is my private key? I have lost my private key.'],
    ['11 words', WORDS.slice(0, 11).join(' ')],
    ['13 words', WORDS.slice(0, 13).join(' ')],
    ['25 words', [...WORDS, 'zoo'].join(' ')],
    ['12 words with commas', SEED_12.replaceAll(' ', ', ')],
    ['12 words in upper case', SEED_12.toUpperCase()],
    ['12 words with short ones', 'legal winner of year wave to worth useful in winner thank yellow'],
    ['16 digits that are no card', '4111111111111112'],
    ['12 digits', '411111111111'],
    ['20 digits', `0000${CARD}`],
    ['digits in a longer word', `A${CARD}B`],
    ['a phone number', '+55 11 91234-5678'],
    ['a date, a time and an amount', '2026-11-23 14:35 R$ 1.234,50'],
    [
      'a public extended key',
      `xpub${'6CUGRUonZSQ4TWtTMmzXdrXDtypWKiKrhko4egpiMZbpiaQL2jkwSB1icqYh2cfDfVxdx4df189oLKnC5fSwqPfgyP3hooxujYzAu3fDVmz'}`,
    ],
    ['the word xprv', 'What is an xprv key?'],
    ['a Bitcoin address', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq and 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['a Solana signature', '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW'],
    ['12 long words', Array(12).fill('desafortunadamente').join(' ')],
  ];
  for (const [what, text] of harmless) it(`${what}: no warning`, () => expect(hasSecret(text)).to.equal(false));

  /** As customers write: with and without punctuation, of all lengths. */
  const sentences = {
    'pt-BR': [
      'Oi',
      'meu depósito não caiu',
      'Fiz um Pix de quinhentos reais ontem à noite pelo aplicativo do banco e até agora o valor não apareceu na minha conta, mesmo com o comprovante mostrando que foi concluído normalmente.',
      'fiz um pix ontem à noite e o dinheiro saiu da minha conta no banco mas não apareceu na carteira até agora alguém pode verificar isso por favor estou preocupado',
      'boa tarde preciso de ajuda porque minha verificação de identidade foi recusada três vezes e eu já mandei foto do documento frente e verso',
      'tentei entrar várias vezes hoje cedo usando senha correta porém aparece mensagem dizendo conta bloqueada temporariamente',
      'quando clico em enviar aparece erro desconhecido e volta para tela inicial sem explicar nada já reinstalei o aplicativo',
      'saque de bitcoin pendente desde ontem endereço está correto e rede também quero saber quanto tempo falta',
      'perdi meu celular e não tenho mais acesso ao aplicativo autenticador como faço para recuperar minha conta sem perder meu saldo que está lá',
      'comprei usdt mas veio menos que o valor combinado taxa cobrada foi maior que aquela mostrada antes',
      'olá sou cliente há dois anos e nunca tive problema porém desde ontem meu cartão não passa em loja nenhuma mesmo tendo saldo disponível suficiente para cada compra que tentei fazer',
    ],
    es: [
      'Hola',
      'no me llega el código',
      'Hice una transferencia de mil pesos ayer por la tarde desde mi banco y todavía no la veo reflejada en mi cuenta, aunque el comprobante dice que fue acreditada correctamente.',
      'hola buenas tardes hice un retiro ayer y todavía no llega a mi banco el estado dice completado pero no veo el dinero por favor ayuda',
      'intenté verificar mi identidad varias veces pero siempre rechaza la foto aunque se ve bien clara y con buena luz',
      'mi cuenta aparece bloqueada desde esta mañana sin ninguna explicación necesito retirar mi saldo urgente',
      'cambié de teléfono y perdí el acceso a la aplicación de autenticación cómo puedo entrar otra vez',
      'compré bitcoin hace tres días pero el precio cobrado fue distinto del que mostraba la pantalla antes de confirmar',
      'quiero saber cuánto tarda un depósito desde otra plataforma porque llevo esperando cinco horas sin novedad alguna',
      'la tarjeta fue rechazada en dos comercios distintos aunque tengo saldo suficiente y los límites están bien configurados',
    ],
    en: [
      'Hi',
      'my deposit is missing',
      'I sent five hundred dollars yesterday evening from my bank and the money has left my account, but nothing shows up in my wallet and the app says that there are no pending deposits.',
      'i made a withdrawal yesterday and it still says pending can someone please check what is going on because i need the money today',
      'please help my account got locked after three wrong passwords and now the reset link never arrives in my inbox or spam folder',
      'verification failed again even though the photo is sharp and all four corners are visible i have tried five times',
      'lost my phone so the authenticator app is gone and i cannot log in how do i get back into my account',
      'sent usdt over the wrong network by mistake can you recover it here is what happened step by step',
      'card payment was declined at two shops today although there is enough balance and the daily limit was not reached',
      'why was i charged twice for one trade the second charge shows up as fee but nobody told me about any fee before',
    ],
  };
  for (const [language, texts] of Object.entries(sentences)) {
    for (const text of texts) {
      it(`${language}, ${text.split(' ').length} words: no warning`, () => {
        expect(hasSecret(text)).to.equal(false);
        expect(hasSecret(text.replaceAll(/[.,]/g, ''))).to.equal(false);
        expect(hasSecret(text.toLowerCase())).to.equal(false);
      });
    }
  }

  it('a Portuguese sentence of thirty words does not warn', () => {
    const thirty = sentences['pt-BR'].filter((text) => text.split(' ').length === 30);
    expect(thirty).not.to.be.empty;
    for (const text of thirty) expect(hasSecret(text)).to.equal(false);
  });

  it('finds a seed phrase wherever a sentence has it', () => {
    const sentence = fc.constantFrom(...Object.values(sentences).flat());
    fc.assert(
      fc.property(sentence, sentence, fc.constantFrom(12, 15, 18, 21, 24), (before, following, count) => {
        const seed = WORDS.slice(0, count).join(' ');
        expect(hasSecret(`${before}. ${seed}. ${following}`)).to.equal(true);
      }),
    );
  });

  it('is found in no time in a long text', () => {
    const start = performance.now();
    for (const part of ['a', 'abc ', '1 ', '4111 ', 'private key ', `${HEX} `, 'K', ' ', 'á\n']) {
      hasSecret(part.repeat(20_000 / part.length));
    }
    expect(performance.now() - start).to.be.lessThan(2000);
  });
});
