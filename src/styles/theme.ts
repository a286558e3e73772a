/**
 * The tokens. Browsers without `light-dark()` (before 2024) show the light ones. Text on an accent of the owner's is black or white, whichever
 * can be read on it.
 */
export const theme = /* css */ `
  .panel {
    --surface: #fff;
    --raised: #f6f7fa;
    --text: #171a21;
    --muted: #5a6272;
    --border: #d5dae3;
    --control: #8a93a5;
    --link: var(--accent);
    --soft: #eaf0ff;
    --danger: #b3261e;
    --good: #146c3a;
    --good-soft: #e8f5ec;
    --warn: #7a4b00;
    --warn-soft: #fff4dd;
  }
  @supports (color: lab(from light-dark(red, red) l a b)) {
    .panel {
      --surface: light-dark(#fff, #171a21);
      --raised: light-dark(#f6f7fa, #20242d);
      --text: light-dark(#171a21, #eceef3);
      --muted: light-dark(#5a6272, #a3abba);
      --border: light-dark(#d5dae3, #343a46);
      --control: light-dark(#8a93a5, #7d8799);
      --link: light-dark(lab(from var(--accent) min(l, 44) a b), lab(from var(--accent) max(l, 70) a b));
      --soft: color-mix(in oklab, var(--link) 8%, var(--surface));
      --danger: light-dark(#b3261e, #ff9d94);
      --good: light-dark(#146c3a, #7fd6a1);
      --good-soft: light-dark(#e8f5ec, #16301f);
      --warn: light-dark(#7a4b00, #ffcf7a);
      --warn-soft: light-dark(#fff4dd, #35290f);
    }
  }
  @media (prefers-contrast: more) {
    .panel {
      --border: var(--text);
      --control: var(--text);
      --muted: var(--text);
    }
  }
`;
