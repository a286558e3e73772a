import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browsers } from './browsers.ts';
import { freePort } from './free-port.ts';

/**
 * Starts WebKitWebDriver, with an X server of its own where there is no display. Both end with this process.
 *
 * @returns the port that the driver listens on.
 */
export async function startWebKitDriver({ driver, xvfb }: NonNullable<Browsers['webkit']>): Promise<number> {
  const display = process.env.DISPLAY ?? (xvfb && (await startXvfb(xvfb)));
  const port = await freePort();
  endWithThisProcess(
    spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        // A machine without a graphics card has no other renderer.
        LIBGL_ALWAYS_SOFTWARE: '1',
        // Layers put together by such a one would take a third of the time of all tests.
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        XDG_CONFIG_HOME: await withoutMotion(),
      },
    }),
  );
  await answering(port);
  return port;
}

/** A folder of settings by which WebKitGTK prefers reduced motion: every frame of a movement is drawn by the processor. */
async function withoutMotion(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'help-ticket-gtk-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  await mkdir(join(folder, 'gtk-3.0'));
  await writeFile(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
}

/** Xvfb chooses a free display and writes its number to the file descriptor that it is given. */
async function startXvfb(xvfb: string): Promise<string> {
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithThisProcess(server);
  const [number] = (await once(server.stdio[3]!, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function answering(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await delay(50); // not listening yet
    }
  }
  throw new Error('WebKitWebDriver did not start within 10 seconds');
}

function endWithThisProcess(child: ChildProcess): void {
  child.unref();
  process.on('exit', () => child.kill());
}
