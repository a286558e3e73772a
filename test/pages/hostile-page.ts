/** A page of a site owner's who meant no harm. What is left out is as on a plain page. */
export interface HostilePage {
  readonly doctype?: string;
  /** Attributes of `<html>` and `<body>`, as they are written. */
  readonly html?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In the head, after the first script. */
  readonly head?: string;
  /** What the page itself says. */
  readonly content?: string;
  /** `data-*` of the script tag beside the usual ones; null leaves one out. */
  readonly data?: Readonly<Record<string, string | null>>;
  /** Further attributes of both script tags. */
  readonly attributes?: string;
  /** How the script gets on the page. Default: the tag of the README, after the content. */
  readonly script?: (script: ScriptTag) => string;
  /** In the head instead. */
  readonly isInHead?: boolean;
  /** Which folder of the CDN: the build, or one where something is missing. */
  readonly folder?: string;
  /** The ids of a sandbox; without one the frame is none. */
  readonly sandbox?: string;
}

interface ScriptTag {
  readonly src: string;
  readonly endpoint: string;
  /** `data-*`, without `data-`. */
  readonly data: Readonly<Record<string, string>>;
  /** The whole tag. */
  readonly tag: string;
}

interface Places {
  readonly cdn: string;
  readonly folder: string;
  readonly backend: string;
  readonly endpoint: string;
}

/** The page as HTML, with the widget on it. */
export function htmlOf(page: HostilePage, places: Places): string {
  const { doctype = '<!doctype html>', html = 'lang="en"', body = '', head = '', content = CONTENT } = page;
  const { attributes = '', isInHead = false } = page;
  const script = (page.script ?? (({ tag }) => tag))(scriptTagOf(page, places));
  return `${doctype}
<html ${html}>
<head>
<meta charset="utf-8">
<script ${attributes} src="${places.cdn}/site/watch.js"></script>
<title>How deposits work</title>
${head}
${isInHead ? script : ''}
</head>
<body ${body}>
${content}
${isInHead ? '' : script}
</body>
</html>`;
}

const CONTENT = `<main>
<h1>How deposits work</h1>
<p>Most deposits are there <a href="#soon">within an hour</a>.</p>
</main>`;

function scriptTagOf({ attributes = '', data: more = {} }: HostilePage, places: Places): ScriptTag {
  const { cdn, folder, backend, endpoint } = places;
  const src = `${cdn}/${folder}/help-ticket-widget.js`;
  const usual = { endpoint, 'form-url': `${backend}/form.json`, 'fallback-url': 'mailto:help@example.com', ...more };
  const given = Object.entries(usual).filter((each): each is [string, string] => each[1] !== null);
  const written = given.map(([name, value]) => `data-${name}="${value}"`).join(' ');
  return {
    src,
    endpoint,
    data: Object.fromEntries(given),
    tag: `<script async crossorigin ${attributes} src="${src}" ${written}></script>`,
  };
}
