import { setTimeout as pause } from 'node:timers/promises';
import { NONSENSE, REFUSALS } from './answers-of-others.ts';
import type { Chance } from './chance.ts';
import type { Exchange } from './exchange.ts';

type Strike = (exchange: Exchange) => Promise<void>;

/** What a network, or somebody in it, does to one exchange. */
export interface Fault {
  readonly name: string;
  readonly strike: Strike;
}

interface Parts {
  /** Where it strikes: from 0, before the first byte, to 1, after the last. */
  readonly at: number;
  /** How long it takes, in milliseconds. */
  readonly wait: number;
  readonly chance: Chance;
  readonly answers: readonly Buffer[];
}

const answered = async (exchange: Exchange, at = 1) => {
  await exchange.forward();
  const answer = await exchange.answer();
  exchange.reply(answer, 0, at);
  // A backend that dies has nothing to say.
  if (answer.length === 0) exchange.reset();
  return answer;
};

export const pass: Strike = async (exchange) => void (await answered(exchange));

const KINDS = {
  'request reset':
    ({ at }) =>
    async (exchange) => {
      await exchange.forward(at);
      exchange.reset();
    },
  'request closed':
    ({ at }) =>
    async (exchange) => {
      await exchange.forward(at);
      exchange.close();
    },
  'request stalled':
    ({ at }) =>
    async (exchange) => {
      await exchange.forward(at);
      await exchange.stall();
    },
  'request delayed':
    ({ at, wait }) =>
    async (exchange) => {
      await exchange.forward(at);
      await pause(wait);
      await answered(exchange);
    },
  // The browser is cut off, and the backend goes on waiting for the rest.
  'request abandoned':
    ({ at, wait }) =>
    async (exchange) => {
      await exchange.forward(at);
      exchange.reset();
      await pause(wait);
    },
  // It arrives after the browser has been cut off, and perhaps after the next attempt.
  'request late':
    ({ wait }) =>
    async (exchange) => {
      await exchange.receive();
      exchange.reset();
      await pause(wait);
      await exchange.repeat();
    },
  'request doubled':
    ({ wait }) =>
    async (exchange) => {
      await exchange.forward();
      await Promise.all([answered(exchange), pause(wait).then(() => exchange.repeat())]);
    },
  'answer reset':
    ({ at }) =>
    async (exchange) => {
      await answered(exchange, at);
      exchange.reset();
    },
  'answer truncated':
    ({ at }) =>
    async (exchange) => {
      await answered(exchange, at);
      exchange.close();
    },
  'answer stalled':
    ({ at }) =>
    async (exchange) => {
      await answered(exchange, at);
      await exchange.stall();
    },
  'answer delayed':
    ({ at, wait }) =>
    async (exchange) => {
      const answer = await answered(exchange, at);
      await pause(wait);
      exchange.reply(answer, at);
    },
  'answer garbled': ({ at, chance }) => {
    const garbage = chance.bytes(300);
    return async (exchange) => {
      await answered(exchange, at);
      exchange.reply(garbage);
      exchange.close();
    };
  },
  'answer replaced': ({ chance }) => {
    const nonsense = chance.pick(NONSENSE);
    return async (exchange) => {
      await answered(exchange, 0);
      exchange.reply(nonsense);
    };
  },
  // The backend never hears of it.
  'answered by another': ({ chance, answers }) => {
    const answer = chance.pick(answers);
    return async (exchange) => {
      await exchange.receive();
      exchange.reply(answer);
    };
  },
} satisfies Record<string, (parts: Parts) => Strike>;

const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

/**
 * @param isRepeating where Chromium may send a request again without a word, nobody is let to refuse the second and to accept
 * the first: no page could tell
 */
export function drawFault(chance: Chance, isRepeating: boolean): Fault {
  const name = chance.pick(NAMES);
  // The ends are where mistakes are.
  const at = chance.pick([0, 1, chance.next(), chance.next()]);
  const answers = isRepeating ? NONSENSE : [...NONSENSE, ...REFUSALS];
  return { name, strike: KINDS[name]({ at, wait: chance.pick([0, 5, 30, 100, 300]), chance, answers }) };
}
