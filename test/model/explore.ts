import { eventsOf } from './events.ts';
import { Interned } from './interned.ts';
import { Model, type ModelOptions } from './model.ts';
import { assertKept } from './promise.ts';
import { type Fault, Violation, type World } from './world.ts';

export interface Explored {
  /** Ways from the beginning to an end, all of which keep the promise; one of two that are each other's mirror image. */
  readonly interleavings: bigint;
  /** Different situations on them, each of which was looked at. */
  readonly situations: number;
  /** Different steps of real code that they are made of, each of which ran. */
  readonly steps: number;
  /** What the tabs have shown. */
  readonly statuses: readonly string[];
}

/**
 * Goes every way that tabs, network, backend, clocks and the customer can take. Two ways that lead to the same situation go on alike,
 * so that what follows is gone through once and counted for both.
 * @throws Violation with the way that leads to it
 */
export async function explore(options: ModelOptions, faults: readonly Fault[]): Promise<Explored> {
  const model = await Model.create(options);
  const seen = new Map<string, bigint>();
  const statuses = new Set<string>();
  const keyOf = createKeys();
  const way: string[] = [];

  async function goOn(world: World): Promise<bigint> {
    const key = keyOf(world);
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, 0n);
    assertKept(model, world);
    for (const tab of world.tabs.keys()) statuses.add(model.tabOf(world, tab).state!.status);
    let ways = 0n;
    for (const { name, fault, happen } of eventsOf(model, world)) {
      if (fault && (world.faults === 0 || !faults.includes(fault))) continue;
      way.push(name);
      const after = await goOn(await happen(fault ? { ...world, faults: world.faults - 1 } : world));
      if (after === 0n) throw new Error(`This goes in a circle:\n${way.join('\n')}`);
      ways += after;
      way.pop();
    }
    if (ways === 0n) assertEnded(model, world);
    seen.set(key, ways || 1n);
    return ways || 1n;
  }

  try {
    const interleavings = await goOn(await model.start());
    return { interleavings, situations: seen.size, steps: model.steps, statuses: [...statuses].sort() };
  } catch (error) {
    if (error instanceof Violation) error.message += `\n  ${way.join('\n  ')}`;
    throw error;
  }
}

/** Every press of Send comes to an end. */
function assertEnded(model: Model, world: World): void {
  for (const tab of world.tabs.keys())
    if (model.tabOf(world, tab).waitsFor !== 'customer') throw new Violation('A tab waits for ever.');
}

/** Short names of situations: the same for the same. */
function createKeys(): (world: World) => string {
  const parts = new Interned<object>();
  return ({ tabs, requests, locks, causes, ...numbers }) =>
    [...tabs, requests, locks, causes].map((part) => parts.numberOf(part)).join() + Object.values(numbers).join();
}
