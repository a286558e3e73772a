import { startServer } from './server.ts';
import { readSettings, SettingsError } from './settings.ts';

try {
  const settings = readSettings(process.env);
  const server = await startServer(settings);
  console.log(`The help centre is at ${server.url}`);
  if (settings.smtpUrl === undefined) console.log(`The mail that it sends is at ${server.url}/inbox`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(1);
}

/** What the person who started the server can do about it. */
function sentenceFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof SettingsError) return error.message;
  if (code === 'EADDRINUSE')
    return `PORT is "${process.env.PORT ?? '8787'}", which another program is using. Set PORT to a free one; 0 takes any.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is "${process.env.HOST ?? ''}", which is no address of this machine.`;
  if (code === 'EACCES') return `There is no permission for PORT or DATA_DIR: ${message}.`;
  return error instanceof Error ? (error.stack ?? message) : String(error);
}
