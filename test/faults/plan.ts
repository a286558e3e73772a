import { Chance } from './chance.ts';
import { drawFault, type Fault } from './fault.ts';
import type { StoryFile } from './hands.ts';

/** What one customer does and meets, all of it decided by the seed. */
export interface Plan {
  readonly seed: number;
  /** The name of it, by which her requests can be told from those of others. */
  readonly run: string;
  /** Her own, so that her tickets can be, too. */
  readonly email: string;
  readonly files: readonly StoryFile[];
  /** How often she presses Send in one go. */
  readonly presses: number;
  /** What she does while it is being sent, and how many milliseconds after the press. */
  readonly meanwhile: Meanwhile;
  readonly after: number;
  /** What she does about each ending that is none. Then the network is well, and she tries until it is one. */
  readonly reactions: readonly Reaction[];
  /** To a twin she says that hers is a different problem. */
  readonly isInsisting: boolean;
  /** Connections stay open for the next request; where one breaks, Chromium sends a request again by itself. */
  readonly isKeptAlive: boolean;
  readonly preflights: readonly Fault[];
  readonly posts: readonly Fault[];
}

const ALIVE = [
  'wait',
  'reload',
  'close',
  'cancel',
  'edit',
  'lose connection',
  'go offline',
  'use another tab',
] as const;
const REACTIONS = ['try again', 'edit', 'queue', 'reload'] as const;
/** What takes the process of her page with it. */
const DYING = ['crash', 'crash and begin again'] as const;
type Meanwhile = (typeof ALIVE)[number] | (typeof DYING)[number];
export type Reaction = (typeof REACTIONS)[number];

/** @param isDying the page dies while it sends */
export function drawPlan(seed: number, isDying = false): Plan {
  const chance = new Chance(seed);
  const run = `seed${seed}`;
  const isKeptAlive = chance.has(0.5);
  const fault = () => drawFault(chance, isKeptAlive);
  const many = <T>(counts: readonly number[], draw: () => T) => Array.from({ length: chance.pick(counts) }, draw);
  return {
    seed,
    run,
    email: `${run}@example.com`,
    files: many([0, 0, 0, 1, 3], () => drawFile(chance)),
    presses: chance.pick([1, 1, 2, 10]),
    meanwhile: isDying ? chance.pick(DYING) : chance.has(0.4) ? 'wait' : chance.pick(ALIVE),
    after: chance.pick([0, 0, chance.between(1, 40), chance.between(1, 300)]),
    reactions: many([0, 1, 1, 2, 3], () => chance.pick(REACTIONS)),
    isInsisting: chance.has(0.3),
    isKeptAlive,
    preflights: many([0, 0, 0, 0, 0, 0, 0, 1, 2], fault),
    // Four attempts follow a press: enough for some to find all of them in vain.
    posts: many([0, 1, 2, 3, 4, 5, 6, 9], fault),
  };
}

function drawFile(chance: Chance): StoryFile {
  // A few are larger than what the network holds on its way: they can break off.
  const size = chance.has(0.005)
    ? 10_000_000
    : chance.pick([8, chance.between(9, 2000), chance.between(2000, 200_000)]);
  return { name: `${size}.png`, size };
}
