import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner';
import type { Computed } from './engine-tree.ts';

/** The part of WebdriverIO's browser that is used here. */
interface Driver {
  execute(script: string): Promise<Record<string, string>[]>;
  getElementComputedRole(element: string): Promise<string>;
  getElementComputedLabel(element: string): Promise<string>;
}

/** Lets a test in WebKit ask for the computed role and label of the elements in its page's `askedAbout`. */
export const webdriverPlugin: TestRunnerPlugin = {
  name: 'webdriver',
  async executeCommand({ command, session }) {
    if (command !== 'computed-roles') return undefined;
    const browser = session.browser as BrowserLauncher & { driver: Driver; arrived(session: string): Promise<unknown> };
    await browser.arrived(session.id);
    const { driver } = browser;
    const computed: Computed[] = [];
    for (const reference of await driver.execute('return globalThis.askedAbout')) {
      const [element] = Object.values(reference) as [string];
      const role = await driver.getElementComputedRole(element);
      computed.push({ role, name: await driver.getElementComputedLabel(element), description: '' });
    }
    return computed;
  },
};
