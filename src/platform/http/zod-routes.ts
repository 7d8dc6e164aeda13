import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { FieldRefusal } from '../../kernel/refusal.ts';
import { RefusalError } from './refusal-error.ts';

/** Lets routes give zod shapes as their schema: they validate what comes in and document what goes out. */
export function registerZodRoutes(server: FastifyInstance): void {
  server.setValidatorCompiler<z.ZodType>(({ schema }) => (value: unknown) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    return {
      error: new RefusalError({ kind: 'invalid', type: 'http.invalid-body', fields: fieldsOf(parsed.error) }),
    };
  });
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
}

/** Each issue of a parse with its place; `type` is the message when a schema named one, else by zod's code. */
export function fieldsOf(error: z.ZodError): readonly FieldRefusal[] {
  return error.issues.map((issue) => ({ pointer: pointerOf(issue.path), type: `http.field.${issue.code}` }));
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A route's zod shapes as JSON Schema, for the OpenAPI document. */
export function jsonSchemaOf(schema: FastifySchema): FastifySchema {
  const entries = Object.entries(schema).map(([part, shape]) => [part, convert(part, shape)]);
  return Object.fromEntries(entries);
}

function convert(part: string, shape: unknown): unknown {
  if (shape instanceof z.ZodType) return toJsonSchema(shape, part === 'response' ? 'output' : 'input');
  if (part !== 'response' || typeof shape !== 'object' || shape === null) return shape;
  const answers = Object.entries(shape).map(([status, answer]) => [
    status,
    answer instanceof z.ZodType ? toJsonSchema(answer, 'output') : answer,
  ]);
  return Object.fromEntries(answers);
}

function toJsonSchema(shape: z.ZodType, io: 'input' | 'output'): object {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', override: datesAsText });
  return schema;
}

/** Instants travel as ISO texts with offset. */
function datesAsText({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  if (zodSchema._zod.def.type !== 'date') return;
  jsonSchema.type = 'string';
  jsonSchema.format = 'date-time';
}
