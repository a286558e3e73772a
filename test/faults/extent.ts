const { env } = process;

/** `npm run test:faults` takes its time. */
const isLong = env.npm_lifecycle_event === 'test:faults';

/** How many customers there are on bad networks. Everything else here grows with it. */
export const RUNS = Number(env.RUNS ?? (isLong ? 5000 : 500));

/** Decides what happens to the first of them; that of the next is one more. In CI always the same: there a change is judged, and not its luck. */
export const SEED = Number(env.SEED ?? (env.CI === 'true' ? 2_028_660_840 : Math.floor(Math.random() * 2 ** 31)));

/** How long the backend is under load. */
export const SECONDS = Number(env.SECONDS ?? (isLong ? 60 : 8));
