import { type BackendProcess, startBackend } from './backend.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type HostPage, type HostSite, startHostSite } from './host-site.ts';

/** The backend, a site of another origin with the widget on it, and the network between them. */
export interface HelpCentre extends AsyncDisposable {
  readonly backend: BackendProcess;
  readonly site: HostSite;
  readonly network: FaultProxy;
  /** A page with the widget on it; its tickets go through the network. `data` is added to what the script tag needs. */
  page(page?: Partial<HostPage>): string;
  /** Starts the backend again, on the same data and port, after it was killed. */
  restart(): Promise<void>;
}

/** @param env settings of the backend */
export async function openHelpCentre(env: Readonly<Record<string, string>> = {}): Promise<HelpCentre> {
  const [first, site] = await Promise.all([startBackend({ env }), startHostSite()]);
  const network = await startFaultProxy(first.url);
  let backend = first;
  return {
    get backend() {
      return backend;
    },
    site,
    network,
    page({ data, ...page } = {}) {
      const endpoint = `${network.url}/tickets`;
      const usual = { endpoint, 'form-url': `${network.url}/form.json`, 'fallback-url': 'mailto:help@example.com' };
      return site.add({ cdn: network.url, data: { ...usual, ...data }, ...page });
    },
    async restart() {
      const { port } = new URL(first.url);
      backend = await startBackend({ env: { ...env, PORT: port, DATA_DIR: first.dataDir } });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([network[Symbol.asyncDispose](), site[Symbol.asyncDispose](), backend.stop()]);
      if (backend !== first) await first.stop();
    },
  };
}
