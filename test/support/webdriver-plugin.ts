import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner';

/** An element as an engine hands it to assistive technology. */
export interface Computed {
  readonly role: string;
  readonly name: string;
  /** Of Chromium alone. */
  readonly description?: string;
}

/** The part of WebdriverIO's browser that is used here. */
interface Driver {
  execute(script: string): Promise<Record<string, string>[]>;
  getElementComputedRole(element: string): Promise<string>;
  getElementComputedLabel(element: string): Promise<string>;
}

/**
 * Lets a test ask the engine for what it has computed: in Chromium for the whole tree of the page, in its order, in WebKit for the
 * elements in the page's `askedAbout`, as WebDriver has no command for a tree.
 */
export const engineTreePlugin: TestRunnerPlugin = {
  name: 'engine-tree',
  async executeCommand({ command, session: { browser, id } }) {
    if (command === 'computed-tree') return treeOf((browser as ChromeLauncher).getPage(id));
    if (command === 'computed-elements') return elementsOf((browser as BrowserLauncher & { driver: Driver }).driver);
    return undefined;
  },
};

async function treeOf(page: ReturnType<ChromeLauncher['getPage']>): Promise<Computed[]> {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = ([first, ...rest]: typeof nodes): typeof nodes =>
    first ? [first, ...inOrder((first.childIds ?? []).flatMap((each) => byId.get(each) ?? [])), ...inOrder(rest)] : [];
  return inOrder(nodes.filter(({ parentId }) => parentId === undefined))
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
    }));
}

async function elementsOf(driver: Driver): Promise<Computed[]> {
  const references = await driver.execute('return globalThis.askedAbout');
  const elements = references.map((reference) => Object.values(reference)[0]!);
  const computed: Computed[] = [];
  for (const element of elements) {
    const role = await driver.getElementComputedRole(element);
    computed.push({ role, name: await driver.getElementComputedLabel(element) });
  }
  return computed;
}
