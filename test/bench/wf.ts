import { launchChromium } from '../support/chromium.ts';
import { openBenchSite } from './bench-site.ts';
import { handWritten } from './hand-written.ts';
import { growing, own } from './own.ts';
const word = process.argv[2] ?? 'own';
const all = [own, ...(await handWritten()), ...growing];
const c = all.find(({ id }) => id === word)!;
await using site = await openBenchSite(all);
const browser = await launchChromium();
const by = new Map<string, number>(); const N = 8;
for (let i = 0; i < N; i++) {
  const ctx = await browser.newContext(); const page = await ctx.newPage();
  const d = await ctx.newCDPSession(page);
  await page.goto(site.address(c), { waitUntil: 'networkidle' });
  const at = page.locator(c.launcher.join(' ')).last();
  await at.hover(); await page.waitForTimeout(800);
  await d.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await d.send('Profiler.enable'); await d.send('Profiler.setSamplingInterval', { interval: 50 }); await d.send('Profiler.start');
  await page.mouse.down(); await page.mouse.up(); await page.waitForTimeout(400);
  const { profile } = await d.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((n) => [n.id, n]));
  profile.samples!.forEach((id, j) => { const f = nodes.get(id)!.callFrame; if (/^\((idle|root)/.test(f.functionName)) return; const k = `${f.functionName}:${f.lineNumber}:${f.columnNumber}`; by.set(k, (by.get(k) ?? 0) + profile.timeDeltas![j]!); });
  await ctx.close();
}
console.log(word); console.log([...by].sort((a, b) => b[1] - a[1]).slice(0, 14).map(([k, v]) => `  ${k} ${(v / N / 1000).toFixed(2)}`).join('\n'));
await browser.close();
