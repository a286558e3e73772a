import { executeServerCommand } from '@web/test-runner-commands';

/** Sends a command of the Chrome DevTools Protocol to Chromium's own page, and returns what it says. */
export function devtools<T = unknown>(method: string, params: object = {}): Promise<T> {
  return executeServerCommand<T, object>('devtools', { method, params });
}
