import type { Result, Results } from './results.ts';

export interface Goal {
  readonly text: string;
  readonly isMet: boolean;
  readonly found: string;
}

const BROTLI = 2;

/** Those whose times, or heap, a goal compares. */
export const COMPARED_BY_GOALS = ['own', 'vanilla', 'lit', 'topics-10', 'topics-10000'];

/** What the widget promises its pages, and what this run has found. */
export function goals(results: Results): readonly Goal[] {
  const get = (id: string) => results.get(id)!;
  const own = get('own');
  const peers = ['sentry-sync', 'sentry-async', 'pushfeedback', 'feedback-js', 'survey'].map(get);
  const smallest = Math.min(...peers.map(({ before }) => before[BROTLI]));
  const [bytes, excess] = [own.before[BROTLI], own.median('heap')! - get('lit').median('heap')!];
  return [
    atMost('Bytes before intent: at most 4,200 after brotli', bytes, 4200),
    { text: 'Fewer than any peer with a form', isMet: bytes < smallest, found: `${bytes} against ${smallest}` },
    ratio('Script time before intent: at most 1.5 times the vanilla element’s', own, get('vanilla'), 'script'),
    ratio('Click to focus, warmed: at most 1.5 times the eager LitElement’s', own, get('lit'), 'warm'),
    atMost('Heap with the form open: at most 300 kB above the eager LitElement’s', Math.round(excess / 1000), 300),
    atMost('Cumulative Layout Shift: 0', own.median('shift')!, 0),
    ratio('10,000 topics open within 1.5 times the time of 10', get('topics-10000'), get('topics-10'), 'warm'),
  ];
}

function atMost(text: string, value: number, most: number): Goal {
  return { text, isMet: value <= most, found: String(value) };
}

function ratio(text: string, ours: Result, theirs: Result, figure: 'script' | 'warm'): Goal {
  const { ratio: found, interval } = ours.ratioTo(theirs, figure)!;
  return {
    text,
    isMet: found <= 1.5,
    found: `${found.toFixed(2)} (${interval.map((end) => end.toFixed(2)).join('–')})`,
  };
}
