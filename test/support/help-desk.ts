import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import type { Ticket } from '../../src/index.js';
import { ENDPOINT } from './widget-driver.js';

/** One request as it arrived at the endpoint. */
export interface Arrival {
  readonly ticket: Ticket;
  /** The text of the ticket, exactly. */
  readonly json: string;
  readonly key: string | null;
  readonly authorization: string | null;
  readonly files: readonly File[];
}

type Answer = (arrival: Arrival) => Response | Promise<Response>;

/** A receipt as the contract has it. */
export function created(id = 'HT-7F3K9Q', more: object = {}) {
  return HttpResponse.json(
    { id, createdAt: new Date().toISOString(), replyBy: new Date(Date.now() + 86_400_000).toISOString(), ...more },
    { status: 201, headers: { Location: `/tickets/${id}` } },
  );
}

/** A problem of RFC 9457. */
export function problem(
  status: number,
  {
    type = 'about:blank',
    headers = {},
    ...more
  }: { type?: string; headers?: Record<string, string>; [member: string]: unknown } = {},
) {
  return HttpResponse.json(
    { type, title: 'Problem', status, ...more },
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    },
  );
}

/** 202: created once the customer confirms by e-mail. */
export const pending = () => HttpResponse.json({ status: 'verification-pending' }, { status: 202 });

export const networkError = () => HttpResponse.error();

export const htmlPage = (status: number) => HttpResponse.html('<h1>Maintenance</h1>', { status });

/** A promise and what settles it, to hold an answer back. */
export function holdBack() {
  let release!: () => void;
  const until = new Promise<void>((resolve) => (release = resolve));
  return { until, release };
}

/**
 * A help desk behind the endpoint, as far as the network shows: it keeps what arrives and gives the answers that the test has
 * lined up; the last one again and again.
 */
export function createHelpDesk(endpoint = ENDPOINT) {
  const worker = setupWorker();
  const arrivals: Arrival[] = [];
  let answers: Answer[] = [];

  const handler = http.post(endpoint, async ({ request }) => {
    const arrival = await read(request);
    arrivals.push(arrival);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    return answer(arrival);
  });

  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  beforeEach(() => {
    arrivals.length = 0;
    answers = [() => created()];
    worker.use(handler);
  });
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());

  return {
    worker,
    arrivals,
    answer(...next: Answer[]) {
      answers = next;
    },
    get keys() {
      return arrivals.map(({ key }) => key);
    },
  };
}

async function read(request: Request): Promise<Arrival> {
  const { headers } = request;
  const common = { key: headers.get('Idempotency-Key'), authorization: headers.get('Authorization') };
  if (!headers.get('Content-Type')?.startsWith('multipart/form-data')) {
    const json = await request.text();
    return { ...common, json, ticket: JSON.parse(json) as Ticket, files: [] };
  }
  const form = await request.formData();
  const part = form.get('ticket');
  const json = part instanceof Blob ? await part.text() : (part ?? '');
  return { ...common, json, ticket: JSON.parse(json) as Ticket, files: form.getAll('attachments') as File[] };
}
