import { type Answer, notApplicable, partiallySupports, supports } from './answer.ts';
import type { NumberOf } from './criteria.ts';

export const UNDERSTANDABLE: Readonly<Record<NumberOf<'3'>, Answer>> = {
  '3.1.1': supports(
    'The page’s language is the page’s. The panel has the `lang` and `dir` of what it speaks, and follows when that changes.',
    53,
  ),
  '3.1.2': partiallySupports(
    'The panel says its language where it differs from the page’s, and so does the word on the launcher. If a language cannot be loaded the panel speaks English, and its `lang` says so.',
    'What the site owner writes in the form in one language only is not marked in the others.',
    44,
    53,
    'the word on the launcher is marked as what it is, in a language without one too',
  ),
  '3.2.1': supports(
    'The focus opens, sends and moves nothing; on the launcher it has the form’s code fetched, which is not seen.',
    5,
    17,
  ),
  '3.2.2': supports(
    'A choice shows what belongs to it, below it, and leaves step and focus alone. Only Continue, Back and Send change the step, and the Enter that ends an input method’s composition presses none of them.',
    13,
    22,
    46,
  ),
  '3.2.3': notApplicable(
    'The order of what repeats on pages is the site’s. The launcher stands in the same corner of each, and last where the script tag puts it.',
  ),
  '3.2.4': supports(
    'The same button has the same name and place on every step: Close is first, and the names come from one list for each language.',
    9,
  ),
  '3.2.6': notApplicable(
    'The widget is itself a way to get help. Whether each page has it, in the same order, is the site’s choice; by the script tag it is last on all of them.',
  ),
  '3.3.1': supports(
    'Continue names each error at its field and in a summary, in the same words; the field is invalid for assistive technology. An error of a file names the file and the rule.',
    14,
    16,
    26,
  ),
  '3.3.2': supports(
    'Every field has a label that stays in sight, what is optional says so, and hints on format and limits come before the field.',
    20,
    21,
    24,
  ),
  '3.3.3': supports(
    'An error says what to enter, mostly with an example, and goes once it is right. A mistyped mail domain is offered in its right spelling.',
    17,
    26,
    'a suggestion for a mistyped address never blocks',
  ),
  '3.3.4': supports(
    'A ticket is no contract and no payment. All the same, every answer is shown before Send and can be changed, and a ticket sent twice is one.',
    29,
    30,
  ),
  '3.3.7': supports(
    'Each thing is asked for once. Back, Escape and a reload keep it, and what the page knows of a signed-in customer is not asked at all.',
    8,
    12,
    'skips the steps that it answers, counts the others, and shows all on review',
  ),
  '3.3.8': notApplicable(
    'The widget has no login, no captcha and no puzzle. A confirmation by email, where the site wants one, is a link to open.',
  ),
};
