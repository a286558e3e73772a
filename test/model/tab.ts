import { readAnswer } from '../../src/services/answer.js';
import type { Attempt } from '../../src/services/transport.js';
import type { FlowState, FrozenTicket } from '../../src/ticket/flow-state.js';
import { parseDraft } from '../../src/ticket/stored.js';
import { createTexts } from '../services/fakes.js';
import type { Answer } from './backend.ts';
import { type Interned, type Texts, textsOf } from './interned.ts';
import { Page, type Sabotage } from './page.ts';
import type { Live } from './part.ts';
import { createSurroundings, elapse, within } from './surroundings.ts';

/** What the customer writes, before and after a second thought. */
export const WORDS = ['My deposit is not there.', 'My deposit is not there. I sent it on Monday.'] as const;

/** How Send is pressed. `slowly`: the page takes its time to agree. */
export type Press = 'press' | 'press slowly' | 'press as a different problem';

/** `local`: what is in `localStorage`, by number. */
export type TabInput = { readonly now: number; readonly local: number } & (
  | { readonly do: 'open'; readonly session: Texts; readonly byte: number }
  | { readonly do: Press; readonly words: string }
  | { readonly do: 'edit' | 'cancel' }
  /** The page agrees; the lock is had; the wait before the next attempt is over; the lease is renewed. */
  | { readonly do: 'agree' | 'enter' | 'retry' | 'renew' }
  | { readonly do: 'hear'; readonly answer: Answer }
  /** The connection breaks: just now, or for as long as the widget tries. */
  | { readonly do: 'lose' | 'lose for good' }
);

type Shown = FlowState extends infer State ? (State extends FlowState ? Omit<State, 'form'> : never) : never;

export interface TabView {
  readonly state?: Shown;
  readonly waitsFor: 'customer' | 'page' | 'lock' | 'answer' | 'backoff';
  /** The name of the lock that is awaited or held. */
  readonly lock?: string | undefined;
  readonly request?: { readonly key: string; readonly json: string } | undefined;
  /** What `sessionStorage` holds. */
  readonly session: Texts;
  readonly draft?: { readonly description: string; readonly at: number } | undefined;
  /** What nobody can see. */
  readonly hidden?: {
    readonly byte: number;
    readonly mine: string | undefined;
    readonly hasWritten: boolean;
    readonly sending: Sending | undefined;
  };
}

/** One press of Send, as far as it has come. Times are milliseconds since the epoch. */
interface Sending {
  readonly at: number;
  readonly agreedAt?: number;
  readonly before: FrozenTicket | undefined;
  /** How its attempts have ended. */
  readonly attempts: readonly string[];
}

/** One tab: pages come and go in it, and what it stores stays. */
export class LiveTab implements Live<TabInput, number, TabView> {
  readonly #contents: Interned<Texts>;
  readonly #sabotage: Sabotage;
  readonly #local = new Map<string, string>();
  #session = new Map<string, string>();
  #surroundings = createSurroundings();
  #page: Page | undefined;
  #sending: Sending | undefined;

  constructor(contents: Interned<Texts>, sabotage: Sabotage) {
    this.#contents = contents;
    this.#sabotage = sabotage;
  }

  /** Returns what is in `localStorage` then. */
  async apply(input: TabInput): Promise<number> {
    this.#local.clear();
    for (const [name, text] of Object.entries(this.#contents.of(input.local))) this.#local.set(name, text);
    this.#surroundings.now = input.now;
    if (input.do === 'open') await this.#open(input);
    else await within(this.#surroundings, () => this.#go(this.#page!, input));
    if (input.do === 'lose for good') await this.#exhaust(this.#page!);
    this.#takeByte(this.#page!);
    return this.#contents.numberOf(textsOf(this.#local));
  }

  snapshot(): TabView {
    const session = textsOf(this.#session);
    const page = this.#page;
    if (!page) return { waitsFor: 'customer', session };
    const { form, ...state } = page.flow.state;
    const waitsFor = this.#waitsFor(page);
    const draft = parseDraft(this.#session.get('draft:model') ?? '');
    return {
      state,
      waitsFor,
      lock: page.lock?.name,
      request: page.request && { key: page.request.key, json: page.request.json },
      session,
      draft: draft && { description: draft.answers.description, at: draft.at },
      hidden: {
        byte: this.#surroundings.byte,
        mine: page.mine,
        hasWritten: page.draft.hasWritten,
        sending: waitsFor === 'customer' ? undefined : this.#sending,
      },
    };
  }

  #waitsFor({ agree, lock, request, flow }: Page): TabView['waitsFor'] {
    if (agree) return 'page';
    if (lock && !lock.isHeld) return 'lock';
    if (request) return 'answer';
    return flow.state.status === 'sending' ? 'backoff' : 'customer';
  }

  async #open({ session, byte, now }: TabInput & { do: 'open' }): Promise<void> {
    this.#session = new Map(Object.entries(session));
    this.#surroundings = { ...createSurroundings(), now };
    await within(this.#surroundings, () => {
      this.#page = new Page(createTexts(this.#session), createTexts(this.#local), this.#sabotage);
      void this.#page.begin();
    });
    this.#surroundings.byte = byte;
  }

  #go(page: Page, input: Exclude<TabInput, { do: 'open' }>): void {
    switch (input.do) {
      case 'edit':
        return page.write(WORDS.find((words) => words !== page.flow.state.answers.description)!);
      case 'cancel':
        return page.cancel();
      case 'agree':
        this.#sending = { ...this.#sending!, agreedAt: input.now };
        return page.agree?.();
      case 'enter':
        return page.lock?.enter();
      case 'retry':
        return elapse(this.#surroundings);
      case 'renew':
        return this.#surroundings.intervals.forEach((run) => run());
      case 'hear':
        return this.#end(page, readAnswer(heard(input.answer), [], input.now));
      case 'lose':
      case 'lose for good':
        return this.#end(page, { kind: 'unconfirmed' });
      default:
        this.#sending = { at: input.now, before: page.flow.state.frozen, attempts: [] };
        return page.press(input.words, input.do === 'press as a different problem');
    }
  }

  #end(page: Page, attempt: Attempt): void {
    const { attempts, ...sending } = this.#sending!;
    this.#sending = { ...sending, attempts: [...attempts, attempt.kind] };
    page.request?.end(attempt);
  }

  async #exhaust(page: Page): Promise<void> {
    while (this.#waitsFor(page) === 'backoff') {
      await within(this.#surroundings, () => elapse(this.#surroundings));
      await within(this.#surroundings, () => page.request?.end({ kind: 'unreachable' }));
    }
  }

  /** Chance must not make the same key twice. */
  #takeByte({ flow }: Page): void {
    const digit = (this.#surroundings.byte % 16).toString(16);
    if (flow.state.frozen?.key.startsWith(digit)) this.#surroundings.byte += 1;
  }
}

function heard({ status, text, headers }: Answer) {
  return { status, responseText: text, getResponseHeader: (name: string) => headers[name] ?? null };
}
