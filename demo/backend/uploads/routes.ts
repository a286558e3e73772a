import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import { postEndpoint } from '../http/post-endpoint.ts';
import { maxUploadBytes, receiveUpload } from './receive-upload.ts';

/** Where files go that are sent ahead of their ticket. */
export function uploadRoutes(backend: Backend): Hono<{ Bindings: HttpBindings }> {
  return postEndpoint(backend, {
    name: 'upload',
    maxBytes: maxUploadBytes(backend.form.definition),
    async receive(request) {
      const id = await receiveUpload(backend, request);
      return Response.json({ id }, { status: 201, headers: { 'Cache-Control': 'no-store' } });
    },
  });
}
