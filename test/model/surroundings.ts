/** What code takes from its surroundings without being given it: the clock, timers, chance. Each part of the model has its own. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  now: number;
  /** What is to be called once, later. */
  readonly timeouts: Map<number, () => void>;
  /** What is to be called now and then. */
  readonly intervals: Map<number, () => void>;
  /** What would tell a page that it is online again; here nothing does. */
  readonly page: EventTarget;
  /** All random bytes are this one, unless they are drawn. */
  byte: number;
  readonly draw?: () => number;
}

const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, Date, crypto } = globalThis;
const { now } = Date;
const getRandomValues = crypto.getRandomValues.bind(crypto);

let inside: Surroundings | undefined;
let timers = 0;

export function createSurroundings(): Surroundings {
  return { now: 0, timeouts: new Map(), intervals: new Map(), page: new EventTarget(), byte: 0 };
}

/** Runs something in its own surroundings, until nothing moves any more unless something else happens. */
export async function within(surroundings: Surroundings, run: () => void): Promise<void> {
  const { stackTraceLimit } = Error;
  inside = surroundings;
  // What the code throws and catches itself is not looked at, and storage that is missing throws all the time.
  Error.stackTraceLimit = 0;
  try {
    run();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    inside = undefined;
  }
}

/** Calls all that was to be called later. */
export function elapse({ timeouts }: Surroundings): void {
  const due = [...timeouts.values()];
  timeouts.clear();
  for (const run of due) run();
}

class ModelDate extends Date {
  constructor(...parts: [] | [number]) {
    super(...(parts.length === 0 && inside ? ([inside.now] as const) : (parts as [number])));
  }

  static override now(): number {
    return inside ? inside.now : now();
  }
}

/** A function of the platform, and what stands for it inside. */
function replace(name: string, outside: (...parts: never[]) => unknown, within: (...parts: never[]) => unknown): void {
  Object.assign(globalThis, { [name]: (...parts: never[]) => (inside ? within : outside)(...parts) });
}

function startTimer(kind: 'timeouts' | 'intervals') {
  return (run: () => void) => {
    timers += 1;
    inside?.[kind].set(timers, run);
    return timers;
  };
}

replace('setTimeout', setTimeout, startTimer('timeouts'));
replace('setInterval', setInterval, startTimer('intervals'));
replace('clearTimeout', clearTimeout, (timer: number) => inside?.timeouts.delete(timer));
replace('clearInterval', clearInterval, (timer: number) => inside?.intervals.delete(timer));
Object.assign(globalThis, {
  Date: ModelDate,
  addEventListener: (...parts: Parameters<EventTarget['addEventListener']>) => inside?.page.addEventListener(...parts),
});
Object.defineProperty(crypto, 'getRandomValues', {
  value: (bytes: Uint8Array<ArrayBuffer>) =>
    inside ? bytes.fill(inside.draw?.() ?? inside.byte) : getRandomValues(bytes),
});
