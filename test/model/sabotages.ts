import type { Ledger } from '../../src/services/ledger.js';
import type { Transport } from '../../src/services/transport.js';
import type { Fingerprint } from '../../src/ticket/fingerprint.js';
import type { Sabotage } from './page.ts';

/** Tabs do not wait for each other. */
export const noLock: Sabotage = {
  ledger: (ledger) => ({ ...ledger, exclusively: (_digest, run) => run() }),
};

/** Every attempt of one press after the first takes a key of its own. */
export const newKeyOnRetry: Sabotage = {
  transport: (transport) => {
    const tries = new WeakMap<AbortSignal, number>();
    return (request) => {
      const count = tries.get(request.signal) ?? 0;
      tries.set(request.signal, count + 1);
      return transport({ ...request, key: count === 0 ? request.key : `${request.key}-${count}` });
    };
  },
};

/** The ledger hears of a ticket when its ending is known. */
export const ledgerWrittenLate: Sabotage = {
  ledger: (ledger) => {
    let sent: Fingerprint | undefined;
    const afterwards =
      <Rest extends unknown[]>(write: (key: string, ...rest: Rest) => void) =>
      (key: string, ...rest: Rest) => {
        if (sent) ledger.reserve(sent, key);
        write(key, ...rest);
      };
    return {
      ...ledger,
      reserve(fingerprint, key) {
        sent = fingerprint;
        return ledger.find(fingerprint).exact?.key ?? key;
      },
      renew() {},
      confirm: afterwards(ledger.confirm),
      doubt: afterwards(ledger.doubt),
    };
  },
};

/** What was not answered in time counts as never sent. */
export const releaseOnTimeout: Sabotage = {
  ledger: (ledger: Ledger) => ({ ...ledger, doubt: ledger.release }),
};

/** What another tab has begun in other words is not heeded. */
export const blindToOthers: Sabotage = {
  ledger: (ledger) => ({ ...ledger, find: (fingerprint) => ({ ...ledger.find(fingerprint), begun: undefined }) }),
};

/** Success is shown as soon as the request has left. */
export const confirmBeforeAnswer: Sabotage = {
  transport: (transport: Transport) => (request) => {
    void transport(request);
    const receipt = { id: 'HT-0', createdAt: '2026-11-23T12:00:00Z' };
    return Promise.resolve({ kind: 'accepted', receipt });
  },
};
