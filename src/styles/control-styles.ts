/** Fields: what is written and chosen. Controls have at least 16 px, or iOS zooms in on them. */
export const controlStyles = /* css */ `
  button,
  .control {
    font: inherit;
    color: inherit;
  }
  :is(button, .choice):hover {
    border-color: var(--link);
  }
  .field {
    min-width: 0;
    margin-inline: 0;
    margin-block-end: 20px;
    padding: 0;
    border: 0;
  }
  .field > :where(label, legend, .label) {
    display: block;
    margin-block-end: 4px;
    padding: 0;
    font-weight: 600;
  }
  /* Left in its place, it would lie on the border, which begins at half its height. */
  legend {
    float: left;
    width: 100%;
  }
  /* Not all that follow: an option of a long select would look at each one before it. */
  legend + * {
    clear: both;
  }
  p.hint {
    margin-block-end: 8px;
  }
  .error {
    margin-block-end: 8px;
    color: var(--danger);
    font-size: 0.94em;
    font-weight: 600;
  }
  .bad.field {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--danger);
  }
  .sub {
    margin-block: 12px 20px;
    margin-inline-start: 12px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--border);
  }
  :is(.field, .sub, .choice):last-child {
    margin-block-end: 0;
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
    min-height: 48px;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--control);
    border-radius: 10px;
    background: var(--surface);
    font-size: max(16px, 1em);
  }
  .bad .control,
  .file.bad {
    border: 2px solid var(--danger);
  }
  textarea.control {
    resize: vertical;
  }
  .count {
    margin-block: 4px 8px;
    text-align: end;
  }
  .choice {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 48px;
    margin: 0 0 8px;
    padding: 8px 12px;
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
  }
  .panel .choice input:focus-visible {
    outline: none;
  }
  small {
    display: block;
  }
  /* Browsers draw boxes in dark as if they were disabled; where a palette is forced, theirs are the right ones. */
  @media (forced-colors: none) {
    .choice input {
      appearance: none;
      display: grid;
      place-content: center;
      border: 2px solid var(--control);
      border-radius: 50%;
    }
    .choice :checked {
      border: 6px solid var(--link);
    }
    .choice [type='checkbox'] {
      border-radius: 5px;
    }
    .choice [type='checkbox']:checked {
      border-width: 10px;
    }
    .choice [type='checkbox']:checked::before {
      content: '';
      width: 6px;
      height: 12px;
      margin-block-start: -3px;
      border: solid var(--surface);
      border-width: 0 2px 2px 0;
      rotate: 45deg;
    }
    select.control {
      appearance: none;
      padding-inline-end: 40px;
      background: var(--surface) conic-gradient(from -45deg, var(--muted) 90deg, #0000 0) calc(100% - 16px) 60% / 12px 12px
        no-repeat;
    }
    [dir='rtl'] select.control {
      background-position-x: 16px;
    }
  }
`;
