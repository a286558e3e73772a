/** Milliseconds. */
export const SECOND = 1000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What goes wrong, and what the customer does besides pressing Send. */
export type Fault =
  /** The attempt ends without its answer, and the next one follows; or none can, for as long as the widget tries. */
  | 'answer lost'
  | 'connection lost'
  /** The page is gone at once, and loaded anew. */
  | 'crash'
  /** Half a minute in which the tab does not run, nor the backend go on with a request. */
  | 'lease lapsed'
  | 'edit'
  | 'clock ahead'
  | 'clock behind'
  | 'key expired'
  | 'days pass'
  /** 429: nothing was created, and nobody has looked at the key. */
  | 'refused for now'
  /** The customer takes back a ticket that is on its way. */
  | 'cancel'
  | 'different problem'
  /** The page does not agree to the ticket at once. */
  | 'slow page'
  /** A request arrives, and what is left of its body does not. */
  | 'slow upload';

/** Why a key was made: the customer has one problem in each tab, and another whenever they say so. */
interface Cause {
  readonly tab: number;
  readonly problem: number;
  readonly isDifferent: boolean;
}

/** A request on its way. `answer` is the number of what it hears. */
export interface Request {
  /** The tab that awaits the answer, if it still does. */
  readonly tab: number | undefined;
  readonly key: string;
  readonly json: string;
  readonly stage: 'leaving' | 'arrived' | 'answered';
  /** Tells those apart that have arrived. */
  readonly name?: number;
  readonly answer?: number;
}

export interface TabState {
  /** Its situation, by number. */
  readonly node: number;
  /** How often Send can still be pressed. */
  readonly presses: number;
  readonly problem: number;
  readonly isDifferent: boolean;
  /** Of the ticket that may have arrived: nothing may go out under another one. */
  readonly key: string | undefined;
  /** What the customer wrote last. */
  readonly words: string;
}

/** One situation of the whole. */
export interface World {
  readonly tabs: readonly TabState[];
  /** The situation of the backend, by number. */
  readonly backend: number;
  /** What is in `localStorage`, by number. */
  readonly local: number;
  readonly requests: readonly Request[];
  /** Which tab wants or has which lock, in the order in which they asked. */
  readonly locks: readonly { readonly name: string; readonly tab: number }[];
  /** For each key that went out. */
  readonly causes: Readonly<Record<string, Cause>>;
  /** The customer's clock and the server's, in milliseconds since the epoch. */
  readonly now: number;
  readonly serverNow: number;
  /** How much can still go wrong. */
  readonly faults: number;
}

/** One thing that can happen next. */
export interface Event {
  readonly name: string;
  readonly fault?: Fault;
  happen(world: World): World | Promise<World>;
}

/** The promise is broken. */
export class Violation extends Error {}

export function changeTab(world: World, tab: number, changes: Partial<TabState>): World {
  return { ...world, tabs: world.tabs.map((state, index) => (index === tab ? { ...state, ...changes } : state)) };
}
