import { until } from './until.js';

export interface SmallWindow {
  readonly document: Document;
  close(): void;
}

/**
 * A window of a size of its own, in every engine: a frame. Media queries and viewport units go by it. It has no database, which would be that of
 * the test's own window, held open.
 */
export async function openSmallWindow(width: number, height: number): Promise<SmallWindow> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${width}px; height: ${height}px; border: 0`;
  frame.srcdoc = `<!doctype html><html lang="en"><title>Small</title>
    <script>Object.defineProperty(window, 'indexedDB', { value: undefined })</script>
    <script type="module" src="/src/define.ts"></script><script type="module" src="/src/panel.ts"></script>
    <script type="module" src="/src/advice.ts"></script>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  await until(() => frame.contentWindow!.customElements.get('help-ticket-widget'), 'the element', 20_000);
  return { document: frame.contentDocument!, close: () => frame.remove() };
}
