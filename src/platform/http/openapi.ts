import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
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
}

/** The readable form of the document at `/api/docs`, its files served by us. */
export async function registerApiPages(server: FastifyInstance): Promise<void> {
  await server.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: apiPagePolicy,
    theme: { title: 'Một Cửa API' },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', tryItOutEnabled: false, validatorUrl: null },
  });
}

/** The one inline style Swagger UI inserts (pinned version); it needs no inline script, no eval. */
const insertedStyle = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

const apiPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${insertedStyle}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
