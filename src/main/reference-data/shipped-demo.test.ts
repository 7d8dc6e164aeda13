import { describe, expect, it } from 'vitest';
import { toDemoCitizens, toDemoOfficers } from './demo-records.ts';
import { loadDemoPeople, loadReferenceData } from './load-reference-data.ts';
import { toUnitRecords } from './unit-records.ts';
import { isValidOn } from './vocabulary.ts';

const data = await loadReferenceData('data');
const demo = await loadDemoPeople('data');
const units = toUnitRecords(data.units, data.unitTemplates);
const sexAndCentury = { male: { 19: '0', 20: '2' }, female: { 19: '1', 20: '3' } };

describe('the fictional people shipped', () => {
  it('hold posts in units that exist from the first day of the post', () => {
    const lost = demo.officers.filter(
      (row) => !units.some((unit) => unit.key === row.unit && isValidOn(unit, row.postFrom)),
    );
    expect(lost.map((row) => row.login)).toEqual([]);
  });

  it('fill every role at the first ward', () => {
    const roles = demo.officers
      .filter((row) => row.unit.startsWith('phuong-tan-ninh'))
      .map((row) => row.role);
    expect(new Set(roles)).toEqual(
      new Set([
        'oneStopOfficer',
        'specialist',
        'headOfSection',
        'leader',
        'recordsClerk',
        'postOfficeOfficer',
        'helper',
      ]),
    );
  });

  it('share no login, telephone or identity number', () => {
    const people = [...toDemoOfficers(demo.officers), ...demo.citizens].length;
    const phones = new Set([...demo.officers, ...demo.citizens].map((row) => row.phone));
    expect(phones.size).toBe(people);
    const numbers = demo.citizens.flatMap((row) => row.identityNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(demo.citizens.map((row) => row.techId)).size).toBe(demo.citizens.length);
  });

  it('carry identity numbers that fit sex and year of birth', () => {
    for (const { identityNumber, gender, birthDate } of demo.citizens) {
      const century = birthDate.startsWith('19') ? 19 : 20;
      const fitting = sexAndCentury[gender][century] + birthDate.slice(2, 4);
      expect(identityNumber?.slice(3, 6) ?? fitting).toBe(fitting);
    }
  });

  it('are handed over as identity takes them', () => {
    expect(toDemoOfficers(demo.officers).find((officer) => officer.login === 'phochutich.tanninh')).toEqual({
      login: 'phochutich.tanninh',
      name: 'Lâm Thị Bích Vân',
      posts: [
        {
          unitKey: 'phuong-tan-ninh',
          role: 'leader',
          title: 'Phó Chủ tịch',
          from: '2025-07-01',
          signatureLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        },
      ],
    });
    expect(toDemoCitizens(demo.citizens)[0]).toMatchObject({ techId: 'demo-0001', gender: 'female' });
  });
});
