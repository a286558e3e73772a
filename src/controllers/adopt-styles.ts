import type { HelpTicketWidget } from '../help-ticket-widget.js';

/**
 * Adds a style sheet to those of the element. They belong to a document: in another one, a frame's or a window's, the element finds
 * itself without, and has them made anew.
 */
export function adoptStyles(host: HelpTicketWidget, css: string): void {
  const root = host.renderRoot as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const sheets = (root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]);
  const hostConnected = () => {
    if (root.adoptedStyleSheets.length > 0) return;
    const { CSSStyleSheet } = root.ownerDocument.defaultView ?? window;
    root.adoptedStyleSheets = sheets.map(({ cssRules }) => {
      const copy = new CSSStyleSheet();
      copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join(''));
      return copy;
    });
  };
  host.addController({ hostConnected });
}
