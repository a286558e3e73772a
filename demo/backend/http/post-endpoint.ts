import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import { codeOf, type LogFields } from '../log.ts';
import { drain } from './drain.ts';
import { allowReading, isAllowedOrigin, preflightAnswer } from './origins.ts';
import { methodNotAllowed, originRefused, Problem, unexpected } from './problem.ts';
import { RequestAborted } from './text-body.ts';

type Incoming = HttpBindings['incoming'];

interface PostEndpoint {
  /** What its lines in the log begin with. */
  readonly name: 'ticket' | 'upload';
  /** The most that a request may hold. */
  readonly maxBytes: number;
  /**
   * @param note adds to the request's line in the log, however it ends
   * @throws Problem, RequestAborted
   */
  receive(request: Incoming, note: (fields: LogFields) => void): Promise<Response>;
}

/** Where pages of other origins post to: they may ask first, they can read every refusal, and each request is one line in the log. */
export function postEndpoint(backend: Backend, endpoint: PostEndpoint): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();

  routes.options('/', (context) => preflightAnswer(context.req.header('Origin')));

  routes.post('/', async ({ env: { incoming } }) => {
    const startedAt = performance.now();
    const { response, ...fields } = await answer(backend, endpoint, incoming);
    await drain(incoming, 2 * endpoint.maxBytes);
    allowReading(response.headers, incoming.headers.origin);
    const duration = Math.round(performance.now() - startedAt);
    backend.log('info', `${endpoint.name}-request`, { status: response.status, duration, ...fields });
    return response;
  });

  routes.all('/', (context) => {
    const response = methodNotAllowed().toResponse();
    response.headers.set('Allow', 'OPTIONS, POST');
    allowReading(response.headers, context.req.header('Origin'));
    return response;
  });

  return routes;
}

async function answer(
  { settings, log }: Backend,
  { name, receive }: PostEndpoint,
  incoming: Incoming,
): Promise<LogFields & { response: Response }> {
  const fields: LogFields = {};
  try {
    if (!isAllowedOrigin(incoming.headers.origin, settings)) throw originRefused();
    const response = await receive(incoming, (more) => Object.assign(fields, more));
    return { ...fields, response };
  } catch (error) {
    const problem = error instanceof Problem ? error : unexpected();
    const code =
      error instanceof RequestAborted ? 'aborted' : error instanceof Problem ? error.init.name : codeOf(error);
    if (problem.init.status === 500 && code !== 'aborted') log('error', `${name}-failed`, { ...fields, code });
    return { ...fields, code, response: problem.toResponse() };
  }
}
