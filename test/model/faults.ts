import type { Fault } from './world.ts';

/** Gone through in every combination of three. */
export const COMMON: readonly Fault[] = [
  'answer lost',
  'connection lost',
  'crash',
  'lease lapsed',
  'clock ahead',
  'clock behind',
  'key expired',
];

/** Gone through, with the others, in every combination of two. */
export const RARE: readonly Fault[] = [
  'days pass',
  'refused for now',
  'cancel',
  'different problem',
  'slow page',
  'slow upload',
];
