/** All of a page that is the page's own: its elements, its globals, and what old libraries and we alike could add to. */
export function pageState(window: Window & typeof globalThis) {
  const { document } = window;
  return {
    elements: elementsOf(document),
    globals: keysOf(window).filter((key) => !/^\d+$/.test(key)),
    builtIns: Object.fromEntries(BUILT_INS.map((name) => [name, builtInKeys(window[name])])),
    title: document.querySelector('title')?.text,
    fragment: window.location.hash,
    cookie: document.cookie,
    scroll: [window.scrollX, window.scrollY],
    boxes: [...document.querySelectorAll('body, main, h1, p')].map((each) => boxOf(each)),
  };
}

const BUILT_INS = [
  'Array',
  'Date',
  'Document',
  'Element',
  'Event',
  'Function',
  'HTMLElement',
  'JSON',
  'Object',
  'Promise',
  'String',
  'Symbol',
] as const;

/** As text, without the widget; where the script comes from is the one thing that differs. */
function elementsOf(document: Document): string {
  const html = document.documentElement.outerHTML;
  return html
    .replace(/<help-ticket-widget[\s>][\s\S]*?<\/help-ticket-widget>/g, '')
    .replace(/\/\w+(?=\/help-ticket-widget\.js)/g, '');
}

function builtInKeys(builtIn: object) {
  const { prototype } = builtIn as { prototype?: object };
  return { own: keysOf(builtIn), prototype: prototype && keysOf(prototype) };
}

const keysOf = (object: object) => Reflect.ownKeys(object).map(String).sort();

function boxOf(element: Element): number[] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}
