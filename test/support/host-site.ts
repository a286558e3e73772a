import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a site owner's. */
export interface HostPage {
  readonly lang?: string;
  /** Where the widget's file is loaded from: another origin. */
  readonly cdn: string;
  /** `data-*` of the script tag, without `data-`. */
  readonly data: Readonly<Record<string, string>>;
  /** Before the script tag. */
  readonly content?: string;
  /** Before everything else on the page. */
  readonly head?: string;
}

/** The site that the widget is a guest of: an origin of its own, and pages under a strict policy. */
export interface HostSite extends AsyncDisposable {
  readonly origin: string;
  /** Puts a page on the site; returns its address. */
  add(page: HostPage): string;
  /** Puts any other text there. */
  addFile(name: string, type: string, text: string): string;
}

interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function startHostSite(): Promise<HostSite> {
  const answers = new Map<string, Answer>();
  const server = createServer(({ url = '/' }, response) => {
    const answer = answers.get(url.replace(/\?.*/, ''));
    response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const put = (path: string, answer: Answer) => {
    answers.set(path, answer);
    return origin + path;
  };
  return {
    origin,
    add: (page) => put(`/articles/${answers.size}`, { headers: headersOf(page), body: htmlOf(page) }),
    addFile: (name, type, body) => put(`/${answers.size}/${name}`, { headers: { 'Content-Type': type }, body }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Nothing is allowed but the widget, where it comes from, and where it sends to. */
function headersOf({ cdn, data }: HostPage): Record<string, string> {
  const origins = ['endpoint', 'form-url'].flatMap((name) =>
    URL.canParse(data[name] ?? '') ? new URL(data[name] ?? '').origin : [],
  );
  const policy = [
    "default-src 'none'",
    `script-src ${cdn}`,
    `connect-src 'self' ${origins.join(' ')}`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types help-ticket-widget',
  ];
  return { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy.join('; ') };
}

function htmlOf({ lang = 'en', cdn, data, content = '', head = '' }: HostPage): string {
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${value.replaceAll('"', '&quot;')}"`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How deposits work</title>
${head}
</head>
<body>
<main>
<h1>How deposits work</h1>
<p>Most deposits are there <a href="#soon">within an hour</a>.</p>
${content}
</main>
<script async crossorigin src="${cdn}/cdn/help-ticket-widget.js" ${attributes.join(' ')}></script>
</body>
</html>`;
}
