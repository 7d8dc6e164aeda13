import { z } from 'zod';
import type { Asked } from './crawled-product.ts';
import { strangeBodies } from './fill-form.ts';
import { hostileParts, hostileTexts, hugeText, randomId } from './hostile-texts.ts';
import { addressOf } from './page-patterns.ts';

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  schema: z.record(z.string(), z.unknown()).default({}),
});

const operation = z.object({ parameters: z.array(parameter).default([]) });

const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

export interface ApiOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /** `/api/v1/procedures/:code` */
  readonly pattern: string;
  readonly pathNames: readonly string[];
  /** Names of the query with values just outside what their schema allows. */
  readonly query: readonly { readonly name: string; readonly outside: readonly string[] }[];
}

/** Every operation of an OpenAPI document. */
export function operationsOf(openApi: unknown): readonly ApiOperation[] {
  return Object.entries(document.parse(openApi).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters }]) =>
      anOperation(
        method,
        path.replace(/\{(\w+)\}/g, ':$1'),
        parameters
          .filter((each) => each.in === 'query')
          .map(({ name, schema }) => ({ name, outside: beyond(schema) })),
      ),
    ),
  );
}

/** An operation of which only its address is known. */
export function anOperation(
  method: string,
  pattern: string,
  query: ApiOperation['query'] = [],
): ApiOperation {
  return {
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']).parse(method.toUpperCase()),
    pattern,
    pathNames: [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
    query,
  };
}

/** Values around the edges of a schema: one too short, one too long, one too many, of another type. */
function beyond(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const number = (name: string) => (typeof schema[name] === 'number' ? [schema[name]] : []);
  return [
    ...number('minimum').flatMap((least) => [least - 1, least].map(String)),
    ...number('maximum').flatMap((most) => [most, most + 1].map(String)),
    ...number('maxLength').flatMap((most) => ['x'.repeat(most), 'x'.repeat(Math.min(most + 1, 5000))]),
    ...(schema.type === 'string' ? [] : ['x', '1.5', '1e3', '0x10', '']),
    ...(Array.isArray(schema.enum) ? ['', String(schema.enum[0]).toUpperCase()] : []),
  ];
}

/** What is asked of one operation: as it should be, with each part wrong in turn, and with bodies nobody sends. */
export function casesOf(
  { method, pattern, pathNames, query }: ApiOperation,
  values: ReadonlyMap<string, readonly string[]>,
): { readonly proper: readonly Asked[]; readonly wrong: readonly Asked[] } {
  const known = pathNames.map((name) => values.get(name)?.slice(0, 8) ?? ['1']);
  const first = known.map(([value = '1']) => encodeURIComponent(value));
  const url = addressOf(pattern, first);
  const proper = known.flatMap((each, at) =>
    each.map((value) => ({
      method,
      url: addressOf(
        pattern,
        first.map((other, place) => (place === at ? encodeURIComponent(value) : other)),
      ),
    })),
  );
  const paths = pathNames.flatMap((_name, at) =>
    [randomId(), ...hostileParts].map((part) =>
      addressOf(
        pattern,
        first.map((value, place) => (place === at ? part : value)),
      ),
    ),
  );
  const queries = query.flatMap(({ name, outside }) => [
    ...[...outside, ...hostileTexts].map((value) => `${url}?${new URLSearchParams([[name, value]])}`),
    `${url}?${name}=1&${name}=2`,
    `${url}?${name}[]=1&${name}[a]=1`,
    `${url}?${name}=%00&${name}=%zz`,
  ]);
  const bodies = method === 'GET' || method === 'HEAD' ? [] : strangeBodies(['file', 'requestId', 'draftId']);
  const key = { 'idempotency-key': randomId() };
  return {
    proper: proper.length === 0 ? [{ method, url }] : proper,
    wrong: [
      ...[...paths, ...queries].map((each) => ({ method, url: each })),
      ...strangeHeaders.map((headers) => ({ method, url, headers })),
      ...bodies.map((each) => ({ method, url, ...each, headers: { ...each.headers, ...key } })),
      ...(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const).map((other) => ({ method: other, url })),
    ],
  };
}

const strangeHeaders: readonly Readonly<Record<string, string>>[] = [
  { range: 'bytes=-1,5-,9999999999999999999-1' },
  { range: `bytes=${'0-1,'.repeat(5000)}` },
  { 'if-none-match': hugeText.slice(0, 8000) },
  { accept: '*/*;q=x, \u00e9' },
  { 'accept-language': 'x'.repeat(5000) },
  { 'content-type': 'application/json; charset=nonsense' },
  { 'x-forwarded-for': "1.2.3.4, '; drop table x; --" },
  { 'x-http-method-override': 'DELETE' },
  { cookie: `motcua=${'x'.repeat(4000)}` },
  { cookie: 'motcua=%zz; motcua=%00; __proto__=1' },
  { 'idempotency-key': 'x' },
];
