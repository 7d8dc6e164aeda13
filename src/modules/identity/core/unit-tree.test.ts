import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { aSuccession, aUnit } from '../testing/unit-builder.ts';
import { unitTree } from './unit-tree.ts';

const day = (text: string) => text as PlainDate;
const id = (text: string) => text as Id<'unit'>;
const keys = (units: readonly { key: string }[]) => units.map((unit) => unit.key);

const old = { validFrom: day('2004-01-01'), validTo: day('2025-07-01') };
const tree = unitTree(
  [
    aUnit({ key: 'province', tier: 'province', kind: 'province', validFrom: day('1976-01-01') }),
    aUnit({ key: 'Phường 1', ...old }),
    aUnit({ key: 'Phường 2', ...old }),
    aUnit({ key: 'Xã Bình Thạnh', validFrom: day('2004-01-01'), validTo: day('2020-02-01') }),
    aUnit({ key: 'Xã Phước Bình', validFrom: day('2020-02-01'), validTo: day('2025-07-01') }),
    aUnit({ key: 'Xã Ninh Thạnh', ...old }),
    aUnit({ key: 'Phường Tân Ninh', parentId: id('province'), agencyCode: 'H53.1' }),
    aUnit({ key: 'Phường Bình Minh', parentId: id('province') }),
    aUnit({ key: 'Xã Phước Chỉ', parentId: id('province') }),
    aUnit({ key: 'centre', kind: 'oneStop', parentId: id('Phường Tân Ninh') }),
    aUnit({ key: 'justice', kind: 'section', sectionCode: 'justice', parentId: id('Phường Tân Ninh') }),
    aUnit({ key: 'records', kind: 'recordsOffice', parentId: id('Phường Tân Ninh') }),
  ],
  [
    aSuccession('Phường 1', 'Phường Tân Ninh'),
    aSuccession('Phường 2', 'Phường Tân Ninh'),
    aSuccession('Xã Bình Thạnh', 'Xã Phước Bình', { on: day('2020-02-01') }),
    aSuccession('Xã Phước Bình', 'Xã Phước Chỉ'),
    aSuccession('Xã Ninh Thạnh', 'Phường Tân Ninh', { kind: 'split', part: 'ấp 1' }),
    aSuccession('Xã Ninh Thạnh', 'Phường Bình Minh', { kind: 'split', part: 'phần còn lại' }),
  ],
);

test('a unit exists from its first day until the day before its end', () => {
  expect(tree.unitOn(id('Phường 1'), day('2025-06-30'))?.key).toBe('Phường 1');
  expect(tree.unitOn(id('Phường 1'), day('2025-07-01'))).toBeUndefined();
  expect(tree.latest(id('Phường 1'))?.key).toBe('Phường 1');
});

test('the communes of a day, in the order people look for them', () => {
  expect(keys(tree.unitsOn(day('2025-07-01'), { kind: 'commune' }))).toEqual([
    'Phường Bình Minh',
    'Xã Phước Chỉ',
    'Phường Tân Ninh',
  ]);
  expect(keys(tree.unitsOn(day('2019-12-31'), { kind: 'commune' }))).toContain('Xã Bình Thạnh');
});

test('a merge has one successor, also over two steps; while it lasts a unit is its own', () => {
  expect(tree.successorOn(id('Phường 1'), day('2026-01-01'))?.key).toBe('Phường Tân Ninh');
  expect(tree.successorOn(id('Xã Bình Thạnh'), day('2026-01-01'))?.key).toBe('Xã Phước Chỉ');
  expect(tree.successorOn(id('Xã Bình Thạnh'), day('2021-01-01'))?.key).toBe('Xã Phước Bình');
  expect(tree.successorOn(id('Phường 1'), day('2020-01-01'))?.key).toBe('Phường 1');
});

test('a split asks for a choice', () => {
  expect(tree.successorOn(id('Xã Ninh Thạnh'), day('2026-01-01'))).toBeUndefined();
  expect(keys(tree.successorsOn(id('Xã Ninh Thạnh'), day('2026-01-01'))).toSorted()).toEqual([
    'Phường Bình Minh',
    'Phường Tân Ninh',
  ]);
});

test('of a split is known which part went where, in words of the decision', () => {
  expect(tree.partOf(id('Xã Ninh Thạnh'), id('Phường Tân Ninh'))).toBe('ấp 1');
  expect(tree.partOf(id('Phường 1'), id('Phường Tân Ninh'))).toBeUndefined();
  expect(tree.partOf(id('Xã Ninh Thạnh'), id('Phường 1'))).toBeUndefined();
});

