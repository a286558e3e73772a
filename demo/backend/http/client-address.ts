import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whom a request is counted for: an IPv4 address, or the /64 that one household or server has in IPv6.
 * @param proxyCount how many proxies of ours append to `X-Forwarded-For`; what stands further left is anyone's claim
 */
export function clientOf(request: IncomingMessage, proxyCount: number): string {
  const peer = request.socket.remoteAddress ?? '';
  if (proxyCount === 0) return networkOf(peer);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim());
  return networkOf(forwarded.at(-proxyCount) || peer);
}

/** "::ffff:192.0.2.1" → "192.0.2.1", "2001:db8:1:2:3::4" → "2001:db8:1:2" */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
