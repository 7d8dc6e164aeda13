import { isUuid } from '../../../kernel/id.ts';
import { hostileTexts, hugeText, randomId } from './hostile-texts.ts';
import type { FoundField, FoundForm } from './read-page.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** What a person would send who filled in everything without thinking. Files are left out. */
export function filledIn(form: FoundForm): Pairs {
  return form.fields
    .filter(({ type }) => type !== 'file')
    .map((field) => [field.name, field.name === 'requestId' ? randomId() : field.value || likely(field)]);
}

function likely({ type, required, name }: FoundField): string {
  if (type === 'date') return '2026-11-24';
  if (type === 'number') return '1';
  if (type === 'email') return 'thu@dichvucong.example';
  if (type === 'hidden' || type === 'search') return '';
  if (type === 'password') return 'mật khẩu thử nghiệm';
  if (type === 'textarea' || required) return `Nội dung của ${name} do người thử điền`;
  return '';
}

/** The filled-in form with one field wrong at a time, some wrong values for each, ids swapped for those of others. */
export function mutantsOf(
  form: FoundForm,
  ids: readonly string[],
  turns: (count: number) => readonly string[],
): readonly Pairs[] {
  const pairs = filledIn(form);
  return pairs.flatMap(([name, value], at) => {
    const others = isUuid(value) && name !== 'requestId' ? [randomId(), ...pick(ids, 2)] : [];
    const wrong = [...others, ...turns(2)];
    return [
      ...wrong.map((text) =>
        withRequest(
          pairs.map((pair, place) => (place === at ? [name, text] : pair)),
          name,
        ),
      ),
      withRequest(
        pairs.filter((_pair, place) => place !== at),
        name,
      ),
      withRequest([...pairs, [name, value]], name),
    ];
  });
}

/** Each sending asks anew, or the first outcome of its id would answer. */
function withRequest(pairs: Pairs, mutated: string): Pairs {
  return mutated === 'requestId'
    ? pairs
    : pairs.map(([name, value]) => (name === 'requestId' ? [name, randomId()] : [name, value]));
}

let picked = 0;
function pick(ids: readonly string[], count: number): readonly string[] {
  return Array.from({ length: Math.min(count, ids.length) }, () => {
    picked += 1;
    return ids[picked % ids.length] ?? '';
  });
}

export const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** Bodies no form of ours sends, with what they say they are. */
export function strangeBodies(names: readonly string[]): readonly {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}[] {
  const all = (value: string) => names.map((name) => [name, value]);
  const json = (value: unknown) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  const boundary = 'ranh-gioi';
  const files = names.map(
    (name) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="a.txt"\r\n\r\nnội dung\r\n`,
  );
  return [
    { headers: {}, body: '' },
    { headers: formType, body: '' },
    { headers: formType, body: '%zz=%00&&&==&a' },
    { headers: formType, body: new URLSearchParams(all(hugeText.slice(0, 20_000))).toString() },
    { headers: formType, body: new URLSearchParams([...all('a\0b'), ...all('\ud800')]).toString() },
    { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
    { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: 'x' },
    {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: `${files.join('')}--${boundary}--\r\n`,
    },
    { headers: { 'content-type': 'text/plain' }, body: 'x' },
    { headers: { 'content-type': 'application/json' }, body: '{"a":' },
    { headers: { 'content-type': 'application/json' }, body: '['.repeat(50_000) },
    json(null),
    json([]),
    json('x'),
    json({ ...Object.fromEntries(all('x')), requestId: randomId() }),
    json({ ...Object.fromEntries(names.map((name) => [name, { $ne: null }])), requestId: randomId() }),
    json({
      requestId: randomId(),
      version: 1e308,
      expectedVersion: '1',
      patch: hostileTexts,
      content: [[[]]],
    }),
    json({ kind: 'prove', step: 'answer', response: { id: 1, response: {} } }),
    {
      headers: { 'content-type': 'application/json' },
      body: '{"__proto__":{"a":1},"constructor":{"prototype":{}}}',
    },
  ];
}
