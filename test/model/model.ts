import { tooManyTickets } from '../../demo/backend/http/problem.ts';
import { type Answer, type BackendInput, type BackendOptions, type BackendView, createBackend } from './backend.ts';
import { Interned, type Texts } from './interned.ts';
import type { Sabotage } from './page.ts';
import { Part } from './part.ts';
import { abandoned, tidied } from './requests.ts';
import { LiveTab, type TabInput, type TabView } from './tab.ts';
import { changeTab, type Request, Violation, type World } from './world.ts';

const START = Date.UTC(2026, 10, 23, 12);

export interface ModelOptions extends BackendOptions {
  /** How often Send can be pressed in each tab. */
  readonly presses: number;
  /** How much can go wrong in one schedule. */
  readonly faults: number;
  readonly sabotage?: Sabotage;
  /** In the second tab the customer writes of the same in other words, and only by their wish there are two tickets about it. */
  readonly isAkin?: boolean;
  /** Whether tickets alone are looked at, and not whether a key stays until there is proof. */
  readonly mayChangeKeys?: boolean;
}

type TabPart = Part<TabInput, number, TabView>;
type BackendPart = Part<BackendInput, Answer | undefined, BackendView>;
type Without<Input, Members extends PropertyKey> = Input extends unknown ? Omit<Input, Members> : never;

/** The parts joined: what one of them does, and what the others see of it. */
export class Model {
  readonly options: ModelOptions;
  readonly #contents: Interned<Texts>;
  readonly #answers = new Interned<Answer>();
  readonly #tab: TabPart;
  readonly #backend: BackendPart;

  private constructor(options: ModelOptions, contents: Interned<Texts>, tab: TabPart, backend: BackendPart) {
    this.options = options;
    this.#contents = contents;
    this.#tab = tab;
    this.#backend = backend;
  }

  static async create(options: ModelOptions): Promise<Model> {
    const contents = new Interned<Texts>();
    const tab = await Part.create(() => Promise.resolve(new LiveTab(contents, options.sabotage ?? {})));
    return new Model(options, contents, tab, await Part.create(await createBackend(options)));
  }

  /** Both tabs are open, and nothing has been written. */
  async start(): Promise<World> {
    const tab = { node: 0, presses: this.options.presses, problem: 0, isDifferent: false, key: undefined, words: '' };
    const world: World = {
      tabs: [tab, tab],
      backend: 0,
      local: this.#contents.numberOf({}),
      requests: [],
      locks: [],
      causes: {},
      now: START,
      serverNow: START,
      faults: this.options.faults,
    };
    return this.open(await this.open(world, 0, {}, 1), 1, {}, 9);
  }

  tabOf(world: World, tab: number): TabView {
    return this.#tab.view(world.tabs[tab]!.node);
  }

  backendOf(world: World): BackendView {
    return this.#backend.view(world.backend);
  }

  contentsOf(world: World): Texts {
    return this.#contents.of(world.local);
  }

  /** How often real code ran for a step, once for each. */
  get steps(): number {
    return this.#tab.steps + this.#backend.steps;
  }

  /** A page is loaded in a tab, and whatever was there is gone. */
  open(world: World, tab: number, session: Texts, byte: number): Promise<World> {
    const locks = world.locks.filter((lock) => lock.tab !== tab);
    const closed = this.#abandon({ ...world, locks }, tab);
    return this.act(changeTab(closed, tab, { node: 0 }), tab, { do: 'open', session, byte });
  }

  /** Lets something happen in a tab, and carries outside what it does. */
  async act(world: World, tab: number, input: Without<TabInput, 'now' | 'local'>): Promise<World> {
    const { now, local } = world;
    const { node, effect } = await this.#tab.step(world.tabs[tab]!.node, { ...input, now, local });
    const { lock, waitsFor, request } = this.#tab.view(node);
    const others = world.locks.filter((each) => each.tab !== tab || each.name === lock);
    const isNew = lock !== undefined && others.every((each) => each.tab !== tab);
    const locks = isNew ? [...others, { name: lock, tab }] : others;
    const after = changeTab({ ...world, local: effect, locks }, tab, { node });
    // What nobody delays comes at once: in between, nothing could happen that cannot happen before or after.
    if (waitsFor === 'page' && input.do !== 'press slowly') return this.act(after, tab, { do: 'agree' });
    if (waitsFor === 'lock' && isNew && this.isNext(after, tab)) return this.act(after, tab, { do: 'enter' });
    if (waitsFor === 'backoff' && input.do === 'lose') return this.act(after, tab, { do: 'retry' });
    return request ? this.#post(after, tab, request) : this.#abandon(after, tab);
  }

