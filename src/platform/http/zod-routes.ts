import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../parse-input.ts';
import { RefusalError } from './refusal-error.ts';

/** Lets routes give zod shapes as their schema: they validate what comes in and document what goes out. */
export function registerZodRoutes(server: FastifyInstance): void {
  server.setValidatorCompiler<z.ZodType>(({ schema }) => (value: unknown) => {
    const parsed = parseInput(schema, value);
    return parsed.ok ? { value: parsed.value } : { error: new RefusalError(parsed.refusal) };
  });
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
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
