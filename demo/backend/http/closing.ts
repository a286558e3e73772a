import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** The responses that have not been sent to their end yet. To be called before the server answers anything. */
export function responsesUnderWay(http: Server): ReadonlySet<ServerResponse> {
  const underWay = new Set<ServerResponse>();
  http.on('request', (_, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  return underWay;
}

/**
 * Lets what is under way end while everyone who comes later is still told to come back, then closes all connections:
 * browsers keep some open on which nothing was ever asked, and a server that waits for those waits long.
 * @param grace milliseconds
 */
export async function closeGently(http: Server, underWay: ReadonlySet<ServerResponse>, grace: number): Promise<void> {
  const ends = [...underWay].map((response) => once(response, 'close'));
  const patience = new AbortController();
  await Promise.race([Promise.all(ends), setTimeout(grace, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  const closed = once(http, 'close');
  http.close();
  http.closeAllConnections();
  await closed;
}
