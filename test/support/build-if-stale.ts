/** Before `npm start` and `npm run dev`: builds if there is no build yet, or if a source is newer than it. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const built = statSync('dist/cdn/help-ticket-widget.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = [...globSync('src/**/*.ts'), 'vite.config.ts', 'tsconfig.build.json', 'package-lock.json'];

if (sources.some((source) => statSync(source).mtimeMs > built)) {
  const { status } = spawnSync('npm run --silent build', { stdio: 'inherit', shell: true });
  process.exit(status ?? 1);
}