  /** Whether a tab can have the lock that it waits for. */
  isNext({ locks }: World, tab: number): boolean {
    const own = locks.find((lock) => lock.tab === tab);
    return own !== undefined && locks.find(({ name }) => name === own.name) === own;
  }

  #post(world: World, tab: number, { key, json }: NonNullable<TabView['request']>): World {
    if (world.requests.some((request) => request.tab === tab)) return world;
    const { problem, isDifferent, key: bound = key } = world.tabs[tab]!;
    if (bound !== key && !this.options.mayChangeKeys)
      throw new Violation('A ticket that may have arrived went out under another key.');
    const causes = { [key]: { tab, problem, isDifferent }, ...world.causes };
    const requests = this.#tidied(world, [...world.requests, { tab, key, json, stage: 'leaving' }]);
    return changeTab({ ...world, causes, requests }, tab, { key });
  }

  /** The customer's side of an attempt ends without an answer; the other side may not know. */
  lose(world: World, tab: number, how: 'lose' | 'lose for good'): Promise<World> {
    return this.act(this.#abandon(world, tab), tab, { do: how });
  }

  #abandon(world: World, tab: number): World {
    return { ...world, requests: this.#tidied(world, abandoned(world.requests, tab)) };
  }

  async hear(world: World, request: Request & { readonly tab: number }): Promise<World> {
    const { tab, key } = request;
    const rest = { ...world, requests: world.requests.filter((each) => each.tab !== tab) };
    const after = await this.act(rest, tab, { do: 'hear', answer: this.#answers.of(request.answer!) });
    const { state } = this.tabOf(after, tab);
    const isTold = state?.status === 'sent' || state?.status === 'twin';
    const isRefused = state?.status === 'failed' && state.outcome.kind === 'limited';
    if (!isTold && !(isRefused && !this.#hasTrace(after, key))) return after;
    // Proof, and what is known in one tab is known in both.
    return { ...after, tabs: after.tabs.map((each) => (each.key === key ? { ...each, key: undefined } : each)) };
  }

  /** Whether a ticket was made under a key, or may still be. */
  #hasTrace(world: World, key: string): boolean {
    return [...world.requests, ...this.backendOf(world).tickets].some((each) => each.key === key);
  }

  /** A request arrives, and all of it. */
  async serve(world: World, request: Request): Promise<World> {
    const [arrived, named] = await this.arrive(world, request);
    return named ? this.end(arrived, named, 'finish') : arrived;
  }

  /** The beginning of a request arrives. Unless that is answered at once, the request as it is then comes second. */
  async arrive(world: World, request: Request): Promise<readonly [World, Request?]> {
    const { key, json } = request;
    const name = [0, 1, 2, 3, 4].find((free) => world.requests.every((each) => each.name !== free))!;
    const after = await this.#serve(world, { do: 'arrive', request: name, key, json });
    if (after.answer) return [this.#answer(after.world, request, after.answer)];
    const arrived: Request = { ...request, stage: 'arrived', name };
    return [this.#replace(after.world, request, arrived), arrived];
  }

  /** The rest of it arrives, or never will. */
  async end(world: World, request: Request, how: 'finish' | 'break'): Promise<World> {
    const after = await this.#serve(world, { do: how, request: request.name! });
    const { name, ...rest } = request;
    return how === 'break'
      ? this.#replace(after.world, request)
      : this.#answer(this.#replace(after.world, request, rest), rest, after.answer!);
  }

  /** Something in front of the backend says that it is too busy. */
  async refuse(world: World, request: Request): Promise<World> {
    const response = tooManyTickets(60).toResponse();
    const text = await response.text();
    return this.#answer(world, request, {
      status: response.status,
      text,
      headers: Object.fromEntries(response.headers),
    });
  }

  async #serve(world: World, input: Without<BackendInput, 'now'>) {
    const step = await this.#backend.step(world.backend, { ...input, now: world.serverNow });
    return { world: { ...world, backend: step.node }, answer: step.effect };
  }

  #answer(world: World, request: Request, answer: Answer): World {
    const isAwaited = request.tab !== undefined;
    const answered: Request = { ...request, stage: 'answered', answer: this.#answers.numberOf(answer) };
    return this.#replace(world, request, ...(isAwaited ? [answered] : []));
  }

  #tidied(world: World, requests: readonly Request[]): readonly Request[] {
    return tidied(requests, (key) => this.backendOf(world).tickets.some((ticket) => ticket.key === key));
  }

  #replace(world: World, request: Request, ...others: readonly Request[]): World {
    const requests = world.requests.flatMap((each) => (each === request ? others : each));
    return { ...world, requests: this.#tidied(world, requests) };
  }
}
