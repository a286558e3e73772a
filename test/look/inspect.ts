/** Runs in the page: finds text that is cut off, boxes that are too wide, and colours that are too close to each other. */

/** One thing that is wrong, with the words it concerns. */
export interface Finding {
  readonly problem: string;
  readonly where: string;
}

type Rgba = readonly [number, number, number, number];

const TEXT_CONTRAST = 4.5;
const LARGE_TEXT_CONTRAST = 3;
const CONTROL_CONTRAST = 3;

export function inspect(widget: HTMLElement): readonly Finding[] {
  const elements = [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(isShown);
  const texts = elements.flatMap((element) =>
    [...element.childNodes].filter(isText).map((text) => ({ element, text })),
  );
  return [
    ...tooWide(widget, elements),
    ...texts.flatMap(({ element, text }) => cutOff(element, text)),
    ...elements.filter((each) => each instanceof HTMLSelectElement).flatMap(cutOffChoice),
    ...texts.flatMap(({ element, text }) => paleText(element, text)),
    ...elements.filter((each) => each.matches('input, select, textarea, button')).flatMap(paleControl),
  ];
}

function isText(node: Node): node is Text {
  return node instanceof Text && node.data.trim() !== '';
}

/** What is only there for assistive technology is a pixel large. */
function isShown(element: HTMLElement): boolean {
  const { clipPath } = getComputedStyle(element);
  return (
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    clipPath === 'none' &&
    !element.parentElement?.closest('.unseen')
  );
}

function finding(problem: string, element: Element): Finding {
  const words = (element.ariaLabel ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 50);
  return {
    problem,
    where: `<${element.localName}${element.className ? `.${element.className.trim().replace(/\s+/g, '.')}` : ''}> ${words}`,
  };
}

function tooWide(widget: HTMLElement, elements: readonly HTMLElement[]): readonly Finding[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const page =
    scrollWidth > clientWidth ? [finding(`the page is ${scrollWidth - clientWidth} px too wide`, widget)] : [];
  const wide = elements.filter((each) => {
    const isField = each.matches('input, textarea, select, svg, svg *, progress, hr, option');
    return !isField && !isFileName(each) && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1;
  });
  // The innermost says it all.
  const innermost = wide.filter((each) => !wide.some((other) => other !== each && each.contains(other)));
  const outside = elements.filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && !isFileName(each) && (left < -1 || right > clientWidth + 1);
  });
  return [
    ...page,
    ...innermost.map((each) =>
      finding(`its content is ${each.scrollWidth - each.clientWidth} px wider than it is`, each),
    ),
    ...outside.slice(0, 1).map((each) => finding('it stands outside of the window', each)),
  ];
}

/** A file name is one line, and ends in dots where it must. */
function isFileName(element: Element): boolean {
  const line = element.closest('p, li, span');
  return (
    Boolean(element.closest('bdi') ?? element.querySelector('bdi')) &&
    line !== null &&
    getComputedStyle(line).textOverflow === 'ellipsis'
  );
}

function cutOff(element: HTMLElement, text: Text): readonly Finding[] {
  // Under a thumbnail stands what shows without it.
  if (isFileName(element) || element.querySelector(':scope > img')) return [];
  const range = document.createRange();
  range.selectNodeContents(text);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  for (let box: Element | null = element; box; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const frame = box.getBoundingClientRect();
    if (overflowX !== 'visible' && (left < frame.left - 1 || right > frame.right + 1))
      return [finding('its text is cut off at a side', element)];
    const isCut = overflowY === 'hidden' || overflowY === 'clip';
    if (isCut && (top < frame.top - 1 || bottom > frame.bottom + 1) && !isScrolledAway(element, box))
      return [finding('its text is cut off above or below', element)];
  }
  return [];
}

/** What scrolls comes into view. */
function isScrolledAway(element: Element, frame: Element): boolean {
  for (let box: Element | null = element; box && box !== frame; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return true;
  }
  return false;
}

function cutOffChoice(select: HTMLElement): readonly Finding[] {
  const style = getComputedStyle(select);
  const drawing = document.createElement('canvas').getContext('2d');
  if (!drawing) return [];
  drawing.font = style.font;
  const label = (select as HTMLSelectElement).selectedOptions[0]?.label ?? '';
  // The arrow takes some room too.
  const room = select.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd) - 16;
  return drawing.measureText(label).width > room ? [finding(`"${label}" does not fit`, select)] : [];
}

function paleText(element: HTMLElement, text: Text): readonly Finding[] {
  if (element.matches('option')) return [];
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const least = isLarge ? LARGE_TEXT_CONTRAST : TEXT_CONTRAST;
  const ratio = contrast(painted(element, rgba(style.color)), behind(element));
  return ratio < least
    ? [
        {
          ...finding(`contrast ${ratio.toFixed(2)}, needs ${least}`, element),
          where: `${finding('', element).where} "${text.data.trim().slice(0, 30)}"`,
        },
      ]
    : [];
}

/** The border of a control must stand out from what is around it. A button without one is known by its text. */
function paleControl(control: HTMLElement): readonly Finding[] {
  const style = getComputedStyle(control);
  const border = rgba(style.borderTopColor);
  if (parseFloat(style.borderTopWidth) === 0 || border[3] === 0 || control.matches('[type=radio], [type=checkbox]'))
    return [];
  const ratio = contrast(painted(control, border), behind(control.parentElement ?? control));
  return ratio < CONTROL_CONTRAST
    ? [finding(`its border has contrast ${ratio.toFixed(2)}, needs ${CONTROL_CONTRAST}`, control)]
    : [];
}

/** A colour on an element, over everything behind it; opacity fades an element together with what is in it. */
function painted(element: Element, colour: Rgba): Rgba {
  let front = colour;
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const { backgroundColor, opacity } = getComputedStyle(each);
    const [red, green, blue, alpha] = over(front, rgba(backgroundColor));
    front = [red, green, blue, alpha * Number(opacity)];
  }
  return over(front, [255, 255, 255, 1]);
}

const behind = (element: Element) => painted(element, [0, 0, 0, 0]);

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

const known = new Map<string, Rgba>();

/** Any CSS colour, as the browser draws it. */
function rgba(colour: string): Rgba {
  const found = known.get(colour) ?? drawn(colour);
  known.set(colour, found);
  return found;
}

function drawn(colour: string): Rgba {
  const parts = /^rgba?\(([\d., ]+)\)$/.exec(colour)?.[1]?.split(',').map(Number);
  if (parts) return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 1];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const drawing = canvas.getContext('2d');
  if (!drawing) return [0, 0, 0, 1];
  drawing.fillStyle = colour;
  drawing.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = drawing.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** One colour over another, either of which may be seen through. */
function over(front: Rgba, back: Rgba): Rgba {
  const alpha = front[3] + back[3] * (1 - front[3]);
  const mix = (channel: 0 | 1 | 2) =>
    alpha === 0 ? 0 : (front[channel] * front[3] + back[channel] * back[3] * (1 - front[3])) / alpha;
  return [mix(0), mix(1), mix(2), alpha];
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Rgba, other: Rgba): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
