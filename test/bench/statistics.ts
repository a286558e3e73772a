export interface Ratio {
  readonly ratio: number;
  /** Between these it is in 95 % of the samples drawn from the rounds. */
  readonly interval: readonly [low: number, high: number];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** How the medians of two contestants relate. Both are drawn from the same rounds, so that what disturbed a round disturbs both. */
export function ratioOfMedians(ours: readonly number[], theirs: readonly number[], samples = 2000): Ratio {
  const ratios = Array.from({ length: samples }, () => {
    const rounds = ours.map(() => Math.floor(Math.random() * ours.length));
    return median(rounds.map((round) => ours[round]!)) / median(rounds.map((round) => theirs[round]!));
  }).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.min(samples - 1, Math.floor(share * samples))]!;
  return { ratio: median(ours) / median(theirs), interval: [at(0.025), at(0.975)] };
}
