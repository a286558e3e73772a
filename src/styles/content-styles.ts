/** Headings, notes, lists: what is read. */
export const contentStyles = /* css */ `
  p,
  h2,
  h3,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }
  h2 {
    width: fit-content;
    margin-block-end: 16px;
    border-radius: 4px;
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    /* Else WebKit takes the words around a line's end for one, if an inline element ends there: "HT-7F3K9Q1 minute ago". */
    white-space: pre-wrap;
    text-wrap: balance;
    word-break: auto-phrase;
  }
  h3 {
    margin-block: 24px 8px;
    font-size: 1.125em;
  }
  .progress,
  .hint,
  .count,
  .change,
  dt {
    color: var(--muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .progress {
    margin-block-end: 8px;
  }
  .body > p:not([class]) {
    margin-block-end: 12px;
  }
  .note,
  .summary {
    margin-block-end: 16px;
    padding: 12px 16px;
    /* Where a palette is forced it can be seen, and the ground cannot. */
    border: 1px solid transparent;
    border-radius: 10px;
  }
  .note {
    background: var(--raised);
    font-size: 0.94em;
  }
  .note > * + *,
  .summary > * + * {
    margin-block-start: 8px;
  }
  .warn {
    --link: var(--warn);
    --control: var(--warn);
    --border: var(--warn);
    --soft: none;
    background: var(--warn-soft);
    color: var(--warn);
  }
  .good {
    --link: var(--good);
    padding: 20px;
    background: var(--good-soft);
    color: var(--good);
  }
  .number {
    font: 600 1.6em/1.2 ui-monospace, monospace;
    user-select: all;
  }
  .summary {
    --link: var(--danger);
    border: 2px solid var(--danger);
  }
  .summary h2 {
    margin: 0;
    font-size: 1em;
  }
  li {
    list-style: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding-block-start: 4px;
  }
  dl {
    margin-block: -12px 8px;
  }
  dl > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 12px;
    align-items: baseline;
    padding-block: 12px;
  }
  dl > div + div {
    border-block-start: 1px solid var(--border);
  }
  dd {
    grid-column: 1 / 3;
    white-space: pre-line;
  }
  .change {
    grid-area: 1 / 2;
    margin-block: -4px;
  }
  .link {
    display: inline-block;
    padding-block: 4px;
    color: var(--link);
  }
  .link,
  b {
    font-weight: 600;
  }
  a {
    text-underline-offset: 3px;
  }
  .whole {
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .panel h2:focus-visible {
    outline-offset: 4px;
  }
`;
