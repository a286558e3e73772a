import type { Request } from './world.ts';

/** Nobody in a tab awaits the answer any more; what has not been answered may still arrive. */
export function abandoned(requests: readonly Request[], tab: number): readonly Request[] {
  return requests.flatMap((request) => {
    if (request.tab !== tab) return request;
    return request.stage === 'answered' ? [] : { ...request, tab: undefined };
  });
}

/** In one order, and without those that nobody awaits and that change nothing when they arrive. */
export function tidied(requests: readonly Request[], isKnown: (key: string) => boolean): readonly Request[] {
  return requests
    .filter(({ tab, stage, key }) => tab !== undefined || stage === 'arrived' || !isKnown(key))
    .map((request) => [JSON.stringify(request), request] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, request]) => request);
}
