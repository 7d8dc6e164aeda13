import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from './apply-patch.ts';
import { diffDocuments } from './diff-documents.ts';
import { mergeDocuments } from './merge-documents.ts';

const row = fc.record(
  { key: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.string(), count: fc.nat(9) },
  { requiredKeys: ['key'] },
);
const document = fc.record({
  name: fc.string(),
  'a/b~c': fc.option(fc.string(), { nil: undefined }),
  content: fc.record({
    rows: fc.uniqueArray(row, { selector: ({ key }) => key }),
    steps: fc.array(fc.record({ name: fc.string() }), { maxLength: 4 }),
  }),
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the difference of two texts', () => {
  it('makes the second of the first, whatever they are', () => {
    fc.assert(
      fc.property(document.map(plain), document.map(plain), (before, after) => {
        const patched = applyPatch(before, diffDocuments(before, after));
        expect('document' in patched ? patched.document : patched).toEqual(after);
      }),
    );
  });

  it('names the cell that changed, the row that came and the row that went', () => {
    const before = { rows: [{ name: 'một' }, { name: 'hai' }, { name: 'ba' }] };
    expect(diffDocuments(before, { rows: [{ name: 'một' }, { name: 'HAI' }, { name: 'ba' }] })).toEqual([
      { op: 'replace', path: '/rows/1/name', value: 'HAI' },
    ]);
    expect(
      diffDocuments(before, { rows: [{ name: 'một' }, { name: 'mới' }, { name: 'hai' }, { name: 'ba' }] }),
    ).toEqual([{ op: 'add', path: '/rows/1', value: { name: 'mới' } }]);
    expect(diffDocuments(before, { rows: [{ name: 'một' }, { name: 'ba' }] })).toEqual([
      { op: 'remove', path: '/rows/1' },
    ]);
  });
});

describe('what two people made of one text', () => {
  it('loses nothing where they changed different places', () => {
    const base = {
      name: 'Tên',
      rows: [
        { key: 'a', name: 'A', count: 1 },
        { key: 'b', name: 'B' },
      ],
    };
    const mine = {
      name: 'Tên',
      rows: [
        { key: 'a', name: 'A', count: 2 },
        { key: 'x', name: 'X' },
        { key: 'b', name: 'B' },
      ],
    };
    const theirs = {
      name: 'Tên mới',
      rows: [
        { key: 'b', name: 'B' },
        { key: 'a', name: 'AA', count: 1 },
      ],
    };
    expect(mergeDocuments(base, mine, theirs)).toEqual({
      document: {
        name: 'Tên mới',
        rows: [
          { key: 'b', name: 'B' },
          { key: 'a', name: 'AA', count: 2 },
          { key: 'x', name: 'X' },
        ],
      },
      conflicts: [],
    });
  });

  it('asks about a place both changed, and about a row one changed and the other removed', () => {
    const base = { name: 'Tên', rows: [{ key: 'a', name: 'A' }] };
    const mine = { name: 'Của tôi', rows: [{ key: 'a', name: 'Của tôi' }] };
    const theirs = { name: 'Của họ', rows: [] };
    const { conflicts } = mergeDocuments(base, mine, theirs);
    expect(conflicts).toEqual([
      { place: ['name'], mine: 'Của tôi', theirs: 'Của họ' },
      { place: ['rows', 'a'], mine: { key: 'a', name: 'Của tôi' }, theirs: undefined },
    ]);
    const choices = new Map([
      ['name', 'theirs'],
      ['rows/a', 'mine'],
    ] as const);
    expect(mergeDocuments(base, mine, theirs, choices).document).toEqual({
      name: 'Của họ',
      rows: [{ key: 'a', name: 'Của tôi' }],
    });
  });

  it('is the one text where only one of them wrote, whoever it was', () => {
    fc.assert(
      fc.property(document.map(plain), document.map(plain), (base, changed) => {
        expect(mergeDocuments(base, changed, base)).toEqual({ document: changed, conflicts: [] });
        expect(mergeDocuments(base, base, changed)).toEqual({ document: changed, conflicts: [] });
        expect(mergeDocuments(base, changed, changed)).toEqual({ document: changed, conflicts: [] });
      }),
    );
  });

  it('with every conflict settled as mine keeps every field I changed', () => {
    fc.assert(
      fc.property(document.map(plain), document.map(plain), document.map(plain), (base, mine, theirs) => {
        const asked = mergeDocuments(base, mine, theirs).conflicts;
        const choices = new Map(asked.map(({ place }) => [place.join('/'), 'mine'] as const));
        const { document: merged } = mergeDocuments(base, mine, theirs, choices);
        if (JSON.stringify(at(mine, 'name')) !== JSON.stringify(at(base, 'name')))
          expect(at(merged, 'name')).toEqual(at(mine, 'name'));
      }),
    );
  });
});

function at(document: unknown, key: string): unknown {
  return typeof document === 'object' && document !== null
    ? Object.getOwnPropertyDescriptor(document, key)?.value
    : undefined;
}
