import { fallbackRow, row } from './row.js';

const policy = (...directives: string[]) => ({ 'Content-Security-Policy': directives.join('; ') });

const canTrustTypes = 'trustedTypes' in window;

describe('hostile pages: policies', () => {
  row(
    22,
    'nothing but the widget, its backend and pictures from memory; with Trusted Types of our name',
    {
      headers: policy(
        "default-src 'none'",
        'script-src CDN',
        'connect-src BACKEND',
        'img-src blob:',
        "require-trusted-types-for 'script'",
        'trusted-types help-ticket-widget',
      ),
    },
    {
      onReview: async ({ customer, window }) => {
        // A picture has a thumbnail, which is the one thing that needs `img-src`.
        await customer.change('Files');
        await customer.attach(new window.File([await pixel()], 'photo.png', { type: 'image/png', lastModified: 1 }));
        await customer.press(/photo\.png/);
        await customer.continue();
      },
    },
  );

  row(22, 'no pictures at all, and styles only from the page', {
    headers: policy(
      "default-src 'none'",
      'script-src CDN',
      "style-src 'self'",
      'connect-src BACKEND',
      "img-src 'self'",
    ),
  });

  row(23, 'a nonce and strict-dynamic', {
    attributes: 'nonce="r4nd0m"',
    headers: policy("script-src 'nonce-r4nd0m' 'strict-dynamic'", "object-src 'none'", "base-uri 'none'"),
  });

  row(24, 'Trusted Types of any name', { headers: policy("require-trusted-types-for 'script'") });

  row(25, 'Trusted Types of our name and of the page’s own Lit', {
    headers: policy("require-trusted-types-for 'script'", 'trusted-types help-ticket-widget lit-html'),
    head: `<script>window.trustedTypes?.createPolicy('lit-html', { createHTML: (text) => text }); window.litHtmlVersions = ['3.3.3']</script>`,
  });

  for (const names of ["'none'", 'dompurify default']) {
    const page = { headers: policy("require-trusted-types-for 'script'", `trusted-types ${names}`) };
    const title = `Trusted Types, but not of our name: ${names}`;
    if (canTrustTypes) fallbackRow(26, title, page, /^policy: trusted-types /);
    else row(26, title, page);
  }

  row(27, 'an isolated page without a clipboard', {
    headers: {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'clipboard-write=(), clipboard-read=()',
    },
  });
});

async function pixel(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  canvas.getContext('2d');
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}
