import { expect } from '@open-wc/testing';
import { launcherLabel } from '../../src/launcher.js';
import { catalogues } from '../../src/locales/catalogues.js';
import { en, type Message, type Messages } from '../../src/locales/en.js';
import { ptBr } from '../../src/locales/pt-br.js';
import { ENGLISH } from '../support/english.js';

const TRANSLATED = await Promise.all(
  Object.entries(catalogues).map(async ([tag, load]) => [tag, (await load()) as Messages] as const),
);
const LOCALES: Record<string, Messages> = { en, ...Object.fromEntries(TRANSLATED) };

/** Keys of words that other languages share with English, or have taken from it. */
const SAME =
  /^(no|error|errors|email|files|images|videos|details|description|topic|account|page|none|number|other|phone|name|privateKey)$/;
/** A list of ways to say the same thing. */
const LISTS = ['privateKey'];

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placeholdersOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
const keys = Object.keys(en) as (keyof Messages)[];

describe('locales', () => {
  for (const [tag, messages] of TRANSLATED) {
    describe(tag, () => {
      it('has the keys of English, in the same order', () => {
        expect(Object.keys(messages)).to.deep.equal(keys);
      });

      it('has the placeholders of English in every form', () => {
        for (const key of keys) {
          const wanted = [...new Set(formsOf(en[key]).flatMap(placeholdersOf))].sort();
          for (const form of formsOf(messages[key])) {
            // "One file" may do without the number.
            const found =
              typeof messages[key] === 'string'
                ? placeholdersOf(form)
                : [...new Set([...placeholdersOf(form), 'count'])].sort();
            expect(found, `${key}: ${form}`).to.deep.equal(wanted);
          }
        }
      });

      it('has no English left', () => {
        for (const key of keys) {
          for (const form of formsOf(messages[key])) expect(form, key).not.to.match(ENGLISH[tag] ?? ENGLISH.any);
          if (typeof en[key] !== 'string' || placeholdersOf(en[key]).length > 0) continue;
          if (!SAME.test(key)) expect(messages[key], key).not.to.equal(en[key]);
        }
      });

      it('is of a length that fits where English fits', () => {
        for (const key of keys) {
          if (LISTS.includes(key)) continue;
          const longest = (message: Message) => Math.max(...formsOf(message).map(({ length }) => length));
          expect(longest(messages[key]), key).to.be.at.most(longest(en[key]) * 1.6 + 12);
        }
      });
    });
  }

  for (const [tag, messages] of Object.entries(LOCALES)) {
    describe(tag, () => {
      it('has a label for the launcher', () => {
        if (tag !== 'en') expect(launcherLabel(tag)).not.to.equal('Help');
        expect(launcherLabel(tag)).to.have.length.within(2, 12);
      });

      it('has every plural form that whole numbers need in the language, and no other', () => {
        const rules = new Intl.PluralRules(tag);
        const needed = new Set([...Array(201).keys(), 1000].map((count) => rules.select(count)));
        const known = new Set(rules.resolvedOptions().pluralCategories);
        for (const key of keys) {
          const message = messages[key];
          if (typeof message === 'string') continue;
          for (const category of needed) expect(message, key).to.have.property(category);
          for (const category of Object.keys(message))
            expect(known.has(category as Intl.LDMLPluralRule), `${key}: ${category}`).to.be.true;
        }
      });

      it('is made of sentences: trimmed, with no markup, no double space, no straight quotation marks, no "please" and no "invalid"', () => {
        for (const key of keys) {
          for (const form of formsOf(messages[key])) {
            expect(form, key).to.equal(form.trim());
            expect(form, key).not.to.equal('');
            expect(form, key).not.to.match(/[<>&"]| {2}|\.\.\.| '|' /);
            expect(form, key).not.to.match(/\b(please|por favor|invalid|inválid[oa])\b/i);
          }
        }
      });
    });
  }

  it('keep the names that customers, documentation and tests rely on', () => {
    const { title, country, email, name, phone, optional, topicHeading, description, chooseFiles } = en;
    expect([
      title,
      country,
      email,
      name,
      optional.replace('{label}', phone),
      topicHeading,
      description,
      chooseFiles,
    ]).to.deep.equal([
      'Create a support ticket',
      'Country of residence',
      'Email',
      'Full name',
      'Phone (optional)',
      'What is your ticket about?',
      'Describe the problem',
      'Choose files',
    ]);
    expect([
      ptBr.title,
      ptBr.country,
      ptBr.email,
      ptBr.name,
      ptBr.optional.replace('{label}', ptBr.phone),
      ptBr.topicHeading,
      ptBr.description,
      ptBr.chooseFiles,
    ]).to.deep.equal([
      'Criar um ticket de suporte',
      'País de residência',
      'E-mail',
      'Nome completo',
      'Telefone (opcional)',
      'Qual é o tipo de problema?',
      'Descreva o problema',
      'Escolher arquivos',
    ]);
    const buttons = ({ continue: next, back, send, close, change, copyNumber, saveCopy, createAnother }: Messages) => [
      next,
      back,
      send,
      close,
      change,
      copyNumber,
      saveCopy,
      createAnother,
    ];
    expect(buttons(en)).to.deep.equal([
      'Continue',
      'Back',
      'Send ticket',
      'Close',
      'Change',
      'Copy number',
      'Save a copy',
      'Create another ticket',
    ]);
    expect(buttons(ptBr)).to.deep.equal([
      'Continuar',
      'Voltar',
      'Enviar ticket',
      'Fechar',
      'Alterar',
      'Copiar número',
      'Salvar uma cópia',
      'Criar outro ticket',
    ]);
    const headings = ({ reviewHeading, errors, receiptHeading, twinHeading, different }: Messages) => [
      reviewHeading,
      errors,
      receiptHeading,
      twinHeading,
      different,
    ];
    expect(headings(en)).to.deep.equal([
      'Check your answers',
      'There is a problem',
      'Ticket created',
      'You already sent this ticket',
      'This is a different problem',
    ]);
    expect(headings(ptBr)).to.deep.equal([
      'Confira suas respostas',
      'Há um problema',
      'Ticket criado',
      'Você já enviou este ticket',
      'É um problema diferente',
    ]);
  });
});
