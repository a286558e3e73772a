import { expect } from '@open-wc/testing';
import { expectOnTop, lookOf, plainLook, row, writeTicket } from './row.js';
import { visit, type Visit } from './visit.js';

/** Elements of the panel look as they do on a plain page. */
async function expectPlainLook(visited: Visit): Promise<void> {
  expect(lookOf(visited)).to.deep.equal(await plainLook());
}

describe('hostile pages: styles', () => {
  row(1, 'everything is unset, and nothing in the page is displayed', {
    head: '<style>* { all: unset !important } html * { display: none !important }</style>',
  });

  row(
    2,
    'a reset for every element, with !important',
    {
      head: `<style>
        * { letter-spacing: 5px !important; text-transform: uppercase !important; color: red !important;
            font-family: fantasy !important; line-height: 3 !important; box-sizing: content-box !important }
        div, button, dialog, input, select, form, label { all: revert !important; margin: 40px !important;
            border: 9px solid red !important; position: static !important; width: 3px !important }
        ::selection, ::backdrop { background: red !important }
      </style>`,
    },
    { onReview: expectPlainLook },
  );

  for (const size of ['62.5%', '200%']) {
    row(
      3,
      `the root's text is ${size}, and the body has a zoom`,
      { head: `<style>html { font-size: ${size} } body { zoom: .8 }</style>` },
      { onReview: expectPlainLook },
    );
  }

  row(4, 'the body is transformed, filtered, contained and longer than the window', {
    head: '<style>body { transform: translateX(0); filter: blur(0); contain: paint; will-change: transform; height: 3000px }</style>',
  });

  row(4, 'the body is low and hides what is outside of it', {
    head: '<style>html { height: 50px } body { height: 50px; overflow: clip; contain: strict; perspective: 1px }</style>',
  });

  row(5, 'the body does not scroll and is fixed', {
    head: '<style>body { overflow: hidden; position: fixed; inset: 0 }</style>',
  });

  it('page 5: a page that was scrolled, smoothly, is where it was', async () => {
    const visited = await visit({
      head: '<style>html { scroll-behavior: smooth } body { height: 5000px }</style>',
    });
    const { window, customer } = visited;
    window.scrollTo({ top: 1234, behavior: 'instant' });
    await customer.open();
    expect(window.scrollY).to.equal(1234);
    await writeTicket(visited);
    await customer.close();
    expect(window.scrollY).to.equal(1234);
  });

  row(
    7,
    'banners above everything, where the launcher would be',
    {
      data: { style: '--help-ticket-launcher-offset: 150px' },
      content: `<style>div { position: fixed; z-index: 2147483647; right: 0; bottom: 0; width: 100%; height: 120px }</style>
        <div id="footer"></div><div id="banner"><button>Accept</button></div>`,
    },
    {
      afterwards: async ({ customer, document }) => {
        await customer.close();
        const { left, top } = document.querySelector('#banner button')!.getBoundingClientRect();
        expect(document.elementFromPoint(left + 1, top + 1)?.localName, 'the banner’s button').to.equal('button');
        await customer.open();
      },
    },
  );

  row(
    10,
    'nothing can be selected',
    {
      head: '<style>* { user-select: none !important; pointer-events: none; touch-action: none !important }</style>',
    },
    {
      afterwards: ({ window, customer }) => {
        const { userSelect, webkitUserSelect } = window.getComputedStyle(customer.root.querySelector('h2')!);
        expect(userSelect || webkitUserSelect).not.to.equal('none');
      },
    },
  );

  row(39, 'quirks mode', { doctype: '' }, { onReview: expectPlainLook });

  row(
    40,
    'the body is vertical',
    { head: '<style>body, html { writing-mode: vertical-rl }</style>' },
    { onReview: expectPlainLook },
  );

  row(
    40,
    'the page is right-to-left',
    { html: 'lang="en" dir="rtl"' },
    {
      onReview({ window, customer }) {
        expect(window.getComputedStyle(customer.panel!).direction).to.equal('ltr');
      },
    },
  );

  it('page 42: nothing of the widget is printed', async () => {
    const { customer } = await visit({});
    const rules = customer.root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    const print = rules.filter((rule) => (rule as CSSMediaRule).media?.mediaText === 'print');
    expect(print.map(({ cssText }) => cssText).join()).to.match(/:host\s*\{\s*display: none !important/);
  });

  row(
    0,
    'a plain page, for what the others are compared with',
    {},
    { onReview: (visited) => expectOnTop(visited, visited.customer.panel!) },
  );
});
