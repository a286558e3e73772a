import { directionOf } from 'help-ticket-widget/ticket.js';
import { html, raw } from 'hono/html';
import type { Fact } from './facts.ts';

/** The parts of a mail to a customer, in the order in which they stand. */
export interface Letter {
  readonly language: string;
  readonly title: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** The one thing to press, if there is one. */
  readonly button?: { readonly label: string; readonly url: string };
  readonly closing: readonly string[];
  /** "This wasn't me". */
  readonly disown: { readonly text: string; readonly label: string; readonly url: string };
}

/** Mail programs know neither custom properties nor much else: light colours inline, dark ones where they are understood. */
const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #14171a !important; }
    .card { background: #1f2428 !important; border-color: #3a4248 !important; }
    .text { color: #eceff1 !important; }
    .quiet { color: #b4bec5 !important; }
    .rule { border-color: #3a4248 !important; }
    .link { color: #8ec5ff !important; }
  }
`;
const FONT = 'font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif';
const TEXT = `margin:0 0 16px;${FONT};font-size:16px;line-height:1.5;color:#1d2327`;
const QUIET = `margin:0 0 12px;${FONT};font-size:14px;line-height:1.5;color:#56626b`;
const CELL = `padding:10px 0;padding-inline-end:12px;${FONT};font-size:15px;line-height:1.4;text-align:start;vertical-align:top;border-top:1px solid #dfe4e8`;
const BUTTON = `display:inline-block;padding:12px 20px;${FONT};font-size:16px;font-weight:600;color:#ffffff;background:#14599c;border-radius:8px;text-decoration:none`;

export function letterHtml(letter: Letter): string {
  const paragraph = (text: string) => html`<p class="text" style="${TEXT}">${text}</p>`;
  const quiet = (text: string) => html`<p class="quiet" style="${QUIET}">${text}</p>`;
  return String(html`<!doctype html>
<html lang="${letter.language}" dir="${directionOf(letter.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${letter.title}</title>
<style>${raw(DARK)}</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f1f4f6">
<div class="card" style="max-width:560px;margin:0 auto;padding:28px 28px 16px;background:#ffffff;border:1px solid #dfe4e8;border-radius:12px">
<h1 class="text" style="margin:0 0 20px;${FONT};font-size:22px;line-height:1.3;color:#1d2327">${letter.title}</h1>
${[letter.greeting, ...letter.paragraphs].map(paragraph)}
${letter.facts.length > 0 ? factsTable(letter.facts) : ''}
${letter.button ? html`<p style="margin:0 0 24px"><a href="${letter.button.url}" style="${BUTTON}">${letter.button.label}</a></p>` : ''}
${letter.closing.map(paragraph)}
<hr class="rule" style="margin:20px 0 16px;border:0;border-top:1px solid #dfe4e8">
${quiet(letter.disown.text)}
<p class="quiet" style="${QUIET}"><a class="link" href="${letter.disown.url}" style="color:#14599c">${letter.disown.label}</a></p>
</div>
</body>
</html>
`);
}

function factsTable(facts: readonly Fact[]) {
  const row = ({ label, value }: Fact) => html`<tr>
<th class="quiet rule" scope="row" style="${CELL};width:40%;font-weight:400;color:#56626b">${label}</th>
<td class="text rule" style="${CELL};color:#1d2327;font-weight:600">${value}</td>
</tr>`;
  return html`<table style="width:100%;margin:0 0 20px;border-collapse:collapse">${facts.map(row)}</table>`;
}

export function letterText(letter: Letter): string {
  const blocks = [
    letter.greeting,
    ...letter.paragraphs,
    letter.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    letter.button ? `${letter.button.label}:\n${letter.button.url}` : '',
    ...letter.closing,
    `${letter.disown.text}\n${letter.disown.url}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
