import type { Message, Messages } from './en.js';

/** All texts of a language, by key, or (as the CDN build sends them) as a list in the order of the English keys. */
export type Catalogue = Messages | readonly Message[];

/** The shipped languages besides English, each a module of its own. Of a language that has several, the last is for regions that have none. */
export const catalogues: Readonly<Record<string, () => Promise<Catalogue>>> = {
  ar: () => import('./ar.js').then(({ ar }) => ar),
  bn: () => import('./bn.js').then(({ bn }) => bn),
  de: () => import('./de.js').then(({ de }) => de),
  es: () => import('./es.js').then(({ es }) => es),
  'es-419': () => import('./es-419.js').then(({ es419 }) => es419),
  fa: () => import('./fa.js').then(({ fa }) => fa),
  fil: () => import('./fil.js').then(({ fil }) => fil),
  fr: () => import('./fr.js').then(({ fr }) => fr),
  he: () => import('./he.js').then(({ he }) => he),
  hi: () => import('./hi.js').then(({ hi }) => hi),
  id: () => import('./id.js').then(({ id }) => id),
  it: () => import('./it.js').then(({ it }) => it),
  ja: () => import('./ja.js').then(({ ja }) => ja),
  ko: () => import('./ko.js').then(({ ko }) => ko),
  ms: () => import('./ms.js').then(({ ms }) => ms),
  nl: () => import('./nl.js').then(({ nl }) => nl),
  pl: () => import('./pl.js').then(({ pl }) => pl),
  'pt-BR': () => import('./pt-br.js').then(({ ptBr }) => ptBr),
  'pt-PT': () => import('./pt-pt.js').then(({ ptPt }) => ptPt),
  ru: () => import('./ru.js').then(({ ru }) => ru),
  th: () => import('./th.js').then(({ th }) => th),
  tr: () => import('./tr.js').then(({ tr }) => tr),
  uk: () => import('./uk.js').then(({ uk }) => uk),
  ur: () => import('./ur.js').then(({ ur }) => ur),
  vi: () => import('./vi.js').then(({ vi }) => vi),
  'zh-Hans': () => import('./zh-hans.js').then(({ zhHans }) => zhHans),
  'zh-Hant': () => import('./zh-hant.js').then(({ zhHant }) => zhHant),
};
