/** Ways to break a widget, for tests that have to turn red then. Each takes the customer in front of it, once it is on the page. */
import { replace } from '../support/recorder.js';
import type { WidgetDriver } from '../support/widget-driver.js';

export type Sabotage = (customer: WidgetDriver) => void;

/** Changes what matches a selector, now and whenever the widget has changed something. */
export function always(selector: string, change: (element: HTMLElement, index: number) => unknown): Sabotage {
  return ({ root }) => {
    const apply = () => {
      root.querySelectorAll<HTMLElement>(selector).forEach(change);
      // What was changed here is not to be answered.
      observer.takeRecords();
    };
    const observer = new MutationObserver(apply);
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    apply();
  };
}

export const without = (selector: string, attribute: string) =>
  always(selector, (element) => element.removeAttribute(attribute));

/** Rules of a style sheet, each declaration of which wins. */
export function wear(rules: string): Sabotage {
  return ({ root }) => {
    // One of the document that it is for, which may be a frame's.
    const sheet = new root.ownerDocument.defaultView!.CSSStyleSheet();
    sheet.replaceSync(rules.replace(/\s*[;}]/g, (end) => ` !important${end}`));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
}

/** Does something at an event in the widget, before the widget hears of it. */
export function at(type: string, act: (customer: WidgetDriver, event: Event) => unknown): Sabotage {
  return (customer) => customer.root.addEventListener(type, (event) => act(customer, event), { capture: true });
}

/** The widget does not hear of an event, and the browser does nothing. */
export function deafTo(type: string, selector = '*'): Sabotage {
  return at(type, (_customer, event) => {
    if (!(event.target as Element).matches(selector)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}

/** Does something at one of the widget's own events. */
export function after(type: string, act: (customer: WidgetDriver) => unknown): Sabotage {
  return (customer) => customer.element.addEventListener(type, () => act(customer));
}

/** Beside the page instead of over it. */
export const notModal: Sabotage = () =>
  replace(HTMLDialogElement.prototype, 'showModal', HTMLDialogElement.prototype.show);

/** Nothing is announced. */
export const mute = without('[role=status]', 'role');

/** Headings cannot be focused. */
export const numb = without('h2', 'tabindex');
