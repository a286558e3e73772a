import { expect } from '@open-wc/testing';
import { deliver, type Delivery } from '../../src/services/deliver.js';
import type { Attempt, Transport, TransportRequest } from '../../src/services/transport.js';
import { errorsDuring } from './fakes.js';

const RECEIPT = { id: 'HT-7F3K9Q', createdAt: '2026-11-23T12:00:00Z' };
const ACCEPTED: Attempt = { kind: 'accepted', receipt: RECEIPT };
const FILE = new File(['1'], 'a.txt');

const never = () => new Promise<never>(() => {});

/** Delivers through a transport that answers one after the other, the last one for ever. */
function setUp(
  answers: (Attempt | Transport)[],
  options: Partial<Delivery> & { files?: File[]; signal?: AbortSignal } = {},
) {
  const requests: TransportRequest[] = [];
  const waits: number[] = [];
  const progress: number[] = [];
  const { files = [], signal = new AbortController().signal, ...rest } = options;
  const run = () =>
    deliver({
      async transport(request) {
        const answer = answers[Math.min(requests.push(request), answers.length) - 1]!;
        return typeof answer === 'function' ? answer(request) : answer;
      },
      request: {
        endpoint: '/t',
        json: '{"a":1}',
        key: 'k',
        files,
        signal,
        onProgress: ({ sent }) => progress.push(sent),
      },
      random: () => 1,
      pause(milliseconds) {
        // Half an eternity is how long a token may take.
        if (options.token && milliseconds === 10_000) return never();
        waits.push(milliseconds);
        return Promise.resolve();
      },
      ...rest,
    });
  return { run, requests, waits, progress };
}

const sends =
  (attempt: Attempt, sent = 1): Transport =>
  ({ onProgress }) => {
    onProgress({ sent, total: 10 });
    return Promise.resolve(attempt);
  };

