import { HelpTicketWidget } from './help-ticket-widget.js';
import { TAG } from './tag.js';

/** The panel's file beside this one; the build knows its hash. Empty where the panel is in this file, too. */
declare const __PANEL_FILE__: string;

declare global {
  interface Window {
    /** Attributes and properties for pages whose tag manager strips `data-*`. */
    helpTicketWidget?: Record<string, unknown>;
  }
}

/** This script's own element. `currentScript` is null in a module, and an `<img name=currentScript>` can stand in its place. */
function findScript(): HTMLScriptElement | undefined {
  const current: unknown = document.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  return [...document.scripts].findLast(({ src }) => src.includes(`/${TAG}.`));
}

/** The element that the script describes, or nothing if it describes none. */
function createFrom(script: HTMLScriptElement | undefined): HelpTicketWidget | undefined {
  const widget = document.createElement(TAG);
  if (script) {
    // Without need neither this nor `script.attributes`: an interface that its page has not used yet takes a browser a while to make.
    const query = script.src.includes('?') ? new URL(script.src).searchParams : undefined;
    // Only what is ours: plugins that combine or delay scripts add attributes and a query of their own.
    for (const name of ['id', 'class', ...HelpTicketWidget.observedAttributes]) {
      const value = script.getAttribute(`data-${name}`) ?? query?.get(name);
      if (value != null) widget.setAttribute(name, value);
    }
    // Marks for others, as for tools that record sessions.
    for (const name of script.getAttributeNames()) {
      if (name.startsWith('data-data-')) widget.setAttribute(name.slice(5), script.getAttribute(name) ?? '');
    }
  }
  // A form with this id would stand here, too; it has nothing to assign but its controls, by number.
  Object.assign(widget, window.helpTicketWidget);
  return widget.endpoint ? widget : undefined;
}

/**
 * Puts the element on the page, unless the page or an earlier copy of the script has done so. Beside the body: there a body's
 * transform, filter or containment does not move it, and what takes the body's place does not take it away.
 */
function insert(widget: HelpTicketWidget): void {
  const present = document.querySelectorAll<HelpTicketWidget>(TAG);
  const isThere = [...present].some(({ endpoint }) => endpoint === widget.endpoint);
  if (isThere) console.warn(`${TAG}: this script ran twice.`);
  else document.documentElement.append(widget);
}

function start(): void {
  const script = findScript();
  if (__PANEL_FILE__) {
    HelpTicketWidget.panelLoader = (attempt) => {
      const url = new URL(__PANEL_FILE__, script?.src ?? location.href);
      // Firefox remembers that an import failed: another address is another try.
      url.search = String(attempt || '');
      return import(/* @vite-ignore */ url.href) as ReturnType<typeof HelpTicketWidget.panelLoader>;
    };
  }
  if (!HelpTicketWidget.define()) return;
  const widget = createFrom(script);
  if (!widget) return;
  if (document.body) insert(widget);
  else document.addEventListener('DOMContentLoaded', () => insert(widget), { once: true });
}

start();
