import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { createHttpTransport, type HttpTransportOptions, type TransportRequest } from '../../src/services/transport.js';
import { createClock, errorsDuring } from './fakes.js';

const ENDPOINT = 'https://support.example/tickets';
const RECEIPT = { id: 'HT-7F3K9Q', createdAt: '2026-11-23T12:00:00Z', replyBy: '2026-11-24T12:00:00Z' };
const ticketOf = (...names: string[]) =>
  JSON.stringify({ description: 'Olá, ação ✓', attachments: names.map((name) => ({ name })) });

const worker = setupWorker();

/** For answers that do not come: the worker stops only when all have. */
let letGo = () => {};
const hold = new Promise<Response>((resolve) => (letGo = () => resolve(HttpResponse.error())));

function requestWith(parts: Partial<TransportRequest> = {}): TransportRequest {
  return {
    endpoint: ENDPOINT,
    json: ticketOf(),
    key: '0b5c',
    files: [],
    signal: new AbortController().signal,
    onProgress() {},
    ...parts,
  };
}

const post = (parts: Partial<TransportRequest> = {}, options: HttpTransportOptions = {}) =>
  createHttpTransport(options)(requestWith(parts));

/** Answers with a receipt and keeps what came. */
function receive(): Request[] {
  const received: Request[] = [];
  worker.use(
    http.post(ENDPOINT, ({ request }) => {
      received.push(request.clone());
      return HttpResponse.json(RECEIPT, { status: 201 });
    }),
  );
  return received;
}

/** An XMLHttpRequest that does what a test says: what real networks do rarely, and engines differently. */
class ScriptedRequest {
  static script: (xhr: ScriptedRequest) => void = () => {};
  readonly upload: { onprogress?: (event: object) => void; onload?: (event: object) => void } = {};
  timeout = 0;
  onload?: () => void;
  ontimeout?: () => void;
  onloadend?: ((event: object) => void) | null;
  isAborted = false;

  open() {}

  setRequestHeader() {}

  send() {
    ScriptedRequest.script(this);
  }

  abort() {
    this.isAborted = true;
  }

  progress(loaded: number, total = 100) {
    this.upload.onprogress?.({ loaded, total });
  }

  break() {
    this.onloadend?.(new ProgressEvent('loadend'));
  }
}

function withScript<T>(script: (xhr: ScriptedRequest) => void, run: () => T): T {
  const original = globalThis.XMLHttpRequest;
  ScriptedRequest.script = script;
  globalThis.XMLHttpRequest = ScriptedRequest as unknown as typeof XMLHttpRequest;
  try {
    return run();
  } finally {
    globalThis.XMLHttpRequest = original;
  }
}

