/** Fields and buttons: what is operated. Controls have at least 16 px, or iOS zooms in on them. */
export const controlStyles = /* css */ `
  :where(.panel) :where(button, .control) {
    font: inherit;
    color: inherit;
  }
  .panel button {
    display: inline-flex;
    flex: none;
    gap: 8px;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    min-height: 44px;
    max-width: 100%;
    padding: 8px 20px;
    border: 1px solid transparent;
    border-radius: 10px;
    background: none;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }
  .panel .primary {
    background: var(--accent);
    color: var(--on-accent);
  }
  .panel .quiet {
    padding-inline: 12px;
    color: var(--accent);
  }
  .panel button.line {
    border-color: var(--control);
  }
  .panel .icon {
    padding: 0;
    color: var(--muted);
  }
  .icon svg {
    width: 20px;
    height: 20px;
  }
  .panel .suggestion {
    padding-inline: 0;
    color: var(--accent);
    text-align: start;
    text-decoration: underline;
  }
  .panel [aria-disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .choice + .field.sub {
    margin-block-start: 12px;
  }
  .field {
    min-width: 0;
    margin: 0 0 20px;
    padding: 0;
    border: 0;
  }
  .field > :where(label, legend, .label) {
    display: block;
    margin-block-end: 4px;
    padding: 0;
    font-weight: 600;
  }
  .field > .hint {
    margin-block-end: 8px;
  }
  .error {
    margin-block-end: 6px;
    color: var(--danger);
    font-size: 14.5px;
    font-weight: 600;
  }
  .field.bad {
    padding-inline-start: 14px;
    border-inline-start: 4px solid var(--danger);
  }
  .field.sub {
    margin-inline-start: 14px;
    padding-inline-start: 18px;
    border-inline-start: 3px solid var(--border);
  }
  .field.sub.bad {
    border-inline-start-color: var(--danger);
  }
  .control-line {
    display: flex;
    white-space: nowrap;
    gap: 8px;
    align-items: center;
  }
  .control {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 46px;
    margin: 0;
    padding: 10px 12px;
    border: 1px solid var(--control);
    border-radius: 10px;
    background: var(--surface);
    font-size: max(16px, 1em);
  }
  .bad .control {
    border: 2px solid var(--danger);
  }
  textarea.control {
    min-height: 132px;
    resize: vertical;
  }
  .count {
    margin-block-start: 4px;
    text-align: end;
  }
  .field > .note {
    margin-block: 8px 0;
  }
  .choice {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 46px;
    margin: 0 0 8px;
    padding: 6px 12px;
    border: 1px solid var(--border);
    border-radius: 10px;
    font-weight: 400;
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--soft);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  .panel .choice input:focus-visible {
    outline: none;
  }
  .choice small {
    display: block;
  }
  .warn .choice {
    margin: 0;
    border-color: currentColor;
    background: none;
  }
  .warn .field {
    margin-block-end: 0;
  }
  progress {
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--border);
    accent-color: var(--accent);
  }
`;
