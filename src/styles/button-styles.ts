/** Buttons: what is pressed. */
export const buttonStyles = /* css */ `
  .panel button {
    display: inline-flex;
    flex: none;
    gap: 8px;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    min-height: 44px;
    max-width: 100%;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: 10px;
    background: none;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }
  .panel .primary {
    border-color: var(--link);
    background: var(--accent);
    color: var(--on-accent);
  }
  .panel .quiet {
    padding-inline: 12px;
    color: var(--link);
    text-align: start;
  }
  button.line {
    border-color: var(--control);
  }
  .panel .icon {
    position: relative;
    color: var(--muted);
  }
  .icon::before,
  .icon::after {
    content: '';
    position: absolute;
    width: 16px;
    border-block-start: 2px solid;
    rotate: 45deg;
  }
  .icon::after {
    rotate: -45deg;
  }
  .panel button[aria-disabled] {
    border-color: transparent;
    background: var(--raised);
    color: var(--muted);
    cursor: default;
  }
`;
