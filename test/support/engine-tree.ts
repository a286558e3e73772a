/** What the engines themselves have computed for assistive technology. No protocol tells what Firefox has. */
import { executeServerCommand } from '@web/test-runner-commands';
import { devtools } from './devtools.js';

export interface Computed {
  readonly role: string;
  readonly name: string;
  /** Of Chromium alone. */
  readonly description: string;
}

type Property = 'role' | 'name' | 'description';
type AXNode = Readonly<Partial<Record<Property, { value?: string }>>> & {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
};

/** The whole tree of the page, in its order. */
export async function treeInChromium(): Promise<readonly Computed[]> {
  const { nodes } = await devtools<{ nodes: readonly AXNode[] }>('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node: AXNode): AXNode[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).flatMap(inOrder),
  ];
  return nodes
    .filter(({ parentId }) => parentId === undefined)
    .flatMap(inOrder)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: role?.value ?? '',
      name: name?.value ?? '',
      description: description?.value ?? '',
    }));
}

/** Role and name of each element: WebDriver has no command for a tree, and none for descriptions. */
export function computedInWebKit(elements: readonly Element[]): Promise<readonly Computed[]> {
  Object.assign(globalThis, { askedAbout: elements });
  return executeServerCommand<readonly Computed[], undefined>('computed-roles');
}
