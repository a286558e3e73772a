import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { ptBr } from './pt-br.ts';

const ALL: readonly Texts[] = [en, es, ptBr];

/** The texts nearest to a locale: its language, then the first of the team's languages that there are texts in, then English. */
export function textsFor(locale: string, languages: readonly string[]): Texts {
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const wanted of [locale, ...languages]) {
    const texts = ALL.find(({ tag }) => language(tag) === language(wanted));
    if (texts) return texts;
  }
  return en;
}
