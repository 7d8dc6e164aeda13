import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaOf } from './zod-routes.ts';

export interface OpenApiOptions {
  readonly baseUrl: URL;
  readonly version: string;
}

/** The OpenAPI 3.1 document of the routes registered after it, at `/api/docs/json`. */
export async function registerOpenApi(
  server: FastifyInstance,
  { baseUrl, version }: OpenApiOptions,
): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Một Cửa API',
        version,
        description:
          'Giao diện tích hợp của hệ thống thông tin giải quyết thủ tục hành chính. Lỗi trả về theo RFC 9457 (application/problem+json). Thời điểm là ISO 8601 có múi giờ.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: baseUrl.origin }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'motcua' } },
      },
    },
    transform: ({ schema, url }) => ({ schema: schema === undefined ? {} : jsonSchemaOf(schema), url }),
  });
  server.get('/api/docs/json', { schema: { hide: true } }, async () => server.swagger());
}
