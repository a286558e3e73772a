/**
 * What this browser remembers, asked as soon as the element is on a page. To read storage for the first time takes longer than all
 * else that is done then: it is read only where it may hold something.
 */
import { TAG } from './tag.js';

/** How long after its last change a form is opened again, in milliseconds. */
const REOPENING = 1_800_000;

let isFirst = true;

/** The customer has hidden the launcher in this tab. */
export function isDismissed(): boolean {
  try {
    return !!sessionStorage.getItem(`${TAG}:1:dismissed`);
  } catch {
    return false;
  }
}

/** A form was open when the page was reloaded, or when the page put another element in the place of its element. */
export function wasOpen(draftName: string): boolean {
  try {
    const [visit] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming?];
    if (isFirst && visit?.type === 'navigate') return false;
    // Nothing stored is read as null: an exception, even one that is caught, takes a while itself.
    const draft = JSON.parse(sessionStorage.getItem(`${TAG}:1:draft:${draftName}`) as string) as {
      isOpen?: unknown;
      at: number;
    } | null;
    return draft?.isOpen === true && Date.now() - draft.at < REOPENING;
  } catch {
    // Storage may be blocked, or hold another's text.
    return false;
  } finally {
    isFirst = false;
  }
}

/** A ticket waits for a connection. Without a database there can be none, and whether there is one is answered without waiting. */
export async function isWaiting(): Promise<boolean> {
  try {
    // Where there is no storage at all, Chromium would add a rejection that nobody can handle to its exception.
    if (origin === 'null') return false;
    const databases = await indexedDB.databases?.();
    const isEmpty = databases?.every(({ name }) => name !== TAG);
    return !isEmpty && !!localStorage.getItem(`${TAG}:1:outbox`);
  } catch {
    return false;
  }
}
