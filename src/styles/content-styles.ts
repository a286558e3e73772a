/** Headings, notes, lists: what is read. */
export const contentStyles = /* css */ `
  :where(.panel) :where(p, h2, h3, dl, dd, ul) {
    margin: 0;
    padding: 0;
  }
  h2 {
    margin-block-end: 16px;
    font-size: 22px;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h3 {
    margin-block-end: 8px;
    font-size: 18px;
    line-height: 1.4;
  }
  .progress,
  .hint,
  .count,
  dt {
    color: var(--muted);
    font-size: 14px;
    font-weight: 400;
  }
  .progress {
    margin-block-end: 4px;
  }
  .intro {
    margin-block-end: 20px;
    color: var(--muted);
  }
  .body > p:not([class]) {
    margin-block-end: 10px;
  }
  dl + p,
  .body > p + .field {
    margin-block-start: 16px;
  }
  .note,
  .summary,
  .body > .row {
    margin-block-end: 16px;
  }
  .note {
    padding: 12px 14px;
    border-radius: 10px;
    background: var(--raised);
    font-size: 14.5px;
  }
  .note p + *,
  .summary p + * {
    margin-block-start: 6px;
  }
  .warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .good {
    padding: 20px;
    background: var(--good-soft);
    color: var(--good);
  }
  .good h2 {
    margin-block-end: 8px;
  }
  .number {
    font: 600 26px/1.2 ui-monospace, 'SFMono-Regular', Menlo, monospace;
    letter-spacing: 0.02em;
    user-select: all;
  }
  .summary {
    padding: 12px 16px;
    border: 2px solid var(--danger);
    border-radius: 10px;
  }
  .progress + .summary {
    margin-block-start: 8px;
  }
  .summary h2 {
    letter-spacing: 0;
    margin-block-end: 6px;
    font-size: 16px;
  }
  .summary ul {
    padding-inline-start: 18px;
  }
  li > a {
    vertical-align: text-top;
    display: inline-block;
    padding-block: 2px;
    color: var(--danger);
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 16px;
    align-items: center;
  }
  dl > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    padding-block: 12px;
    border-block-end: 1px solid var(--border);
  }
  dl > div:first-child {
    padding-block-start: 0;
  }
  dd {
    grid-column: 1;
    white-space: pre-line;
  }
  dd.change {
    grid-area: 1 / 2 / 3;
    align-self: center;
  }
  .link {
    display: inline-block;
    padding-block: 4px;
    color: var(--link);
    font-weight: 600;
  }
  .warn .link {
    color: inherit;
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
  h2 {
    border-radius: 4px;
  }
  .panel h2:focus-visible {
    outline-offset: 4px;
  }
  .progress {
    margin-block-end: 8px;
  }
`;
