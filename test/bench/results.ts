import { type Weight, weightOf } from './bench-site.ts';
import type { Contestant } from './contestant.ts';
import { median, type Ratio, ratioOfMedians } from './statistics.ts';
import type { Figures, Round } from './visit.ts';

export type Figure = keyof Figures;

/** All rounds of one contestant. */
export class Result {
  readonly contestant: Contestant;
  readonly before: Weight;
  readonly opening: Weight;
  readonly #rounds: readonly Round[];

  constructor(contestant: Contestant, rounds: readonly Round[]) {
    this.contestant = contestant;
    this.#rounds = rounds;
    this.before = contestant.isMarkup ? weightOf(Buffer.from(contestant.html)) : rounds[0]!.before;
    this.opening = rounds[0]!.opening;
  }

  /** Undefined if it does not do this, in even one round. */
  values(figure: Figure): readonly number[] | undefined {
    const values = this.#rounds.map(({ figures }) => figures[figure]);
    return values.every((value) => value !== undefined) ? values : undefined;
  }

  median(figure: Figure): number | undefined {
    const values = this.values(figure);
    return values && median(values);
  }

  /** This one's median, measured in the other's. */
  ratioTo(other: Result, figure: Figure): Ratio | undefined {
    const [ours, theirs] = [this.values(figure), other.values(figure)];
    return ours && theirs && ratioOfMedians(ours, theirs);
  }
}

/** By id. */
export type Results = ReadonlyMap<string, Result>;
