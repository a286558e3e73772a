/** A part of the system as it runs: real code, and what happens to it. */
export interface Live<Input, Effect, View> {
  /** Lets something happen. Returns what the others see of it. */
  apply(input: Input): Promise<Effect>;
  /** All that can make a difference to what it does next, as plain data. */
  snapshot(): View;
}

interface Step<Effect> {
  readonly node: number;
  readonly effect: Effect;
}

interface Node<Input, View> {
  readonly view: View;
  /** The shortest way that is known: its length, and its last step. */
  depth: number;
  from?: { readonly node: number; readonly input: Input };
}

/**
 * One part in all situations that it can be in, which are numbered; 0 is the first. A step from a situation is run for real, once:
 * parts know of each other by inputs and effects alone, and nothing in them is left to chance, so that it ends the same each time.
 */
export class Part<Input, Effect, View> {
  readonly #start: () => Promise<Live<Input, Effect, View>>;
  readonly #nodes: Node<Input, View>[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #steps = new Map<string, Step<Effect>>();
  #live: Live<Input, Effect, View> | undefined;
  #liveNode = 0;

  private constructor(start: () => Promise<Live<Input, Effect, View>>, view: View) {
    this.#start = start;
    this.#nodes.push({ view, depth: 0 });
    this.#numbers.set(JSON.stringify(view), 0);
  }

  static async create<Input, Effect, View>(start: () => Promise<Live<Input, Effect, View>>) {
    return new Part(start, (await start()).snapshot());
  }

  get steps(): number {
    return this.#steps.size;
  }

  view(node: number): View {
    return this.#nodes[node]!.view;
  }

  async step(node: number, input: Input): Promise<Step<Effect>> {
    const name = `${node} ${JSON.stringify(input)}`;
    const known = this.#steps.get(name);
    if (known) return known;
    const live = this.#liveNode === node && this.#live ? this.#live : await this.#revive(node);
    const effect = await live.apply(input);
    const step = { node: this.#numberOf(live.snapshot(), { node, input }), effect };
    this.#steps.set(name, step);
    this.#live = live;
    this.#liveNode = step.node;
    return step;
  }

  #numberOf(view: View, from: { readonly node: number; readonly input: Input }): number {
    const text = JSON.stringify(view);
    const depth = this.#nodes[from.node]!.depth + 1;
    const number = this.#numbers.get(text) ?? this.#nodes.push({ view, depth, from }) - 1;
    this.#numbers.set(text, number);
    const node = this.#nodes[number]!;
    if (depth < node.depth) Object.assign(node, { depth, from });
    return number;
  }

  /** A live part in a situation, brought there again. */
  async #revive(node: number): Promise<Live<Input, Effect, View>> {
    const live = await this.#start();
    const way: Input[] = [];
    for (let { from } = this.#nodes[node]!; from; { from } = this.#nodes[from.node]!) way.unshift(from.input);
    for (const input of way) await live.apply(input);
    if (this.#numbers.get(JSON.stringify(live.snapshot())) !== node)
      throw new Error(`The same is not the same again: something is missing in the snapshot.\n${JSON.stringify(way)}`);
    return live;
  }
}
