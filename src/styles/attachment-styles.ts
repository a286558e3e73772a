/** Where files are chosen and dropped, the list of them, and how far their upload is. */
export const attachmentStyles = /* css */ `
  .drop {
    margin-block-end: 8px;
    padding: 16px;
    border: 1.5px dashed var(--control);
    border-radius: 10px;
  }
  .file {
    display: flex;
    gap: 12px;
    align-items: center;
    margin-block-end: 8px;
    padding: 8px 12px;
    padding-inline-end: 4px;
    border: 1px solid var(--border);
    border-radius: 10px;
  }
  .file > div {
    flex: 1;
    min-width: 0;
  }
  .file-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .thumbnail {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 8px;
    background: var(--raised);
    color: var(--muted);
    font-size: 0.75em;
    font-weight: 700;
    overflow: hidden;
  }
  .thumbnail > * {
    grid-area: 1 / 1;
    width: 40px;
    height: 40px;
    object-fit: cover;
  }
  progress {
    display: block;
    width: 100%;
    height: 6px;
    accent-color: var(--link);
  }
  /* Where a palette is forced, all grounds are one: only the browser's own bar can be seen. */
  @media (forced-colors: none) {
    progress {
      appearance: none;
      overflow: hidden;
      border: 0;
      border-radius: 3px;
      background: var(--border);
    }
    ::-webkit-progress-bar {
      background: var(--border);
    }
    ::-webkit-progress-value {
      background: var(--link);
    }
    ::-moz-progress-bar {
      background: var(--link);
    }
  }
`;
