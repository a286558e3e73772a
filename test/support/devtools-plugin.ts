import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin } from '@web/test-runner';

type Page = ReturnType<ChromeLauncher['getPage']>;
type Session = Awaited<ReturnType<Page['createCDPSession']>>;

/** One for each page: what it emulates ends with it. */
const sessions = new WeakMap<Page, Promise<Session>>();

/** Lets a test in Chromium send commands of the Chrome DevTools Protocol to its own page. */
export const devtoolsPlugin: TestRunnerPlugin<{ method: Parameters<Session['send']>[0]; params: object }> = {
  name: 'devtools',
  async executeCommand({ command, payload, session }) {
    if (command !== 'devtools' || !payload) return undefined;
    const page = (session.browser as ChromeLauncher).getPage(session.id);
    if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
    const client = await sessions.get(page)!;
    return await client.send(payload.method, payload.params);
  },
};
