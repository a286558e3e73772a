import { launchChromium } from '../support/chromium.ts';
import { openBenchSite } from './bench-site.ts';
import { handWritten } from './hand-written.ts';
import { growing, own } from './own.ts';
import { peers } from './peers.ts';
import { visit } from './visit.ts';
const all = [own, ...(await handWritten()), ...(await peers()), ...growing];
await using site = await openBenchSite(all);
const browser = await launchChromium();
const word = process.argv[2];
for (const c of all) {
  if (word && !c.id.match(word)) continue;
  const t = Date.now();
  try { console.log(c.id, JSON.stringify(await visit({ browser, site }, c)), Date.now() - t); } catch (e) { console.log(c.id, String(e).slice(0, 600)); }
}
await browser.close();
