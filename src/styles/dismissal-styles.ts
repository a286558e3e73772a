/** The cross that hides the launcher, on the corner of it that points into the page. */
export const dismissalStyles = /* css */ `
  [part='dismiss'] {
    position: fixed;
    z-index: 2147483647;
    inset-block-end: calc(var(--help-ticket-launcher-offset, 20px) + var(--height) - 16px);
    inset-inline-end: calc(var(--help-ticket-launcher-inset, 20px) + var(--width) - 20px);
    box-sizing: border-box;
    width: 28px;
    height: 28px;
    padding: 0;
    border: 1px solid GrayText;
    border-radius: 50%;
    background: Canvas;
    color: CanvasText;
    font: 20px/1 system-ui;
    cursor: pointer;
  }
  :host([placement='bottom-start']) [part='dismiss'] {
    inset-inline: calc(var(--help-ticket-launcher-inset, 20px) + var(--width) - 20px) auto;
  }
  [part='dismiss']:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 3px;
  }
`;
