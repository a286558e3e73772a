import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { loadFormDefinition } from '../../src/services/form-source.js';

const URL = 'https://support.example/form.json';
const worker = setupWorker();

describe('form source', () => {
  before(() => worker.start({ onUnhandledFrame: 'bypass', quiet: true }));
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());

  it('loads a definition, unchecked, and asks the server each time', async () => {
    let accept: string | null = null;
    let cache: string | undefined;
    worker.use(
      http.get(URL, ({ request }) => {
        accept = request.headers.get('accept');
        cache = request.cache;
        return HttpResponse.json({ topics: 7 });
      }),
    );
    expect(await loadFormDefinition(URL)).to.deep.equal({ definition: { topics: 7 } });
    expect(accept).to.equal('application/json');
    expect(cache).to.be.oneOf(['no-cache', 'default']);
  });

  it('loads what the wrong content type comes with', async () => {
    worker.use(http.get(URL, () => new HttpResponse('{"topics":[]}', { headers: { 'content-type': 'text/plain' } })));
    expect(await loadFormDefinition(URL)).to.deep.equal({ definition: { topics: [] } });
  });

  const problems: [what: string, answer: () => Response | Promise<Response>, problem: RegExp][] = [
    ['404', () => new HttpResponse('{}', { status: 404 }), /^answered 404$/],
    ['500', () => new HttpResponse('{}', { status: 500 }), /^answered 500$/],
    ['HTML', () => HttpResponse.html('<p>Welcome</p>'), /^is not JSON$/],
    ['nothing', () => new HttpResponse(''), /^is not JSON$/],
    ['half a definition', () => new HttpResponse('{"topics":['), /^is not JSON$/],
    ['a network error', () => HttpResponse.error(), /TypeError/],
  ];
  for (const [what, answer, problem] of problems) {
    it(`says what is wrong with ${what}`, async () => {
      worker.use(http.get(URL, answer));
      expect((await loadFormDefinition(URL)).problem).to.match(problem);
    });
  }

  it('says what is wrong with an address that is none', async () => {
    expect((await loadFormDefinition('https://[')).problem).to.match(/TypeError|SyntaxError/);
  });

  it('gives up after its patience', async () => {
    let letGo = (_response: Response) => {};
    worker.use(http.get(URL, () => new Promise<Response>((resolve) => (letGo = resolve))));
    expect((await loadFormDefinition(URL, 50)).problem).to.equal('took longer than 0.05 s');
    letGo(HttpResponse.json({}));
  });
});
