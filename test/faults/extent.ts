const { env } = process;

/** How many customers there are on bad networks. Everything else here grows with it. */
export const RUNS = Number(env.RUNS ?? 500);

/** Decides what happens to the first of them; that of the next is one more. */
export const SEED = Number(env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** How long the backend is under load. */
export const SECONDS = Number(env.SECONDS ?? 8);
