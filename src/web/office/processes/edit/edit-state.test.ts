import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DraftContent, DraftRow } from '../../../../modules/process/contract.ts';
import { beginEditing, type Edit, edit } from './edit-state.ts';

const row = (key: string, more: Partial<DraftRow> = {}): DraftRow => ({
  key,
  name: `Bước ${key}`,
  kind: 'work',
  ...more,
});
const draft = (...rows: DraftRow[]): DraftContent => ({ name: 'Quy trình', procedures: ['1.001193'], rows });
const after = (content: DraftContent, ...edits: Edit[]) => edits.reduce(edit, beginEditing(content));
const keys = (content: DraftContent) => content.rows.map(({ key }) => key).join(' ');

it('inserts behind a row, moves, removes; ways to a removed row lead to what follows', () => {
  const content = draft(row('a', { choices: [{ key: 'x', label: 'Đạt', to: 'c' }] }), row('b'), row('c'));
  expect(keys(after(content, { kind: 'insert', after: 'a' }).content)).toBe('a buoc b c');
  expect(keys(after(content, { kind: 'move', key: 'b', by: -1 }).content)).toBe('b a c');
  expect(keys(after(content, { kind: 'move', key: 'a', by: -1 }).content)).toBe('a b c');
  const removed = after(content, { kind: 'remove', key: 'c' }).content;
  expect(keys(removed)).toBe('a b');
  expect(removed.rows[0]?.choices).toEqual([{ key: 'x', label: 'Đạt' }]);
});

it('a paste takes the place of an empty table, else stands behind the row', () => {
  const pasted = [row('p'), row('q')];
  expect(
    keys(
      after(draft({ key: 'buoc', name: '', kind: 'work' }), { kind: 'paste', after: 'buoc', rows: pasted })
        .content,
    ),
  ).toBe('p q');
  expect(keys(after(draft(row('a'), row('b')), { kind: 'paste', after: 'a', rows: pasted }).content)).toBe(
    'a p q b',
  );
});

it('typing on in one cell is undone as one, another cell apart', () => {
  const typed = after(
    draft(row('a')),
    { kind: 'row', key: 'a', change: { name: 'K' } },
    { kind: 'row', key: 'a', change: { name: 'Ký' } },
    { kind: 'row', key: 'a', change: { hours: 4 } },
  );
  const once = edit(typed, { kind: 'undo' });
  expect(once.content.rows[0]).toMatchObject({ name: 'Ký' });
  expect(once.content.rows[0]).not.toHaveProperty('hours');
  expect(edit(once, { kind: 'undo' }).content.rows[0]?.name).toBe('Bước a');
  expect(edit(once, { kind: 'redo' }).content.rows[0]?.hours).toBe(4);
});

it('undefined takes a field away; confirming takes the marks away', () => {
  const content = draft(row('a', { hours: 2, guessed: ['kind'] }), row('b', { guessed: ['hours'] }));
  expect(
    after(content, { kind: 'row', key: 'a', change: { hours: undefined } }).content.rows[0],
  ).not.toHaveProperty('hours');
  const one = after(content, { kind: 'confirm', key: 'a' }).content.rows;
  expect(one.map((each) => each.guessed)).toEqual([undefined, ['hours']]);
});

it('whatever is done, undoing all of it gives back the beginning, and redoing the end', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'buoc');
  const anEdit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), after: fc.option(key, { nil: undefined }) }),
    fc.record({ kind: fc.constant('remove' as const), key }),
    fc.record({ kind: fc.constant('move' as const), key, by: fc.constantFrom(1 as const, -1 as const) }),
    fc.record({ kind: fc.constant('row' as const), key, change: fc.record({ hours: fc.nat(9) }) }),
  );
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 30 }), (edits) => {
      const begin = draft(row('a'), row('b'), row('c'));
      const end = after(begin, ...edits);
      expect(new Set(end.content.rows.map((each) => each.key)).size).toBe(end.content.rows.length);
      const undone = end.past.reduce((state) => edit(state, { kind: 'undo' }), end);
      expect(undone.content).toEqual(begin);
      const redone = undone.future.reduce((state) => edit(state, { kind: 'redo' }), undone);
      expect(redone.content).toEqual(end.content);
    }),
  );
});
