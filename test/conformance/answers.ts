import type { Answer } from './answer.ts';
import type { CriterionNumber } from './criteria.ts';
import { OPERABLE } from './operable.ts';
import { PERCEIVABLE } from './perceivable.ts';
import { ROBUST } from './robust.ts';
import { UNDERSTANDABLE } from './understandable.ts';

/** What is said of each criterion. */
export type Answers = Readonly<Partial<Record<CriterionNumber, Answer>>>;

export const ANSWERS: Answers = { ...PERCEIVABLE, ...OPERABLE, ...UNDERSTANDABLE, ...ROBUST };
