/**
 * The first script of a page: when the launcher shows, and what a click on it leads to. Times are in milliseconds since
 * the navigation began.
 */
export function watch({ launcher, form, stored }) {
  for (const [name, value] of Object.entries(stored ?? {})) localStorage.setItem(name, value);
  const seen = { launcher: null, click: null, focused: null, shown: null, longest: 0, shift: 0 };
  window.benchSeen = seen;

  function find(selectors) {
    let found = document;
    for (const selector of selectors) found = (found?.shadowRoot ?? found)?.querySelector(selector);
    return found?.checkVisibility({ visibilityProperty: true }) && found.getBoundingClientRect().width ? found : null;
  }

  /** Looks before each frame; what is there then has been seen once that frame is done. */
  function whenSeen(selectors, act) {
    requestAnimationFrame(() => {
      if (!find(selectors)) return whenSeen(selectors, act);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => act(performance.now());
      port2.postMessage('');
    });
  }

  whenSeen(launcher, (now) => (seen.launcher = now));
  addEventListener(
    'click',
    ({ timeStamp }) => {
      seen.click = timeStamp;
      if (form) whenSeen(form, (now) => (seen.shown = now));
    },
    { capture: true, once: true },
  );
  const handleFocus = (event) => {
    const isLauncher = event.composedPath().includes(find(launcher));
    if (seen.click !== null && !isLauncher) seen.focused ??= performance.now();
  };
  addEventListener('focusin', handleFocus, { capture: true });
  // A focus that moves within a shadow root is not heard outside.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    root.addEventListener('focusin', handleFocus, { capture: true });
    return root;
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Resolves when nothing has been fetched for a while, and the browser has nothing to do. */
export async function settled() {
  const fetched = () => performance.getEntriesByType('resource').length;
  for (let before = -1; before !== fetched();) {
    before = fetched();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
  }
}
