import { nearestTag } from 'help-ticket-widget/ticket.js';
import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { es419 } from './es-419.ts';
import { fa } from './fa.ts';
import { fil } from './fil.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { ms } from './ms.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { ptBr } from './pt-br.ts';
import { ptPt } from './pt-pt.ts';
import { ru } from './ru.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';
import { vi } from './vi.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const ALL: readonly Texts[] = [
  en,
  ar,
  bn,
  de,
  es,
  es419,
  fa,
  fil,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  ms,
  nl,
  pl,
  ptBr,
  ptPt,
  ru,
  th,
  tr,
  uk,
  ur,
  vi,
  zhHans,
  zhHant,
];
const TAGS = ALL.map(({ tag }) => tag);

/** The texts nearest to a locale; if there are none in its language, in the first of the team's languages that there are texts in, or else in English. */
export function textsFor(locale: string, languages: readonly string[]): Texts {
  for (const wanted of [locale, ...languages]) {
    const tag = nearestTag(wanted, TAGS);
    const texts = ALL.find((each) => each.tag === tag);
    if (texts) return texts;
  }
  return en;
}
