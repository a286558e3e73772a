/** How long anything may take, in milliseconds. */
const PATIENCE = 4000;
let current = PATIENCE;

/** For tests that wait for what never comes. */
export function setPatience(patience = PATIENCE): void {
  current = patience;
}

/** Waits for a condition to be truthy, and returns what it is. Fails with what was waited for. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string | (() => string),
  patience = current,
): Promise<Exclude<T, undefined | null | false | '' | 0>> {
  const deadline = performance.now() + patience;
  for (;;) {
    const result = await condition();
    if (result) return result as Exclude<T, undefined | null | false | '' | 0>;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
