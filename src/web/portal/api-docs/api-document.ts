import { z } from 'zod';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema: schema.optional() }));

const operation = z.object({
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        schema: schema.default({}),
      }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string().default(''), content: content.default({}) }),
  ),
});

const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** One operation of the API as its page tells it; schemas as indented JSON. */
export interface ApiOperation {
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly parameters: readonly {
    readonly name: string;
    readonly place: string;
    readonly required: boolean;
  }[];
  readonly body: string | undefined;
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly schema: string | undefined;
  }[];
}

/** Reads the OpenAPI document into the operations of its page, by address. Throws when the document is not one. */
export function operationsOf(openApi: unknown): readonly ApiOperation[] {
  const { paths } = document.parse(openApi);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, details]) => toOperation(method, path, details)),
  );
  return operations.sort(
    (one, other) => one.path.localeCompare(other.path) || one.method.localeCompare(other.method),
  );
}

function toOperation(method: string, path: string, details: z.infer<typeof operation>): ApiOperation {
  return {
    method: method.toUpperCase(),
    path,
    summary: details.summary,
    description: details.description,
    parameters: details.parameters.map(({ name, in: place, required }) => ({ name, place, required })),
    body: schemaText(details.requestBody?.content ?? {}),
    answers: Object.entries(details.responses).map(([status, answer]) => ({
      status,
      description: answer.description === 'Default Response' ? '' : answer.description,
      schema: schemaText(answer.content),
    })),
  };
}

function schemaText(contents: z.infer<typeof content>): string | undefined {
  const [first] = Object.values(contents);
  return first?.schema === undefined ? undefined : JSON.stringify(first.schema, undefined, 2);
}
