import { after, before, describe, it } from 'node:test';
import { RUNS, SEED } from './extent.ts';
import { liveAll } from './live-all.ts';
import { drawPlan } from './plan.ts';
import { openStage, type Stage } from './stage.ts';

describe(`${RUNS} customers on bad networks, from seed ${SEED}`, () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage[Symbol.asyncDispose]());

  it('are told what is true, and get one ticket each', async (test) => {
    const plans = Array.from({ length: RUNS }, (_, index) => drawPlan(SEED + index));
    await liveAll(stage, plans, test);
    await stage.checkMails();
  });
});
