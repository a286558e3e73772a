import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that nobody has, and that no system gives away by itself, as it does those from 32,768 upwards: a
 * server that ends can come back to it.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_768);
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return freePort(); // somebody has it
  }
  server.close();
  await once(server, 'close');
  return port;
}
