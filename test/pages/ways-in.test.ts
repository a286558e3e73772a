import { expect } from '@open-wc/testing';
import type { HostilePage } from './hostile-page.js';
import { row } from './row.js';
import { visit, type Visit } from './visit.js';

const oneLauncher = ({ document }: Visit) => expect(document.querySelectorAll('help-ticket-widget')).to.have.length(1);

/** A script that puts the widget's script on the page, without any `data-*`. */
const injected = (src: string, more = '') =>
  `<script>{ const script = document.createElement('script'); script.src = '${src}'; ${more} document.head.append(script); }</script>`;

const globalSettings = (data: Readonly<Record<string, string>>) =>
  `<script>window.helpTicketWidget = ${JSON.stringify({ endpoint: data.endpoint, formUrl: data['form-url'], fallbackUrl: data['fallback-url'] })}</script>`;

describe('hostile pages: ways for the script to come', () => {
  row(18, 'twice', { script: ({ tag }) => tag + tag }, { afterwards: oneLauncher });

  it('page 18: twice is said once', async () => {
    const { watched, document } = await visit({ script: ({ tag }) => tag + tag.replace(' async', '') });
    expect(watched.warnings.filter((each) => each.includes('help-ticket-widget'))).to.have.length(1);
    expect(document.querySelectorAll('help-ticket-widget')).to.have.length(1);
  });

  row(
    18,
    'as a classic script and as a module',
    { script: ({ tag }) => tag + tag.replace(' async', ' type="module"') },
    { afterwards: oneLauncher },
  );

  row(
    18,
    'in two versions',
    { script: ({ tag, src }) => tag + tag.replace(src, `${src}?version=2`) },
    { afterwards: oneLauncher },
  );

  it('page 19: the element’s name belongs to somebody else', async () => {
    const page: HostilePage = {
      head: `<script>customElements.define('help-ticket-widget', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }); } })</script>`,
      content: '<help-ticket-widget>Theirs</help-ticket-widget>',
    };
    const { watched, document, customer } = await visit(page);
    expect(watched.problems).to.deep.equal([]);
    expect(watched.errors).to.have.length(1);
    expect(watched.errors[0]).to.include('the name is taken');
    expect(document.querySelectorAll('help-ticket-widget')).to.have.length(1);
    expect(customer.element.textContent).to.equal('Theirs');
  });

  row(20, 'deferred', { script: ({ tag }) => tag.replace(' async', ' defer'), isInHead: true });

  row(20, 'as a module', { script: ({ tag }) => tag.replace(' async', ' type="module"') });

  row(20, 'without the attribute "crossorigin"', { script: ({ tag }) => tag.replace(' crossorigin', '') });

  row(20, 'written by another script', {
    script: ({ tag }) => `<script>document.write('${tag.replace('</script>', '<\\/script>')}')</script>`,
  });

  row(20, 'from a tag manager, with global settings', {
    script: ({ src, data }) => globalSettings(data) + injected(src),
  });

  row(20, 'from a tag manager, with its settings in the address', {
    script: ({ src, data }) => injected(`${src}?${new URLSearchParams(data).toString()}`),
  });

  row(20, 'long after the page has loaded, as plugins for speed delay it', {
    script: ({ src, data }) =>
      `${globalSettings(data)}<script>addEventListener('load', () => setTimeout(() => {
        const script = document.createElement('script');
        script.src = '${src}';
        document.head.append(script);
      }))</script>`,
  });

  row(20, 'as text that another script fetches and runs, without a script element of its own', {
    script: ({ src, data }) =>
      `${globalSettings(data)}<script type="text/plain" src="${src}" data-src="${src}"></script>
      <script>fetch('${src}').then((answer) => answer.text()).then((code) => (0, eval)(code))</script>`,
  });

  row(21, 'in the head, before there is a body', {
    script: ({ tag }) => tag.replace(' async', ''),
    isInHead: true,
  });

  row(
    20,
    'after the element, which the page has written itself',
    {
      data: { endpoint: null },
      script: ({ src, endpoint, data }) =>
        `<help-ticket-widget endpoint="${endpoint}" form-url="${data['form-url']}" fallback-url="${data['fallback-url']}"></help-ticket-widget>
      <script async src="${src}"></script>`,
    },
    { afterwards: oneLauncher },
  );

  it('page 41: markers of tools that record sessions come from the script tag to the element', async () => {
    const { customer } = await visit({
      data: { class: 'sentry-block ph-no-capture rr-block', 'data-hj-suppress': '', 'data-private': '' },
    });
    const { element } = customer;
    expect(element.className).to.equal('sentry-block ph-no-capture rr-block');
    expect(element.hasAttribute('data-hj-suppress')).to.be.true;
    expect(element.hasAttribute('data-private')).to.be.true;
  });
});
