import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Plan } from './plan.ts';
import type { Stage } from './stage.ts';
import { Story } from './story.ts';

/** Stories at once: most of the time each of them waits for something. */
const LANES = 4;
/** Failures that are enough to see what is wrong. */
const ENOUGH = 5;

/** Lives all stories. Fails with those that did not end well; says how many customers were told what. */
export async function liveAll(stage: Stage, plans: readonly Plan[], test: TestContext): Promise<void> {
  const queue = plans.values();
  const told = new Map<string, number>();
  const failures: string[] = [];

  async function runLane(): Promise<void> {
    let scene = await stage.openScene();
    for (const plan of queue) {
      const story = new Story(plan, scene);
      try {
        await story.live();
      } catch (error) {
        failures.push(`${String(error)}\n${describePlan(plan)}\nShe was told: ${story.account.history.join(', ')}`);
        if (failures.length >= ENOUGH) return;
        await scene.context.close();
        scene = await stage.openScene();
      }
      for (const kind of story.account.kinds) told.set(kind, (told.get(kind) ?? 0) + 1);
    }
  }

  await Promise.all(Array.from({ length: Math.min(LANES, plans.length) }, runLane));
  test.diagnostic([...told].map(([kind, count]) => `${count} × ${kind}`).join(', '));
  assert.equal(failures.length, 0, failures.join('\n\n'));
}

function describePlan(plan: Plan): string {
  const { seed, meanwhile, after, presses, files, reactions, posts, preflights } = plan;
  const names = (faults: Plan['posts']) => faults.map(({ name }) => name).join(', ') || 'none';
  return `To see it again: SEED=${seed} RUNS=1 npm test -- ${meanwhile.startsWith('crash') ? 'faults/kill' : 'faults/faults'}
${presses} presses with ${files.length} files; ${meanwhile} after ${after} ms; reactions: ${reactions.join(', ') || 'none'}
Faults of posts: ${names(posts)}; of preflights: ${names(preflights)}`;
}
