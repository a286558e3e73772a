/**
 * Role, name and description as assistive technology gets them: the part of HTML-AAM and of "Accessible Name and Description
 * Computation" that the widget's markup needs. It reads across slots, which the libraries for this do not, and in frames, where
 * elements are no instances of this window's classes.
 */

const ROLE_OF_INPUT: Readonly<Record<string, string>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  // HTML-AAM gives a date no role; browsers expose a group of spin buttons.
  date: 'date',
  file: 'file',
};

const ROLE_OF_TAG: Readonly<Record<string, string>> = {
  BUTTON: 'button',
  DIALOG: 'dialog',
  FIELDSET: 'group',
  FORM: 'form',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  LI: 'listitem',
  OPTION: 'option',
  PROGRESS: 'progressbar',
  SECTION: 'region',
  SELECT: 'combobox',
  TEXTAREA: 'textbox',
  UL: 'list',
};

/** Roles that are named by what stands in them. */
const NAMED_BY_CONTENT = ['button', 'checkbox', 'heading', 'link', 'option', 'radio'];

export function roleOf(element: Element): string | undefined {
  const role = element.getAttribute('role');
  if (role) return role;
  if (isTag(element, 'input')) return ROLE_OF_INPUT[element.type] ?? 'textbox';
  if (isTag(element, 'a')) return element.hasAttribute('href') ? 'link' : undefined;
  return ROLE_OF_TAG[element.tagName];
}

export function nameOf(element: Element): string {
  const role = roleOf(element) ?? '';
  return (
    textOfIds(element, 'aria-labelledby') ||
    compact(element.getAttribute('aria-label') ?? '') ||
    compact([...labelsOf(element)].map(textOf).join(' ')) ||
    (NAMED_BY_CONTENT.includes(role) ? textOf(element) : '')
  );
}

export function descriptionOf(element: Element): string {
  return textOfIds(element, 'aria-describedby');
}

/** Whether assistive technology meets the element: rendered, and neither it nor anything around it is hidden from it. */
export function isExposed(element: Element): boolean {
  if (!element.checkVisibility({ checkVisibilityCSS: true })) return false;
  for (let each: Element | null = element; each; each = parentOf(each)) {
    if (each.getAttribute('aria-hidden') === 'true' || (each as HTMLElement).inert) return false;
  }
  return true;
}

/** The text that is read: without what is hidden, with what is slotted. */
export function textOf(node: Node): string {
  return compact(rawTextOf(node));
}

function rawTextOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!isElement(node) && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return '';
  if (isElement(node)) {
    if (node.getAttribute('aria-hidden') === 'true' || getComputedStyle(node).display === 'none') return '';
    // A control inside its own label is no part of its name.
    if (node.matches('input, select, textarea')) return '';
    if (isTag(node, 'img')) return node.alt;
  }
  const children =
    isElement(node) && isTag(node, 'slot') ? node.assignedNodes({ flatten: true }) : [...node.childNodes];
  const isBlock = isElement(node) && getComputedStyle(node).display !== 'inline';
  const text = children.map(rawTextOf).join('');
  return isBlock ? ` ${text} ` : text;
}

function textOfIds(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/).filter(Boolean) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  return compact(ids.map((id) => textOf(root.getElementById(id) ?? document.createTextNode(''))).join(' '));
}

function labelsOf(element: Element): Iterable<Element> {
  if (isTag(element, 'fieldset')) return element.querySelectorAll(':scope > legend');
  return (element as Partial<HTMLInputElement>).labels ?? [];
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

function isTag<T extends keyof HTMLElementTagNameMap>(element: Element, name: T): element is HTMLElementTagNameMap[T] {
  return element.localName === name;
}

const compact = (text: string) => text.replace(/\s+/g, ' ').trim();
