import { createHash } from 'node:crypto';
import { directionOf } from 'help-ticket-widget/ticket.js';
import { html, raw } from 'hono/html';

const STYLE = `
  :root { color-scheme: light dark; --text: #1d2327; --quiet: #56626b; --ground: #f1f4f6; --card: #fff; --line: #dfe4e8; --accent: #14599c; --on-accent: #fff; }
  @media (prefers-color-scheme: dark) {
    :root { --text: #eceff1; --quiet: #b4bec5; --ground: #14171a; --card: #1f2428; --line: #3a4248; --accent: #8ec5ff; --on-accent: #0b2238; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1.5rem 1rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  main { max-width: 40rem; margin: 0 auto; padding: 1.75rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
  main.wide { max-width: 60rem; }
  h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
  a { color: var(--accent); }
  button { min-height: 2.75rem; padding: 0.625rem 1.25rem; border: 0; border-radius: 0.5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .number { font-size: 1.25rem; font-weight: 700; }
  .quiet { color: var(--quiet); }
  ol { margin: 0; padding: 0; list-style: none; }
  li { padding: 0.875rem 0; border-top: 1px solid var(--line); }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1.5rem; }
  dt { color: var(--quiet); }
  dd { margin: 0; }
  iframe { width: 100%; height: 46rem; border: 1px solid var(--line); border-radius: 0.5rem; background: #fff; }
  pre { padding: 1rem; border: 1px solid var(--line); border-radius: 0.5rem; font: 0.9375rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing runs, nothing is fetched, and the addresses of these pages, which hold tokens, go nowhere. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Cache-Control': 'no-store',
};

interface Page {
  readonly language: string;
  readonly title: string;
  /** What follows the heading, made with `html`. */
  readonly content: unknown;
  readonly status?: number;
  readonly isWide?: boolean;
}

/** A page that works in any browser and in every state of a network: one heading, no script. */
export function pageResponse({ language, title, content, status = 200, isWide = false }: Page): Response {
  const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main${isWide ? raw(' class="wide"') : ''}>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return new Response(String(page), { status, headers: HEADERS });
}