describe('delivery', () => {
  describe('in one attempt', () => {
    const endings: Attempt[] = [
      ACCEPTED,
      { kind: 'pending' },
      { kind: 'duplicate', id: 'HT-1', isChanged: false },
      { kind: 'duplicate', id: 'HT-1', isChanged: true, createdAt: RECEIPT.createdAt },
      { kind: 'rejected', issues: [{ pointer: '#/topic', code: 'required' }] },
      { kind: 'limited', until: 1 },
      { kind: 'refused', status: 401 },
      { kind: 'refused', status: 403 },
      { kind: 'oversized' },
    ];
    for (const ending of endings) {
      it(`ends with ${JSON.stringify(ending)}`, async () => {
        const { run, requests, waits } = setUp([ending]);
        expect(await run()).to.deep.equal(ending);
        expect(requests).to.have.length(1);
        expect(waits).to.deep.equal([]);
      });
    }

    it('hands on progress and no token', async () => {
      const { run, progress, requests } = setUp([sends(ACCEPTED, 5)]);
      await run();
      expect(progress).to.deep.equal([5]);
      expect(requests[0]).to.include({ key: 'k', json: '{"a":1}', endpoint: '/t', token: undefined });
    });
  });

  describe('in several', () => {
    const open: Attempt[] = [
      { kind: 'unreachable' },
      { kind: 'unconfirmed' },
      { kind: 'interrupted' },
      { kind: 'busy', after: 0 },
    ];
    for (const attempt of open) {
      it(`goes on after ${attempt.kind}, with the same text under the same key`, async () => {
        const { run, requests } = setUp([attempt, ACCEPTED]);
        expect(await run()).to.deep.equal(ACCEPTED);
        expect(requests.map(({ json, key }) => json + key)).to.deep.equal(['{"a":1}k', '{"a":1}k']);
      });
    }

    it('stops after four, with waits that double', async () => {
      const { run, requests, waits } = setUp([{ kind: 'unreachable' }]);
      expect(await run()).to.deep.equal({ kind: 'unreachable' });
      expect(requests).to.have.length(4);
      expect(waits).to.deep.equal([1000, 2000, 4000]);
    });

    it('spreads the waits over all of the time (full jitter)', async () => {
      const chances = [0, 0.5, 0.999];
      const { run, waits } = setUp([{ kind: 'unconfirmed' }], { random: () => chances.shift() ?? 1 });
      expect(await run()).to.deep.equal({ kind: 'unconfirmed' });
      expect(waits).to.deep.equal([0, 1000, 3996]);
    });

    it('is more patient with a busy key, never asks sooner than told, and never waits longer than 20 s', async () => {
      const { run, requests, waits } = setUp([{ kind: 'busy', after: 3000 }]);
      expect(await run()).to.deep.equal({ kind: 'unconfirmed' });
      expect(requests).to.have.length(8);
      expect(waits).to.deep.equal([3000, 3000, 4000, 8000, 16_000, 20_000, 20_000]);
      const { run: again, waits: long } = setUp([{ kind: 'busy', after: 600_000 }, ACCEPTED]);
      await again();
      expect(long).to.deep.equal([20_000]);
    });

    it('ends a wait early when the browser is online again', async () => {
      const { run, requests } = setUp([{ kind: 'unreachable' }, ACCEPTED], {
        pause() {
          queueMicrotask(() => window.dispatchEvent(new Event('online')));
          return never();
        },
      });
      expect(await run()).to.deep.equal(ACCEPTED);
      expect(requests).to.have.length(2);
    });

    it('waits for real without a fake', async () => {
      let attempts = 0;
      const request = {
        endpoint: '/t',
        json: '{}',
        key: 'k',
        files: [],
        signal: new AbortController().signal,
        onProgress() {},
      };
      const transport: Transport = () => Promise.resolve((attempts += 1) > 1 ? ACCEPTED : { kind: 'unreachable' });
      expect(await deliver({ transport, request, random: () => 0 })).to.deep.equal(ACCEPTED);
      attempts = 0;
      const soon = deliver({ transport, request });
      window.dispatchEvent(new Event('online'));
      expect(await soon).to.deep.equal(ACCEPTED);
    });

    it('is never unreachable once a byte has left in any attempt', async () => {
      for (const first of [
        sends({ kind: 'unreachable' }),
        { kind: 'unconfirmed' },
        { kind: 'busy', after: 0 },
      ] as const) {
        const { run } = setUp([first, { kind: 'unreachable' }]);
        expect(await run()).to.deep.equal({ kind: 'unconfirmed' });
      }
    });

    it('is never unreachable if an earlier delivery was in doubt', async () => {
      const { run } = setUp([{ kind: 'unreachable' }], { isInDoubt: true });
      expect(await run()).to.deep.equal({ kind: 'unconfirmed' });
    });

    for (const blind of [
      { kind: 'refused', status: 403 },
      { kind: 'limited', until: 1 },
      { kind: 'rejected', issues: [] },
    ] as const) {
      it(`keeps the doubt when ${blind.kind} comes after an attempt that may have made a ticket`, async () => {
        const { run } = setUp([{ kind: 'unconfirmed' }, blind]);
        expect(await run()).to.deep.equal({ ...blind, isInDoubt: true });
        const { run: sure } = setUp([{ kind: 'unreachable' }, blind]);
        expect(await sure()).to.deep.equal(blind);
      });
    }

    it('takes two interruptions of an upload for files that are too large', async () => {
      const { run, requests } = setUp([{ kind: 'interrupted' }], { files: [FILE] });
      expect(await run()).to.deep.equal({ kind: 'oversized' });
      expect(requests).to.have.length(2);
      const { run: mixed } = setUp([{ kind: 'interrupted' }, { kind: 'unreachable' }, { kind: 'interrupted' }], {
        files: [FILE],
      });
      expect(await mixed()).to.deep.equal({ kind: 'oversized' });
    });

    it('does not blame files where there are none', async () => {
      const { run } = setUp([{ kind: 'interrupted' }]);
      expect(await run()).to.deep.equal({ kind: 'unconfirmed' });
    });
  });

  describe('with a token', () => {
    it('asks before each attempt', async () => {
      const tokens = ['one', 'two'];
      const { run, requests } = setUp([{ kind: 'unreachable' }, ACCEPTED], {
        token: () => Promise.resolve(tokens.shift()),
      });
      await run();
      expect(requests.map(({ token }) => token)).to.deep.equal(['one', 'two']);
    });

    it('asks once more after 401, at once, and then believes it', async () => {
      const asked: boolean[] = [];
      const { run, requests, waits } = setUp([{ kind: 'refused', status: 401 }], {
        token(isRefused) {
          asked.push(isRefused);
          return Promise.resolve('t');
        },
      });
      expect(await run()).to.deep.equal({ kind: 'refused', status: 401 });
      expect(asked).to.deep.equal([false, true]);
      expect(requests).to.have.length(2);
      expect(waits).to.deep.equal([]);
    });

    it('does not count the refused one as a try', async () => {
      const answers: Attempt[] = [{ kind: 'refused', status: 401 }, { kind: 'unreachable' }];
      const { run, requests } = setUp(answers, { token: () => Promise.resolve('t') });
      expect(await run()).to.deep.equal({ kind: 'unreachable' });
      expect(requests).to.have.length(5);
    });

    it('sends without one if the page fails to give it, and says so', async () => {
      const failing = [
        () => Promise.reject(new Error('session over')),
        () => {
          throw new Error('session over');
        },
      ];
      for (const token of failing) {
        const { run, requests } = setUp([ACCEPTED], { token });
        const errors = await errorsDuring(async () => expect(await run()).to.deep.equal(ACCEPTED));
        expect(requests[0]!.token).to.be.undefined;
        expect(errors).to.have.length(1);
        expect(errors[0]).to.include('customer.token').and.to.include('session over');
      }
    });

    it('does not wait for one for ever', async () => {
      const waits: number[] = [];
      const { run, requests } = setUp([ACCEPTED], {
        token: never,
        pause(milliseconds) {
          waits.push(milliseconds);
          return Promise.resolve();
        },
      });
      expect(await run()).to.deep.equal(ACCEPTED);
      expect(requests[0]!.token).to.be.undefined;
      expect(waits).to.deep.equal([10_000]);
    });
  });

  describe('when aborted', () => {
    it('does not begin if that was before', async () => {
      const { run, requests } = setUp([ACCEPTED], { signal: AbortSignal.abort() });
      expect(await run()).to.deep.equal({ kind: 'unreachable' });
      expect(requests).to.have.length(0);
    });

    it('ends while a token is awaited, and asks for nothing more', async () => {
      const abort = new AbortController();
      let give = (_token: string) => {};
      const { run, requests } = setUp([ACCEPTED], {
        signal: abort.signal,
        token: () => new Promise((resolve) => (give = resolve)),
      });
      const result = run();
      abort.abort();
      expect(await result).to.deep.equal({ kind: 'unreachable' });
      give('late');
      await Promise.resolve();
      expect(requests).to.have.length(0);
    });

    for (const [sent, kind] of [
      [0, 'unreachable'],
      [7, 'unconfirmed'],
    ] as const) {
      it(`is ${kind} after ${sent} bytes, even if the transport does not listen`, async () => {
        const abort = new AbortController();
        let goOn: TransportRequest['onProgress'] | undefined;
        const stubborn: Transport = ({ onProgress }) => {
          goOn = onProgress;
          onProgress({ sent, total: 10 });
          abort.abort();
          return never();
        };
        const { run, progress } = setUp([stubborn], { signal: abort.signal });
        expect(await run()).to.deep.equal({ kind });
        goOn?.({ sent: 9, total: 10 });
        expect(progress).to.deep.equal([sent]);
      });
    }

    it('ends a wait', async () => {
      const abort = new AbortController();
      const { run, requests } = setUp([{ kind: 'unconfirmed' }, ACCEPTED], {
        signal: abort.signal,
        pause() {
          abort.abort();
          return never();
        },
      });
      expect(await run()).to.deep.equal({ kind: 'unconfirmed' });
      expect(requests).to.have.length(1);
    });

    it('prefers a receipt that came at the same moment', async () => {
      const abort = new AbortController();
      const { run } = setUp([() => (abort.abort(), Promise.resolve(ACCEPTED))], { signal: abort.signal });
      expect((await run()).kind).to.be.oneOf(['accepted', 'unreachable']);
    });
  });

  describe("through a page's own transport", () => {
    const broken: Record<string, () => unknown> = {
      'returns nothing': () => undefined,
      'returns null': () => null,
      'returns a Response': () => new Response('{}'),
      'returns a kind of its own': () => ({ kind: 'created' }),
      'returns a receipt without an id': () => ({ kind: 'accepted', receipt: {} }),
      'returns an id full of markup': () => ({ kind: 'accepted', receipt: { ...RECEIPT, id: '<b>' } }),
      'returns a limit without a time': () => ({ kind: 'limited' }),
      'returns a limit that is no number': () => ({ kind: 'limited', until: Number.NaN }),
      rejects: () => Promise.reject(new Error('down')),
      throws() {
        throw new Error('down');
      },
    };
    for (const [what, answer] of Object.entries(broken)) {
      it(`that ${what} it is unconfirmed, with one console.error for all attempts`, async () => {
        const { run, requests } = setUp([answer as Transport]);
        const errors = await errorsDuring(async () => expect(await run()).to.deep.equal({ kind: 'unconfirmed' }));
        expect(requests).to.have.length(4);
        expect(errors).to.have.length(1);
        expect(errors[0]).to.include('transport');
      });
    }

    it('passes on what is well-formed and nothing else', async () => {
      const extra = { kind: 'rejected', issues: [{ pointer: '#/topic', code: 'x', evil: 1 }, 7], evil: 1 };
      const { run } = setUp([(() => Promise.resolve(extra)) as unknown as Transport]);
      expect(await run()).to.deep.equal({ kind: 'rejected', issues: [{ pointer: '#/topic', code: 'x' }] });
    });

    it('says nothing when it rejects because it was aborted', async () => {
      const abort = new AbortController();
      const rejecting: Transport = () => {
        abort.abort();
        return Promise.reject(new DOMException('Aborted', 'AbortError'));
      };
      const { run } = setUp([rejecting], { signal: abort.signal });
      const errors = await errorsDuring(async () =>
        expect((await run()).kind).to.be.oneOf(['unconfirmed', 'unreachable']),
      );
      expect(errors).to.deep.equal([]);
    });
  });
});
