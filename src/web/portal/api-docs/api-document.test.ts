import { expect, it } from 'vitest';
import { operationsOf } from './api-document.ts';

it('lists the operations by address, with their shapes as JSON', () => {
  const operations = operationsOf({
    openapi: '3.1.0',
    paths: {
      '/api/v1/b': {
        post: {
          requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
          responses: {},
        },
      },
      '/api/v1/a': {
        get: {
          summary: 'Reads',
          parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
          responses: { 200: { description: 'Fine' } },
        },
      },
    },
  });
  expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /api/v1/a',
    'POST /api/v1/b',
  ]);
  expect(operations[0]?.parameters).toEqual([{ name: 'id', place: 'path', required: true }]);
  expect(operations[0]?.answers).toEqual([{ status: '200', description: 'Fine', schema: undefined }]);
  expect(operations[1]?.body).toContain('"object"');
});
