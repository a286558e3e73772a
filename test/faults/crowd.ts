import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { ticket } from '../demo/backend/support/tickets.ts';
import type { Chance } from './chance.ts';

const CLIENTS = 50;

/** What one server has answered. */
export interface Log {
  /** Milliseconds from request to answer. */
  readonly times: number[];
  /** How often each status. */
  readonly statuses: Map<number, number>;
  /** The numbers that were told for each key. */
  readonly numbers: Map<string, Set<string>>;
}

export function emptyLog(): Log {
  return { times: [], statuses: new Map(), numbers: new Map() };
}

/** Many clients, each of which asks again as soon as it has its answer. */
export class Crowd {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #chance: Chance;
  readonly #keys: string[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Has all of them post tickets to a server for a while. */
  async press(url: string, milliseconds: number, log: Log): Promise<void> {
    const end = performance.now() + milliseconds;
    const client = async () => {
      while (performance.now() < end) await this.#post(url, this.#key(), log);
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  }

  disperse(): void {
    this.#agent.destroy();
  }

  /** A new one, the one that somebody else has just begun with, or one from long ago. */
  #key(): string {
    const which = this.#chance.next();
    const known = which < 0.2 ? this.#keys.at(-1) : which < 0.4 ? this.#chance.pick(this.#keys) : undefined;
    if (known !== undefined) return known;
    const key = randomUUID();
    this.#keys.push(key);
    return key;
  }

  async #post(url: string, key: string, { times, statuses, numbers }: Log): Promise<void> {
    const body = JSON.stringify(ticket({ contact: { name: 'Maria Souza', email: `${key}@example.com` } }));
    const start = performance.now();
    const { status, text } = await this.#exchange(url, key, body);
    times.push(performance.now() - start);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const told = numbers.get(key) ?? new Set();
    if (text && status === 201) told.add(String((JSON.parse(text) as { id: unknown }).id));
    numbers.set(key, told);
  }

  #exchange(url: string, key: string, body: string): Promise<{ status: number; text: string }> {
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${key}"`,
      'Content-Length': body.length,
    };
    return new Promise((resolve, reject) => {
      const asking = request(`${url}/tickets`, { agent: this.#agent, method: 'POST', headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      asking.on('error', reject).end(body);
    });
  }
}
