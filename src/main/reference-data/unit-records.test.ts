import { describe, expect, it } from 'vitest';
import { toSuccessionRecords, toUnitRecords } from './unit-records.ts';
import type { SuccessionRow, UnitRow, UnitTemplateRow } from './units.ts';
import { plainDate } from './vocabulary.ts';

const [start, change, after] = ['2016-01-01', '2025-07-01', '2026-01-01'].map((day) => plainDate.parse(day));
if (!start || !change || !after) throw new Error('not days');

const aCommune = (key: string, over: Partial<UnitRow> = {}): UnitRow => ({
  key,
  name: 'Xã Phan',
  nameEn: 'Phan Commune',
  kind: 'commune',
  tier: 'commune',
  form: 'commune',
  validFrom: start,
  source: 'x',
  certainty: 'certain',
  ...over,
});
const aTemplate = (over: Partial<UnitTemplateRow> = {}): UnitTemplateRow => ({
  parentKind: 'commune',
  code: 'one-stop',
  namePattern: 'Một cửa {name}',
  nameEnPattern: 'One-stop of {nameEn}',
  kind: 'oneStop',
  validFrom: start,
  source: 'x',
  certainty: 'practice',
  ...over,
});
const anArrow = (predecessor: string, successor: string): SuccessionRow => ({
  predecessor,
  successor,
  extent: 'whole',
  effectiveOn: change,
  source: 'x',
  certainty: 'certain',
});

describe('toUnitRecords', () => {
  it('gives a sub-unit the days its parent and its template share', () => {
    const units = [aCommune('a', { validTo: after })];
    const records = toUnitRecords(units, [aTemplate({ validTo: change }), aTemplate({ validFrom: change })]);
    expect(records.slice(1).map(({ key, validFrom, validTo }) => ({ key, validFrom, validTo }))).toEqual([
      { key: 'a/one-stop', validFrom: start, validTo: change },
      { key: 'a/one-stop', validFrom: change, validTo: after },
    ]);
  });

  it('keeps a template to its form and its days', () => {
    const units = [aCommune('a', { validTo: change })];
    expect(
      toUnitRecords(units, [aTemplate({ form: 'ward' }), aTemplate({ validFrom: change })]),
    ).toHaveLength(1);
  });

  it('names the committee after the territory, the sub-unit by its pattern', () => {
    const [committee, oneStop] = toUnitRecords([aCommune('a')], [aTemplate()]);
    expect(committee).toMatchObject({
      name: 'Ủy ban nhân dân xã Phan',
      shortName: 'Xã Phan',
      certainty: 'official',
    });
    expect(oneStop).toMatchObject({
      name: 'Một cửa xã Phan',
      nameEn: 'One-stop of Phan Commune',
      parentKey: 'a',
    });
  });
});

describe('toSuccessionRecords', () => {
  it('calls two predecessors a merger and carries it to like sub-units', () => {
    const units = ['a', 'b', 'c'].map((key) => aCommune(key));
    const records = toSuccessionRecords([anArrow('a', 'c'), anArrow('b', 'c')], units, [aTemplate()]);
    expect(records.map(({ fromKey, toKey, kind }) => `${fromKey} ${toKey} ${kind}`)).toEqual([
      'a c merge',
      'b c merge',
      'a/one-stop c/one-stop merge',
      'b/one-stop c/one-stop merge',
    ]);
  });

  it('calls one predecessor of one successor one to one', () => {
    const records = toSuccessionRecords([anArrow('a', 'b')], [aCommune('a'), aCommune('b')], []);
    expect(records).toMatchObject([{ kind: 'oneToOne', on: change }]);
  });
});
