import { type Answer, notApplicable, notYetEvaluated, supports } from './answer.ts';
import type { NumberOf } from './criteria.ts';

const NO_MEDIA = notApplicable('The widget plays neither sound nor video.');

export const PERCEIVABLE: Readonly<Record<NumberOf<'1'>, Answer>> = {
  '1.1.1': supports(
    'Every button that is only an icon has a name, and the name of "Remove" has the file in it. Thumbnails are hidden from assistive technology: the file’s name stands beside them.',
    1,
    2,
    25,
  ),
  '1.2.1': NO_MEDIA,
  '1.2.2': NO_MEDIA,
  '1.2.3': NO_MEDIA,
  '1.2.4': NO_MEDIA,
  '1.2.5': NO_MEDIA,
  '1.3.1': notYetEvaluated(
    'Native elements carry the structure: one heading for each step, a label for each field, fieldsets for radios, a description list on review; hints and errors are joined to their field by ids. Machines check that structure, not how a screen reader tells it.',
    1,
    10,
    16,
    20,
    22,
    29,
  ),
  '1.3.2': supports('The order of the tree is that of the screen, in both directions of writing.', 54),
  '1.3.3': notYetEvaluated(
    'Our texts call things by their label and not by shape, colour or place. Machines check that every control has a label to be called by; that no text in 28 languages, nor one of the site owner’s, points elsewhere needs readers.',
    20,
    21,
  ),
  '1.3.4': supports(
    'Nothing asks how the screen is held: the panel follows the size of the window, upright as on a phone or lower than wide.',
    39,
    48,
  ),
  '1.3.5': supports(
    'Name, email, phone and country have the autocomplete token of their purpose; what a site owner adds has none.',
    1,
    19,
  ),
  '1.4.1': supports(
    'A wrong field has a sentence that says so and a line at its side, a chosen option a filled mark, the step its number, and links are underlined.',
    11,
    14,
    16,
  ),
  '1.4.2': NO_MEDIA,
  '1.4.3': supports(
    'Text has at least 4.5:1 in light and dark, computed from the colours that browsers report. What stands on the owner’s accent turns black or white, and text in the accent’s colour is darkened or lightened until it can be read, tried with twelve hostile accents.',
    1,
    34,
  ),
  '1.4.4': supports(
    'A whole ticket can be written at 200 % and at 400 %. The panel’s text takes the room that it needs, buttons wrap where words are long, and the step scrolls. Pinching leaves everything in reach.',
    41,
    42,
    45,
    58,
  ),
  '1.4.5': notApplicable(
    'The widget draws text as text and has no image with words in it. A picture in the slot `launcher-icon` is the page’s.',
  ),
  '1.4.10': supports(
    'At 320 by 256 pixels nothing scrolls sideways. Below 480 pixels of height the actions scroll with the step and leave it their room.',
    39,
    41,
  ),
  '1.4.11': supports(
    'The edges of fields and the ring of the focus have at least 3:1 against what is beside them, with any accent, in light and dark; where a palette is forced, borders and marks take its colours, and for who asks for more contrast borders are at full strength.',
    34,
    35,
    36,
    38,
  ),
  '1.4.12': supports(
    'With the wider spacing nothing is cut off: boxes grow with their text, and lines break anywhere. The names of files in the list are shortened at any spacing; in full they are on review.',
    43,
  ),
  '1.4.13': notApplicable(
    'Nothing comes and goes with hover or focus. The cross beside the launcher, with `dismissible` only, comes at the first of them and stays.',
  ),
};
