import { describe, expect, it } from 'vitest';
import { parsePlainDate } from '../../kernel/plain-date.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { toSuccessionRecords, toUnitRecords } from './unit-records.ts';
import { isValidOn, overlaps } from './vocabulary.ts';

const data = await loadReferenceData('data');
const units = toUnitRecords(data.units, data.unitTemplates);
const successions = toSuccessionRecords(data.successions, data.units, data.unitTemplates);
const spansOf = Map.groupBy(units, (unit) => unit.key);

function countOn(day: string, kind: string, root: string) {
  const on = parsePlainDate(day);
  if (!on) throw new Error(day);
  const existing = units.filter((unit) => isValidOn(unit, on));
  const parentOf = new Map(existing.map((unit) => [unit.key, unit.parentKey]));
  const isBelow = (key: string | undefined): boolean =>
    key !== undefined && (key === root || isBelow(parentOf.get(key)));
  return existing.filter((unit) => unit.kind === kind && isBelow(unit.key)).length;
}

describe('the units shipped', () => {
  it.each([
    ['2019-06-01', 'district', 'tinh-tay-ninh.2016', 9],
    ['2019-06-01', 'commune', 'tinh-tay-ninh.2016', 95],
    ['2020-02-01', 'commune', 'tinh-tay-ninh.2016', 94],
    ['2025-06-30', 'district', 'tinh-tay-ninh.2016', 9],
    ['2025-06-30', 'commune', 'tinh-tay-ninh.2016', 94],
    ['2025-06-30', 'district', 'tinh-long-an', 15],
    ['2025-06-30', 'commune', 'tinh-long-an', 186],
    ['2025-07-01', 'district', 'tinh-tay-ninh', 0],
    ['2025-07-01', 'commune', 'tinh-tay-ninh', 96],
    ['2026-11-22', 'commune', 'tinh-tay-ninh', 96],
    ['2026-11-22', 'oneStop', 'tinh-tay-ninh', 97],
    ['2026-11-22', 'section', 'tinh-tay-ninh', 288],
  ])('on %s there are so many of kind %s below %s: %i', (day, kind, root, count) => {
    expect(countOn(day, kind, root)).toBe(count);
  });

  it('have spans that do not overlap and end after they begin', () => {
    for (const spans of spansOf.values()) {
      for (const [index, span] of spans.entries()) {
        expect(span.validTo === undefined || span.validFrom < span.validTo, span.key).toBe(true);
        const clash = spans.slice(index + 1).find((other) => overlaps(span, other));
        expect(clash?.key).toBeUndefined();
      }
    }
  });

  it('have a parent on every day they exist', () => {
    const orphans = units.filter((unit) => {
      const parents = unit.parentKey === undefined ? [unit] : (spansOf.get(unit.parentKey) ?? []);
      const last = unit.validTo;
      return !parents.some(
        (parent) =>
          isValidOn(parent, unit.validFrom) &&
          (parent.validTo === undefined || (last !== undefined && last <= parent.validTo)),
      );
    });
    expect(orphans.map((unit) => unit.key)).toEqual([]);
  });

  it('carry a GSO code at most once on a day', () => {
    const coded = Map.groupBy(
      units.filter((unit) => unit.gsoCode),
      (unit) => `${unit.gsoCode} ${unit.kind}`,
    );
    const clashes = [...coded.values()].flatMap((same) =>
      same.filter((unit, index) => same.slice(index + 1).some((other) => overlaps(unit, other))),
    );
    expect(clashes.map((unit) => unit.key)).toEqual([]);
  });

  it('are called as officials call them', () => {
    const names = (key: string) => spansOf.get(key)?.map((unit) => unit.name);
    expect(names('phuong-tan-ninh')).toEqual(['Ủy ban nhân dân phường Tân Ninh']);
    expect(names('phuong-tan-ninh/one-stop')).toEqual(['Trung tâm Phục vụ hành chính công phường Tân Ninh']);
    expect(names('phuong-tan-ninh/economy')).toEqual(['Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Ninh']);
    expect(names('xa-tan-bien/economy')).toEqual(['Phòng Kinh tế xã Tân Biên']);
    expect(names('xa-phan.duong-minh-chau/one-stop')).toEqual(['Bộ phận Tiếp nhận và Trả kết quả xã Phan']);
  });
});

describe('the successions shipped', () => {
  it('close the predecessor on the first day of the successor', () => {
    for (const arrow of successions) {
      const predecessor = spansOf.get(arrow.fromKey)?.some((span) => span.validTo === arrow.on);
      const successor = spansOf.get(arrow.toKey)?.some((span) => isValidOn(span, arrow.on));
      expect(predecessor && successor, `${arrow.fromKey} -> ${arrow.toKey}`).toBe(true);
    }
  });

  it('lead on from every unit that has ended', () => {
    const withSuccessor = new Set(successions.map((arrow) => arrow.fromKey));
    const ended = [...spansOf].filter(([, spans]) => spans.every((span) => span.validTo !== undefined));
    expect(ended.map(([key]) => key).filter((key) => !withSuccessor.has(key))).toEqual([]);
  });

  it('name the part wherever a unit was split', () => {
    const splits = [...Map.groupBy(successions, (arrow) => arrow.fromKey).values()].filter(
      (arrows) => arrows.length > 1,
    );
    expect(splits.flat().filter((arrow) => arrow.kind !== 'split' || arrow.part === undefined)).toEqual([]);
  });

  it('know the reorganisation of 2020', () => {
    const predecessorsOf = (key: string) =>
      successions.filter((arrow) => arrow.toKey === key).map((arrow) => arrow.fromKey);
    expect(predecessorsOf('xa-phuoc-binh.trang-bang')).toEqual([
      'xa-binh-thanh.trang-bang',
      'xa-phuoc-luu.trang-bang',
    ]);
    expect(predecessorsOf('thi-xa-hoa-thanh')).toEqual(['huyen-hoa-thanh']);
    expect(predecessorsOf('phuong-long-hoa.hoa-thanh')).toEqual(['thi-tran-hoa-thanh.hoa-thanh']);
  });

  it('hand a district one-stop to those of the communes after it', () => {
    const after = successions.filter((arrow) => arrow.fromKey === 'huyen-ben-cau/one-stop');
    expect(after.map((arrow) => arrow.toKey)).toEqual([
      'xa-ben-cau/one-stop',
      'xa-long-chu/one-stop',
      'xa-long-thuan/one-stop',
    ]);
  });
});
