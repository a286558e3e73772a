import { type Weight, weightOf } from './bench-site.ts';
import type { Contestant } from './contestant.ts';
import { median, type Ratio, ratioOfMedians } from './statistics.ts';
import type { Figures, Round } from './visit.ts';

export type Figure = keyof Figures;

/** All rounds of one contestant, by their number. */
export class Result {
  readonly contestant: Contestant;
  readonly before: Weight;
  readonly opening: Weight;
  readonly #rounds: ReadonlyMap<number, Round>;

  constructor(contestant: Contestant, rounds: ReadonlyMap<number, Round>) {
    const [first] = rounds.values();
    this.contestant = contestant;
    this.#rounds = rounds;
    this.before = contestant.isMarkup ? weightOf(Buffer.from(contestant.html)) : first!.before;
    this.opening = first!.opening;
  }

  /** Undefined if it does not do this, in even one round. */
  values(figure: Figure, rounds: Iterable<number> = this.#rounds.keys()): readonly number[] | undefined {
    const values = [...rounds].map((round) => this.#rounds.get(round)!.figures[figure]);
    return values.every((value) => value !== undefined) ? values : undefined;
  }

  median(figure: Figure): number | undefined {
    const values = this.values(figure);
    return values && median(values);
  }

  /** This one's median, measured in the other's, of the rounds in which both were visited. */
  ratioTo(other: Result, figure: Figure): Ratio | undefined {
    const both = [...this.#rounds.keys()].filter((round) => other.#rounds.has(round));
    const [ours, theirs] = [this.values(figure, both), other.values(figure, both)];
    return ours && theirs && ratioOfMedians(ours, theirs);
  }
}

/** By id. */
export type Results = ReadonlyMap<string, Result>;
