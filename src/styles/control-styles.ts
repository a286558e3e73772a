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
    color: var(--link);
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
    color: var(--link);
    text-align: start;
    text-decoration: underline;
  }
  .panel [aria-disabled] {
    background: var(--raised);
    color: var(--muted);
    cursor: default;
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
    margin: 0;
    margin-inline-start: 14px;
    padding-block: 4px 16px;
    padding-inline-start: 18px;
    border-inline-start: 3px solid var(--border);
  }
  .sub + .choice {
    margin-block-start: 12px;
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
    border-color: var(--link);
    background: var(--soft);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .choice input {
    font: inherit;
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--link);
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
  .panel .warn button {
    border-color: currentColor;
    color: inherit;
  }
  select.control {
    appearance: none;
    padding-inline-end: 40px;
    background:
      linear-gradient(45deg, transparent 50%, var(--muted) 50%) calc(100% - 21px) 50% / 6px 6px no-repeat,
      linear-gradient(-45deg, transparent 50%, var(--muted) 50%) calc(100% - 15px) 50% / 6px 6px no-repeat,
      var(--surface);
  }
  [dir='rtl'] select.control {
    background-position:
      15px 50%,
      21px 50%;
  }
  @media (forced-colors: active) {
    select.control {
      appearance: auto;
    }
  }
`;
