/** The panel: beside the page on a desktop, a sheet on a phone, in place with `inline`. Header and actions stay, the step scrolls. */
export const frameStyles = /* css */ `
  :host([inline]) {
    display: block !important;
  }
  .panel {
    position: fixed;
    inset: auto;
    inset-block-end: 20px;
    inset-inline-end: 20px;
    box-sizing: border-box;
    width: 420px;
    max-width: none;
    height: min(720px, var(--viewport-height, 100dvh) - 40px);
    margin: 0;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: 16px;
    overflow: hidden;
    overscroll-behavior: contain;
    scrollbar-color: var(--control) transparent;
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 8px 32px rgb(16 24 40/.24);
    font: 1em/1.5 system-ui, sans-serif;
    text-align: left;
    overflow-wrap: anywhere;
  }
  /* An answer in letters of the other direction stands under its label all the same. */
  [dir='rtl'].panel {
    text-align: right;
  }
  :host([placement='bottom-start']) .panel {
    inset-inline: 20px auto;
  }
  dialog.panel[open],
  section.panel {
    display: flex;
    flex-direction: column;
  }
  section.panel {
    position: static;
    width: auto;
    height: auto;
    box-shadow: none;
  }
  .panel::backdrop {
    background: rgb(16 24 40/.32);
  }
  .panel * {
    box-sizing: border-box;
    scroll-padding: 24px;
  }
  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    /* In quirks mode a form has one. */
    margin: 0;
  }
  .header,
  .footer {
    display: flex;
    flex: none;
    gap: 12px 4px;
    align-items: center;
    padding: 12px 24px;
    touch-action: none;
  }
  .header {
    padding-block: 8px;
    padding-inline-end: 12px;
    min-height: 61px;
    border-block-end: 1px solid var(--border);
  }
  #title {
    flex: 1;
    font-size: 0.94em;
    font-weight: 600;
  }
  .body {
    /* What is unseen scrolls with it. */
    position: relative;
    flex: 1;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 20px 24px 24px;
  }
  .footer {
    flex-wrap: wrap;
    justify-content: flex-end;
    border-block-start: 1px solid var(--border);
  }
  .footer > .quiet:not(:only-child) {
    margin-inline: -13px auto;
  }
  /* What is no step asks for little: the panel is as small. */
  @media (min-width: 601px) {
    dialog:not(:has(.progress)) {
      height: auto;
    }
  }
  /* It would look out from behind the panel, with its ring. */
  :host([open]) > button {
    opacity: 0;
  }
  [data-waiting]::after {
    content: '';
    border: 4px solid;
    border-radius: 50%;
  }
  @media (max-width: 600px) {
    dialog.panel {
      inset: 0 0 auto !important;
      width: 100%;
      height: var(--viewport-height, 100dvh);
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    dialog .header {
      padding-block-start: max(8px, env(safe-area-inset-top));
    }
    dialog .footer {
      padding-block-end: max(12px, env(safe-area-inset-bottom));
    }
  }
  @media (max-height: 480px) {
    form {
      display: block;
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog.panel[open] {
      animation: rise 0.18s ease-out;
    }
    .choice,
    button {
      transition: 0.12s;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
`;
