import { type Answer, notApplicable, notYetEvaluated, supports } from './answer.ts';
import type { NumberOf } from './criteria.ts';

export const OPERABLE: Readonly<Record<NumberOf<'2'>, Answer>> = {
  '2.1.1': supports(
    'Everything is a native button, link or field. A ticket is written and sent by keys alone, files included: dragging is an addition to the button.',
    'a whole ticket can be written and sent with the keyboard alone',
    4,
    22,
    24,
  ),
  '2.1.2': supports(
    'While the panel is open the focus stays in it, as in any modal dialog. Escape and Close let it out and give it back to what had it.',
    5,
    6,
    9,
  ),
  '2.1.4': notApplicable('The widget has no shortcuts; in the panel, keys type, move or press.'),
  '2.2.1': supports(
    'Nothing has to be done before a time is over. A draft is kept for at least 24 hours, which is longer than the 20 from which a limit needs no extension, and the receipt stays.',
    32,
    57,
  ),
  '2.2.2': notApplicable(
    'Nothing moves, blinks or changes by itself beyond a fifth of a second, and not even that for who prefers less motion. The bar of an upload moves because the customer has chosen a file or sent a ticket.',
  ),
  '2.3.1': notApplicable('Nothing in the widget flashes.'),
  '2.4.1': notApplicable(
    'Blocks that repeat are the page’s. The widget adds one button to it, where the script tag puts it after everything else.',
  ),
  '2.4.2': notApplicable('The title is the page’s, and the widget leaves it alone.'),
  '2.4.3': supports(
    'The focus goes to the heading of each new step, to the error summary, or to the alert of a failure; it returns to the opener when the panel closes, and to the next file’s button when one is removed.',
    4,
    6,
    10,
    14,
    25,
    54,
  ),
  '2.4.4': supports(
    '"Change" has the answer’s label in its name, the links of the error summary are the errors themselves, and "Read more" has the words of the notice or consent that it belongs to.',
    14,
    29,
    'a link to more says what about: of a notice, and of the consent',
  ),
  '2.4.5': notApplicable('Ways to find a page are the site’s; the widget is a process in one place.'),
  '2.4.6': notYetEvaluated(
    'Each step’s heading is its question, and every control has a label. Machines check that they are there, of their own and not empty, not that they describe; those of the form’s topics and fields are the site owner’s.',
    10,
    20,
    21,
  ),
  '2.4.7': supports('Whatever has the focus has an outline of 3 pixels, also where a palette is forced.', 34, 35, 36),
  '2.4.11': supports(
    'The step scrolls between header and actions, not under them, and what has the focus comes into view, also when an on-screen keyboard takes part of the window. The launcher turns transparent while it lies over what has the focus on the page.',
    40,
    49,
    51,
  ),
  '2.4.13': supports(
    'The outline is 3 pixels wide, stands off from the control, and has at least 3:1 against what is beside it. The level is AAA, and met of our own accord.',
    35,
  ),
  '2.5.1': notApplicable('A press is enough for everything; there are no gestures along a path or with two fingers.'),
  '2.5.2': supports(
    'Buttons and links answer when the pointer is lifted. A press beside the panel closes it as it comes down, which is undone by opening it again: everything written is there.',
    8,
  ),
  '2.5.3': supports('The words on each control are in its name.', 20, 59),
  '2.5.4': notApplicable('Nothing listens to how the device is moved.'),
  '2.5.7': supports(
    'Files that can be dropped can also be chosen with a button, or pasted. Nothing else is dragged.',
    24,
    27,
  ),
  '2.5.8': supports(
    'Buttons and fields are at least 44 by 44 pixels, links at least 24 in height; the cross of `dismissible` is 28 by 28. The exception for spacing is not needed.',
    9,
    50,
  ),
};
