import type { WidgetDriver } from '../support/widget-driver.js';

/** These cut off what is in them by nature, and let it be scrolled. */
const SCROLLS = 'input, select, option, textarea, progress, hr';

/** Text and controls that are cut off, stick out of the panel, or lie on each other; a sentence each. */
export function misfits({ root }: WidgetDriver): string[] {
  const panel = root.querySelector<HTMLElement>('.panel')!;
  const { left, right } = panel.getBoundingClientRect();
  const shown = [panel, ...panel.querySelectorAll<HTMLElement>('*')].filter(isSeen);
  const found = shown.flatMap((each) => {
    const box = each.getBoundingClientRect();
    const { overflowX, overflowY, textOverflow } = getComputedStyle(each);
    const isCut = !each.matches(SCROLLS) && each.clientWidth > 0;
    return [
      isCut && each.scrollWidth > each.clientWidth + 1 && 'is too narrow for what is in it',
      isCut && /hidden|clip/.test(overflowX + overflowY) && each.scrollHeight > each.clientHeight + 1 && 'is too low',
      isCut && textOverflow === 'ellipsis' && !each.matches('.file-name') && 'may end in three dots',
      box.width > 0 && (box.left < left - 1 || box.right > right + 1) && 'sticks out',
    ].flatMap((what) => (what ? `${describeElement(each)} ${what}` : []));
  });
  return [...found, ...overlaps(shown.filter((each) => each.matches('button, a, .choice, .control, label, .hint, p')))];
}

function overlaps(elements: readonly HTMLElement[]): string[] {
  const boxes = elements.map((each) => each.getBoundingClientRect());
  return elements.flatMap((one, index) =>
    elements.slice(index + 1).flatMap((other, distance) => {
      const [a, b] = [boxes[index]!, boxes[index + 1 + distance]!];
      // What is scrolled lies behind the bars, by nature.
      const isApart =
        one.contains(other) || one.closest('.header, .body, .footer') !== other.closest('.header, .body, .footer');
      const isOver =
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      return isOver && !isApart ? [`${describeElement(one)} lies on ${describeElement(other)}`] : [];
    }),
  );
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest('.unseen');
}

export const describeElement = ({ localName, id, className, textContent }: Element) =>
  `<${localName} ${id || className}> ${textContent.trim().slice(0, 30)}`;
