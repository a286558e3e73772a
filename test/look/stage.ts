/** Runs in the page, bundled: puts one example on it, and looks at it. */
import axe from 'axe-core';
import { type Scene, showExample } from '../../demo/examples.ts';
import { type Finding, inspect } from './inspect.ts';

/** What look.ts calls in the page. */
export interface Stage {
  show(name: string, scene: Scene): Promise<void>;
  /** How many pixels of the step are below what shows. */
  hiddenHeight(): Promise<number>;
  /** Whether axe is asked too, which is slow, and whose opinion does not depend on the window. */
  inspect(withAxe: boolean): Promise<readonly Finding[]>;
}

let widget: HTMLElement;

const stage: Stage = {
  async show(name, scene) {
    widget = await showExample(name, scene);
    // Lists that are filled after the first picture, thumbnails, fonts.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const images = [...(widget.shadowRoot?.querySelectorAll('img') ?? [])];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  },
  async hiddenHeight() {
    // The panel follows the window in an event of its own.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const body = widget.shadowRoot?.querySelector('[part~=body]');
    return body ? body.scrollHeight - body.clientHeight : 0;
  },
  async inspect(withAxe) {
    const panel = widget.shadowRoot?.querySelector<HTMLElement>('[part~=panel]');
    const isMirrored = !panel || panel.dir === (document.documentElement.dir || 'ltr');
    const direction = isMirrored ? [] : [{ problem: `its direction is ${panel.dir}`, where: 'the panel' }];
    return [...direction, ...inspect(widget), ...(withAxe ? await paleByAxe() : [])];
  },
};

/** axe's own opinion, which knows of pseudo-elements and of what lies over what. */
async function paleByAxe(): Promise<readonly Finding[]> {
  const { violations } = await axe.run(widget, {
    runOnly: { type: 'rule', values: ['color-contrast'] },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ any, target }) => ({
      problem: `axe: ${any[0]?.message ?? 'low contrast'}`,
      where: [target].flat(3).join(' '),
    })),
  );
}

Object.assign(window, { stage });
