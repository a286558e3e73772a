/* The first script of every page here: what goes wrong from now on, for the test to read. */
(() => {
  const seen = { problems: [], errors: [], warnings: [], shift: 0 };
  const tell = (...parts) => seen.problems.push(parts.join(' '));
  window.addEventListener('error', ({ message, error }) => tell('error:', message, error?.stack ?? ''));
  window.addEventListener('unhandledrejection', ({ reason }) => tell('rejection:', reason, reason?.stack ?? ''));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    tell('policy:', violatedDirective, blockedURI, sample),
  );
  const { error, warn } = console;
  console.error = (...parts) => (seen.errors.push(parts.join(' ')), error.apply(console, parts));
  console.warn = (...parts) => (seen.warnings.push(parts.join(' ')), warn.apply(console, parts));
  window.watched = seen;
})();
