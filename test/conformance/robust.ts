import { type Answer, notApplicable, notYetEvaluated, supports } from './answer.ts';
import type { NumberOf } from './criteria.ts';

export const ROBUST: Readonly<Record<NumberOf<'4'>, Answer>> = {
  '4.1.1': notApplicable(
    'Obsolete: WCAG 2.2 has removed it, and for earlier versions it counts as met by anything that a browser parses as HTML. EN 301 549 V3.2.1 still lists it.',
  ),
  '4.1.2': supports(
    'Native elements say what they are. The launcher has its popup and whether it is open, the panel is one modal dialog with a name, and errors and busy buttons are states, not only looks.',
    1,
    2,
    3,
    16,
    31,
    55,
  ),
  '4.1.3': notYetEvaluated(
    'One status region is in the panel from the start; files added, removed and refused, characters left, topics that open, copying, and the sending of a ticket are said in it, none of them oftener than can be listened to. Machines check what stands in it and when, not what is heard.',
    22,
    23,
    25,
    28,
    31,
    32,
    33,
  ),
};