test('of a split unit the rules of the reorganisation say who goes on, the first that fits', () => {
  const split = unitTree(
    [
      aUnit({ key: 'old', validTo: day('2026-12-01') }),
      aUnit({ key: 'north', validFrom: day('2026-12-01') }),
      aUnit({ key: 'south', validFrom: day('2026-12-01') }),
    ],
    [
      aSuccession('old', 'north', { on: day('2026-12-01'), kind: 'split' }),
      aSuccession('old', 'south', { on: day('2026-12-01'), kind: 'split' }),
    ],
    [
      { fromId: id('old'), on: day('2026-12-01'), by: 'procedure', value: '1.001193', toId: id('north') },
      { fromId: id('old'), on: day('2026-12-01'), by: 'sector', value: 'Đất đai', toId: id('south') },
    ],
  );
  const heir = (procedure: string, sector: string, on = '2026-12-01') =>
    split.heirFor(id('old'), day(on), { procedure, sector })?.key;
  expect(heir('1.001193', 'Hộ tịch')).toBe('north');
  expect(heir('1.001193', 'Đất đai')).toBe('north');
  expect(heir('1.004873', 'Đất đai')).toBe('south');
  expect(heir('1.004873', 'Hộ tịch')).toBeUndefined();
  expect(heir('1.004873', 'Hộ tịch', '2026-11-30')).toBe('old');
  expect(split.splitUnits(day('2026-11-30'))).toEqual([]);
  expect(split.splitUnits(day('2026-12-01'))).toEqual(['old']);
});

test('the scope of a unit is itself and all its predecessors', () => {
  expect(tree.scopeOf(id('Phường Tân Ninh'), day('2026-01-01'))).toEqual([
    'Phường Tân Ninh',
    'Phường 1',
    'Phường 2',
    'Xã Ninh Thạnh',
  ]);
  expect(tree.scopeOf(id('Xã Phước Chỉ'), day('2026-01-01'))).toEqual([
    'Xã Phước Chỉ',
    'Xã Phước Bình',
    'Xã Bình Thạnh',
  ]);
});

test('the heirs of a unit are itself and whatever followed', () => {
  expect(tree.heirsOf(id('Xã Bình Thạnh'), day('2026-01-01'))).toEqual([
    'Xã Bình Thạnh',
    'Xã Phước Bình',
    'Xã Phước Chỉ',
  ]);
});

test('a reorganisation prepared for later opens nothing to the successor before its day', () => {
  expect(tree.scopeOf(id('Phường Tân Ninh'), day('2025-06-30'))).toEqual(['Phường Tân Ninh']);
  expect(tree.heirsOf(id('Xã Bình Thạnh'), day('2021-01-01'))).toEqual(['Xã Bình Thạnh', 'Xã Phước Bình']);
});

test('the counter, the sections and the records office of a commune', () => {
  const commune = id('Phường Tân Ninh');
  const on = day('2026-11-22');
  expect(tree.findSubUnit(commune, { kind: 'oneStop' }, on)?.key).toBe('centre');
  expect(tree.findSubUnit(commune, { kind: 'section', sectionCode: 'justice' }, on)?.key).toBe('justice');
  expect(tree.findSubUnit(commune, { kind: 'section', sectionCode: 'land' }, on)).toBeUndefined();
  expect(tree.findSubUnit(commune, { kind: 'recordsOffice' }, on)?.key).toBe('records');
  expect(tree.nearestSubUnit(id('justice'), { kind: 'oneStop' }, on)?.key).toBe('centre');
  expect(tree.nearestSubUnit(id('Phường Bình Minh'), { kind: 'oneStop' }, on)).toBeUndefined();
  expect(keys(tree.ancestorsOn(id('justice'), on))).toEqual(['Phường Tân Ninh', 'province']);
  expect(tree.subtreeOn(commune, on).toSorted()).toEqual(['Phường Tân Ninh', 'centre', 'justice', 'records']);
  expect(tree.subtreeOn(id('province'), on)).toContain('justice');
  expect(tree.subtreeOn(id('province'), day('2021-01-01'))).not.toContain('justice');
});

test('a unit is found by its natural key and by its agency code on a day', () => {
  expect(tree.byKey('records')?.kind).toBe('recordsOffice');
  expect(tree.byAgencyCode('H53.1', day('2026-01-01'))?.key).toBe('Phường Tân Ninh');
  expect(tree.byAgencyCode('H53.1', day('2024-01-01'))).toBeUndefined();
});

test('a circle in the data ends instead of hanging', () => {
  const circle = unitTree(
    [aUnit({ key: 'a', parentId: id('b') }), aUnit({ key: 'b', parentId: id('a') })],
    [aSuccession('a', 'b'), aSuccession('b', 'a')],
  );
  expect(circle.scopeOf(id('a'), day('2026-01-01'))).toEqual(['a', 'b']);
  expect(keys(circle.ancestorsOn(id('a'), day('2026-01-01')))).toEqual(['b']);
  expect(circle.subtreeOn(id('a'), day('2026-01-01'))).toEqual(['a', 'b']);
});