describe('the built-in transport', () => {
  before(() => worker.start({ onUnhandledFrame: 'bypass', quiet: true }));
  afterEach(() => worker.resetHandlers());
  after(() => {
    letGo();
    return worker.stop();
  });

  describe('sends', () => {
    it('a ticket without files as it is, with the headers of the contract', async () => {
      const received = receive();
      const outcome = await post();
      expect(outcome).to.deep.equal({ kind: 'accepted', receipt: RECEIPT });
      expect(received).to.have.length(1);
      const { headers } = received[0]!;
      expect(await received[0]!.text()).to.equal(ticketOf());
      expect(headers.get('content-type')).to.match(/^application\/json/);
      expect(headers.get('accept')).to.equal('application/json, application/problem+json');
      expect(headers.get('idempotency-key')).to.equal('"0b5c"');
      expect(headers.has('authorization')).to.be.false;
    });

    it('a token as Bearer', async () => {
      const received = receive();
      await post({ token: 'abc.def' });
      expect(received[0]!.headers.get('authorization')).to.equal('Bearer abc.def');
    });

    it('files as multipart: the ticket first, then the files in order and under the names of the ticket', async () => {
      const received = receive();
      const files = [
        new File(['12345'], '/etc/../recibo.png', { type: 'image/png' }),
        new File([new Uint8Array([0, 255])], 'b.txt', { type: 'text/plain' }),
        new File(['x'], 'c.txt'),
      ];
      const json = ticketOf('recibo ção.png', 'b.txt');
      await post({ files, json });
      const body = await received[0]!.text();
      const parts = [...body.matchAll(/name="(\w+)"(?:; filename="([^"]*)")?/g)].map(
        ([, name, file]) => `${name}: ${file}`,
      );
      expect(parts).to.deep.equal([
        'ticket: blob',
        'attachments: recibo ção.png',
        'attachments: b.txt',
        'attachments: c.txt',
      ]);
      expect(body).to.include('Content-Type: application/json').and.to.include(json);
      expect(body.indexOf(json)).to.be.lessThan(body.indexOf('12345'));
      expect(received[0]!.headers.get('content-type')).to.match(/^multipart\/form-data; boundary=/);
      expect(received[0]!.headers.get('idempotency-key')).to.equal('"0b5c"');
    });

    it('the same text on each attempt', async () => {
      const received = receive();
      const transport = createHttpTransport();
      await transport(requestWith());
      await transport(requestWith());
      expect(await received[0]!.text()).to.equal(await received[1]!.text());
    });

    it('files whose ticket does not list them', async () => {
      const received = receive();
      await post({ files: [new File(['1'], 'a.txt')], json: '{}' });
      expect(await received[0]!.text()).to.include('filename="a.txt"');
    });
  });

  describe('reads', () => {
    const answers: [what: string, answer: () => Response, kind: object][] = [
      ['201', () => HttpResponse.json(RECEIPT, { status: 201 }), { kind: 'accepted' }],
      ['202', () => HttpResponse.json({ status: 'verification-pending' }, { status: 202 }), { kind: 'pending' }],
      ['201 with HTML', () => HttpResponse.html('<p>ok</p>', { status: 201 }), { kind: 'unconfirmed' }],
      ['400', () => HttpResponse.json({}, { status: 400 }), { kind: 'refused', status: 400 }],
      ['401', () => HttpResponse.json({}, { status: 401 }), { kind: 'refused', status: 401 }],
      [
        '409',
        () => HttpResponse.json({ type: 'x/duplicate', id: 'HT-1' }, { status: 409 }),
        { kind: 'duplicate', id: 'HT-1' },
      ],
      ['409 in progress', () => HttpResponse.json({ type: 'x/in-progress' }, { status: 409 }), { kind: 'busy' }],
      ['422', () => HttpResponse.json({ errors: [{ pointer: '#/topic' }] }, { status: 422 }), { kind: 'rejected' }],
      ['429', () => new HttpResponse(null, { status: 429 }), { kind: 'limited' }],
      ['500', () => HttpResponse.html('<h1>Oops</h1>', { status: 500 }), { kind: 'unconfirmed' }],
    ];
    for (const [what, answer, kind] of answers) {
      it(what, async () => {
        worker.use(http.post(ENDPOINT, answer));
        expect(await post()).to.include(kind);
      });
    }

    for (const [form, header] of Object.entries({ seconds: '90', 'a date': 'Mon, 23 Nov 2026 12:01:30 GMT' })) {
      it(`Retry-After as ${form}`, async () => {
        const { now } = createClock();
        const headers = { 'retry-after': header, 'access-control-expose-headers': 'Retry-After' };
        worker.use(http.post(ENDPOINT, () => new HttpResponse(null, { status: 429, headers })));
        expect(await post({}, { now })).to.deep.equal({ kind: 'limited', until: now() + 90_000 });
      });
    }
  });

  describe('tells', () => {
    it('how many bytes are up, until all are', async () => {
      receive();
      const seen: { sent: number; total: number }[] = [];
      await post({
        files: [new File([new Uint8Array(300_000)], 'a.bin')],
        json: ticketOf('a.bin'),
        onProgress: (progress) => seen.push(progress),
      });
      // An engine may report nothing when a service worker takes the body.
      for (const { sent, total } of seen) expect(sent).to.be.within(1, total);
      const sizes = seen.map(({ sent }) => sent);
      expect(sizes).to.deep.equal([...sizes].sort((a, b) => a - b));
    });

    it('nothing when no byte has left', async () => {
      const seen: object[] = [];
      await withScript(
        (xhr) => {
          xhr.progress(0);
          xhr.break();
        },
        () => post({ onProgress: (progress) => seen.push(progress) }, { isOnline: () => false }),
      );
      expect(seen).to.deep.equal([]);
    });
  });

  describe('when the network fails', () => {
    it('names the endpoint and CORS in one console.error, once for all attempts', async () => {
      worker.use(http.post(ENDPOINT, () => HttpResponse.error()));
      const transport = createHttpTransport({ isOnline: () => true });
      const errors = await errorsDuring(async () => {
        for (let attempt = 0; attempt < 3; attempt += 1) {
          expect((await transport(requestWith())).kind).to.be.oneOf(['unreachable', 'unconfirmed']);
        }
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include(ENDPOINT).and.to.include('CORS');
    });

    it('says nothing to the console while the browser is offline', async () => {
      worker.use(http.post(ENDPOINT, () => HttpResponse.error()));
      expect(await errorsDuring(() => post({}, { isOnline: () => false }))).to.deep.equal([]);
    });

    const breaks: [what: string, loaded: number[], isOnline: boolean, kind: string][] = [
      ['no byte had left', [], true, 'unreachable'],
      ['no byte had left, and offline', [], false, 'unreachable'],
      ['some bytes had left', [50], true, 'interrupted'],
      ['some bytes had left, but the browser went offline', [50], false, 'unconfirmed'],
      ['all bytes had left', [50, 100], true, 'unconfirmed'],
    ];
    for (const [what, loaded, isOnline, kind] of breaks) {
      it(`is ${kind} when it breaks after ${what}`, async () => {
        let attempt: object | undefined;
        const errors = await errorsDuring(async () => {
          attempt = await withScript(
            (xhr) => {
              for (const bytes of loaded) xhr.progress(bytes);
              xhr.break();
            },
            () => post({}, { isOnline: () => isOnline }),
          );
        });
        expect(attempt).to.deep.equal({ kind });
        expect(errors).to.have.length(isOnline ? 1 : 0);
      });
    }

    it('asks the browser whether it is online', async () => {
      const errors = await errorsDuring(() =>
        withScript(
          (xhr) => xhr.break(),
          () => post(),
        ),
      );
      expect(errors).to.have.length(navigator.onLine ? 1 : 0);
    });

    const impossible: Record<string, Partial<TransportRequest>> = {
      'an endpoint that is no address': { endpoint: 'https://[' },
      'a token that fits in no header': { token: 'a\nb' },
      'a token beyond Latin-1': { token: '✓' },
      'a ticket that is no JSON': { json: '{', files: [new File(['1'], 'a')] },
    };
    for (const [what, parts] of Object.entries(impossible)) {
      it(`is unreachable with ${what}`, async () => {
        const errors = await errorsDuring(async () => {
          expect(await post(parts, { isOnline: () => true })).to.deep.equal({ kind: 'unreachable' });
        });
        expect(errors).to.have.length(1);
      });
    }
  });

  describe('when nothing happens', () => {
    it('gives up after its patience', async () => {
      worker.use(http.post(ENDPOINT, () => hold));
      const errors = await errorsDuring(async () => {
        expect((await post({}, { patience: 50 })).kind).to.be.oneOf(['unreachable', 'unconfirmed']);
      });
      expect(errors).to.deep.equal([]);
    });

    it('has 30 seconds of it', async () => {
      let timeout: number | undefined;
      await withScript(
        (xhr) => {
          timeout = xhr.timeout;
          xhr.ontimeout?.();
        },
        () => post(),
      );
      expect(timeout).to.equal(30_000);
    });

    it('has it anew with each byte', async () => {
      const timeouts: number[] = [];
      const outcome = await withScript(
        (xhr) => {
          timeouts.push(xhr.timeout);
          const later = performance.now() + 5;
          while (performance.now() < later);
          xhr.progress(10);
          timeouts.push(xhr.timeout);
          xhr.ontimeout?.();
          expect(xhr.isAborted).to.be.true;
        },
        () => post({}, { patience: 1000 }),
      );
      expect(timeouts[1]! - timeouts[0]!).to.be.within(4, 500);
      expect(outcome).to.deep.equal({ kind: 'unconfirmed' });
    });
  });

  describe('when aborted', () => {
    it('ends at once and closes the connection', async () => {
      let hasArrived = () => {};
      const arrival = new Promise<void>((resolve) => (hasArrived = resolve));
      worker.use(
        http.post(ENDPOINT, () => {
          hasArrived();
          return hold;
        }),
      );
      const abort = new AbortController();
      const errors = await errorsDuring(async () => {
        const attempt = post({ signal: abort.signal });
        await arrival;
        abort.abort();
        expect((await attempt).kind).to.be.oneOf(['unreachable', 'unconfirmed']);
      });
      expect(errors).to.deep.equal([]);
    });

    for (const [loaded, kind] of [
      [0, 'unreachable'],
      [50, 'unconfirmed'],
    ] as const) {
      it(`is ${kind} after ${loaded} bytes`, async () => {
        const abort = new AbortController();
        const attempt = withScript(
          (xhr) => xhr.progress(loaded),
          () => post({ signal: abort.signal }),
        );
        abort.abort();
        expect(await attempt).to.deep.equal({ kind });
      });
    }
  });
});
