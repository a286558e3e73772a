/** One picture, and what is wrong in it. */
export interface Picture {
  readonly group: string;
  readonly name: string;
  readonly locale: string;
  readonly theme: string;
  readonly width: number;
  readonly file: string;
  readonly problems: readonly string[];
}

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0; padding: 24px; background: light-dark(#eef1f6, #0b0d12); }
  h1, h2, h3 { line-height: 1.2; }
  h2 { margin: 48px 0 8px; padding-top: 16px; border-top: 1px solid light-dark(#c9cfdb, #333a48); }
  h3 { margin: 24px 0 8px; font-size: 16px; }
  nav { position: sticky; top: 0; padding: 10px 0; background: inherit; background: light-dark(#eef1f6, #0b0d12); }
  nav a { margin-inline-end: 12px; }
  .row { display: flex; gap: 12px; overflow-x: auto; align-items: start; padding-bottom: 8px; }
  figure { flex: none; margin: 0; }
  img { display: block; height: 420px; border-radius: 8px; box-shadow: 0 0 0 1px light-dark(#d5dae3, #343a46); }
  figure.bad img { box-shadow: 0 0 0 3px #d33; }
  figcaption { max-width: 420px; font-size: 13px; }
  li { overflow-wrap: anywhere; }
`;

/** All pictures, grouped by what they show; what is wrong stands first. */
export function contactSheet(pictures: readonly Picture[], date: string): string {
  const groups = Map.groupBy(pictures, ({ group }) => group);
  const wrong = pictures.flatMap((picture) =>
    picture.problems.map((problem) => `<li>${escape(`${picture.file}: ${problem}`)}</li>`),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The widget in ${pictures.length} pictures</title>
<style>${STYLE}</style>
</head>
<body>
<h1>The widget in ${pictures.length} pictures</h1>
<p>${escape(date)}. ${wrong.length === 0 ? 'Nothing is cut off, too wide or too pale.' : `${wrong.length} findings:`}</p>
<ol>${wrong.join('\n')}</ol>
<nav>${[...groups.keys()].map((group) => `<a href="#${escape(group)}">${escape(group)}</a>`).join('\n')}</nav>
${[...groups].map(([group, ofGroup]) => `<h2 id="${escape(group)}">${escape(group)}</h2>\n${rows(ofGroup)}`).join('\n')}
</body>
</html>
`;
}

function rows(pictures: readonly Picture[]): string {
  const states = Map.groupBy(pictures, ({ name }) => name);
  return [...states]
    .map(([name, ofState]) => `<h3>${escape(name)}</h3>\n<div class="row">${ofState.map(figure).join('\n')}</div>`)
    .join('\n');
}

function figure({ file, locale, theme, width, name, problems }: Picture): string {
  const caption = `${locale}, ${theme}, ${width}`;
  return `<figure${problems.length > 0 ? ' class="bad"' : ''}>
<a href="${escape(file)}"><img src="${escape(file)}" alt="${escape(`${name}: ${caption}`)}" loading="lazy"></a>
<figcaption>${escape(caption)}${problems.map((problem) => `<br>${escape(problem)}`).join('')}</figcaption>
</figure>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
