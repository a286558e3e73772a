import { unsafeCSS } from '@lit/reactive-element/css-tag.js';

/** The launcher's label until a page gives its own, by language and script. */
const LABELS: Readonly<Record<string, string>> = {
  ar: 'مساعدة',
  bn: 'সাহায্য',
  de: 'Hilfe',
  en: 'Help',
  es: 'Ayuda',
  fa: 'راهنما',
  fil: 'Tulong',
  fr: 'Aide',
  he: 'עזרה',
  hi: 'मदद',
  id: 'Bantuan',
  it: 'Aiuto',
  ja: 'ヘルプ',
  ko: '도움말',
  ms: 'Bantuan',
  nl: 'Hulp',
  pl: 'Pomoc',
  pt: 'Ajuda',
  ru: 'Помощь',
  th: 'ช่วยเหลือ',
  tr: 'Yardım',
  uk: 'Допомога',
  ur: 'مدد',
  vi: 'Trợ giúp',
  zh: '帮助',
  zhHant: '協助',
};

/** English where none is shipped in the language. */
export function launcherLabel(locale: string): string {
  // What most pages say is here as it is: Intl's first answer takes as long as all else that the launcher does.
  let label = locale.length < 3 && LABELS[locale];
  try {
    if (!label) {
      const { language, script } = new Intl.Locale(locale).maximize();
      label = LABELS[language + (script as string)] ?? LABELS[language];
    }
  } catch {
    // A page's `lang` may be anything.
  }
  return label || 'Help';
}

export interface Launcher {
  readonly button: HTMLButtonElement;
  readonly label: HTMLElement;
}

/** The button as plain DOM: it is there before any template engine, and stays. */
export function createLauncher(): Launcher {
  const button = document.createElement('button');
  button.part = 'launcher';
  button.ariaHasPopup = 'dialog';
  const icon = document.createElement('slot');
  icon.name = 'launcher-icon';
  // Drawn with a border: the classes of SVG, which its page may not use, would take a browser longer to make than all else here.
  const bubble = document.createElement('span');
  bubble.className = 'bubble';
  bubble.ariaHidden = 'true';
  icon.append(bubble);
  const label = document.createElement('span');
  button.append(icon, label);
  return { button, label };
}

/** Takes the launcher's place when the form cannot be loaded: the owner's own content, or the address itself, which needs no translation. */
export function createFallback(url: string | undefined): HTMLElement {
  const fallback = document.createElement('div');
  fallback.part = 'launcher fallback';
  fallback.role = 'alert';
  const slot = document.createElement('slot');
  if (url) {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = url.replace(/^\w+:(\/\/)?/, '');
    slot.append(link);
  }
  fallback.append(slot);
  return fallback;
}

/**
 * The host and the button, as text: Lit's `css` costs more than it gives here. `all: initial !important` keeps the
 * page's style sheet out; without it `* { display: none !important }` would win over a rule for the host. The launcher's transparent outline is its
 * edge where a palette is forced, which takes all grounds away.
 */
export const launcherStyles = unsafeCSS(/* css */ `
  :host {
    all: initial !important;
    --accent: var(--help-ticket-accent, #1f4fd8);
    --on-accent: var(--help-ticket-on-accent, #fff);
  }
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
  @supports (color: lab(from light-dark(red, red) l a b)) {
    :host {
      --accent: var(--help-ticket-accent, light-dark(#1f4fd8, #8fb1ff));
      --on-accent: var(--help-ticket-on-accent, lab(from var(--accent) calc((49.5 - l) * 1e3) 0 0));
    }
  }
  [part~='launcher'] {
    position: fixed;
    z-index: 2147483647;
    inset-block-end: var(--help-ticket-launcher-offset, 20px);
    inset-inline-end: var(--help-ticket-launcher-inset, 20px);
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 14px 20px;
    border: 0;
    border-radius: 32px;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 8px 32px rgb(16 24 40/.24);
    font: 600 1em system-ui;
    outline: 1px solid #0000;
    outline-offset: 3px;
    cursor: pointer;
  }
  :host([placement='bottom-start']) [part~='launcher'] {
    inset-inline: var(--help-ticket-launcher-inset, 20px) auto;
  }
  [part~='launcher']:focus-visible {
    outline: 3px solid var(--accent);
    box-shadow: 0 0 0 3px var(--on-accent);
  }
  :host([aside]) [part~='launcher']:not(:hover) {
    opacity: 0;
  }
  [aria-busy='true'] {
    outline: 3px dashed var(--accent);
  }
  [part~='fallback'] {
    background: canvas;
    color: canvastext;
    border: 3px solid var(--accent);
  }
  .bubble {
    width: 20px;
    border: 2px solid;
    border-radius: 12px 12px 12px 3px;
    line-height: 20px;
    text-align: center;
  }
  .bubble::before {
    content: '?';
  }
`);
