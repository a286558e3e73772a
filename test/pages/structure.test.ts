import { expect } from '@open-wc/testing';
import { expectOnTop, row, writeTicket } from './row.js';
import { expectUnharmed, visit, type Visit } from './visit.js';

const opener = '<button id="opener" data-help-ticket-open>Contact us</button>';

/** A page whose own element stands where nobody sees it, and that opens it by a button. */
const hiddenIn = (start: string, end: string) => ({
  data: { endpoint: null },
  script: ({ src, endpoint, data }: { src: string; endpoint: string; data: Readonly<Record<string, string>> }) =>
    `${start}<help-ticket-widget endpoint="${endpoint}" form-url="${data['form-url']}" fallback-url="mailto:help@example.com"></help-ticket-widget>${end}
    <script async src="${src}"></script>`,
  content: opener,
});

async function sendWhatIsWritten({ customer }: Visit): Promise<void> {
  await customer.send();
  await customer.headed('Ticket created');
}

describe('hostile pages: structure', () => {
  for (const [what, start, end] of [
    ['is not displayed', '<div style="display: none">', '</div>'],
    ['is in closed details', '<details><summary>More</summary>', '</details>'],
    ['is skipped by content-visibility', '<div style="content-visibility: hidden">', '</div>'],
    ['is inert', '<div inert>', '</div>'],
  ] as const) {
    it(`page 6: the element’s place ${what}: an opener leads to a form that can be used, and the page is not locked`, async () => {
      const visited = await visit(hiddenIn(start, end));
      const { customer, document } = visited;
      document.querySelector<HTMLElement>('#opener')!.click();
      await customer.opened();
      await writeTicket(visited);
      expectOnTop(visited, customer.query('button', 'Send ticket')!);
      await sendWhatIsWritten(visited);
      await customer.close();
      const button = document.querySelector('#opener')!;
      const { left, top } = button.getBoundingClientRect();
      expect(document.elementFromPoint(left + 3, top + 3)).to.equal(button);
      expect(visited.watched.problems).to.deep.equal([]);
    });
  }

  const dialog = `<dialog id="own"><p>Sign in</p>${opener}</dialog>`;

  it('page 8: ours, opened from the page’s own modal dialog, is above it and gives way to it again', async () => {
    const visited = await visit({ content: dialog });
    const { customer, document } = visited;
    const own = document.querySelector('dialog')!;
    own.showModal();
    document.querySelector<HTMLElement>('#opener')!.click();
    await customer.opened();
    await writeTicket(visited);
    expectOnTop(visited, customer.query('button', 'Send ticket')!);
    await sendWhatIsWritten(visited);
    await customer.close();
    expect(own.matches(':modal')).to.be.true;
    const { left, top } = own.querySelector('p')!.getBoundingClientRect();
    expect(document.elementFromPoint(left + 3, top + 3)?.localName).to.equal('p');
  });

  it('page 8: the page’s own modal dialog above ours comes and goes, and ours is as before', async () => {
    const visited = await visit({ content: dialog });
    const { customer, document } = visited;
    await writeTicket(visited);
    const own = document.querySelector('dialog')!;
    own.showModal();
    expect(document.elementFromPoint(5, 5)?.id).to.equal('own');
    own.close();
    expectOnTop(visited, customer.query('button', 'Send ticket')!);
    await sendWhatIsWritten(visited);
    expect(visited.watched.problems).to.deep.equal([]);
  });

  row(35, 'addresses are relative to another base, and open elsewhere', {
    head: '<base href="/x/y/" target="_blank">',
  });

  it('page 35: the links of the error summary lead to their fields and leave the page’s router alone', async () => {
    const visited = await visit({
      head: `<base href="/x/"><script>window.routes = []; addEventListener('hashchange', () => routes.push(location.href));
        addEventListener('popstate', () => routes.push('popstate'));</script>`,
    });
    const { customer, window } = visited;
    const address = window.location.href;
    await customer.writeUpTo('contact');
    await customer.continue();
    const [first] = customer.errors();
    await customer.follow(first!);
    expect(customer.focusedName()).to.equal('Email');
    expect(window.location.href).to.equal(address);
    expect((window as unknown as { routes: unknown[] }).routes).to.be.empty;
    await expectUnharmed(visited);
  });

  it('page 35: a router goes elsewhere and changes the body while the form is open', async () => {
    const visited = await visit({});
    const { customer, window, document } = visited;
    await writeTicket(visited);
    window.history.pushState({}, '', '#elsewhere');
    const body = document.createElement('body');
    body.append('Another page');
    document.body.replaceWith(body);
    await sendWhatIsWritten(visited);
    await customer.close();
    expectOnTop(visited, await customer.launched());
    expect(document.body.textContent).to.equal('Another page');
    expect(visited.watched.problems).to.deep.equal([]);
  });

  it('page 36: the element is moved into the document of another frame', async () => {
    const visited = await visit({});
    const { customer, document } = visited;
    await customer.open();
    await customer.close();
    const frame = document.createElement('iframe');
    frame.width = '700';
    frame.height = '450';
    document.body.append(frame);
    frame.contentDocument!.body.append(customer.element);
    const launcher = await customer.launched();
    expect(frame.contentWindow!.getComputedStyle(launcher).position, 'styles').to.equal('fixed');
    await customer.open();
    await customer.writeUpTo('review');
    expect(frame.contentWindow!.getComputedStyle(customer.panel!).position, 'styles').to.equal('fixed');
    await sendWhatIsWritten(visited);
    expect(visited.watched.problems).to.deep.equal([]);
  });

  for (const [written, html, body, launcher] of [
    ['nothing', '', '', undefined],
    ['lang="pt_BR"', 'lang="pt_BR"', '', 'Ajuda'],
    ['lang="es-419" on the body', '', 'lang="es-419"', 'Ayuda'],
    ['lang="klingon, of course"', 'lang="klingon, of course"', '', 'Help'],
    ['lang="" and xml:lang', 'lang="" xml:lang="es"', '', undefined],
  ] as const) {
    it(`page 40: the page’s language is ${written}: the form speaks one that it knows`, async () => {
      const visited = await visit({ html, body });
      const { customer, watched } = visited;
      const button = await customer.launched();
      if (launcher) expect(button.textContent).to.equal(launcher);
      else expect(button.textContent).to.match(/^(Help|Ajuda|Ayuda)$/);
      await customer.open();
      expect(customer.heading()).not.to.equal('');
      expect(watched.problems).to.deep.equal([]);
    });
  }

  it('page 44: where no script runs, what the owner put into the element can be used', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.srcdoc =
      '<help-ticket-widget><a href="mailto:help@example.com">Contact us</a></help-ticket-widget><script>x</script>';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const link = frame.contentDocument!.querySelector('a')!;
    const { left, top, width } = link.getBoundingClientRect();
    expect(width).to.be.above(0);
    expect(frame.contentDocument!.elementFromPoint(left + 3, top + 3)).to.equal(link);
    frame.remove();
  });

  row(43, 'without what only secure pages have', {
    head: `<script>
      Object.defineProperty(navigator, 'locks', { value: undefined });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(crypto, 'randomUUID', { value: undefined });
      Object.defineProperty(crypto, 'subtle', { value: undefined });
    </script>`,
  });
});
