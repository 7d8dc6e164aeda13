import { expect, test } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { groundFor, type SuspensionGround } from './suspension-ground.ts';

const on = (text: string) => text as PlainDate;

const everywhere: SuspensionGround = {
  ground: 'supplement',
  effect: 'continue',
  status: 5,
  name: 'Chờ bổ sung',
  validFrom: on('2015-05-15'),
  validTo: on('2018-06-21'),
  source: 'QĐ 09/2015',
  certainty: 'reported',
};
const later: SuspensionGround = {
  ...everywhere,
  effect: 'restart',
  validFrom: on('2018-06-21'),
  validTo: undefined,
};
const land: SuspensionGround = { ...later, sector: 'land', effect: 'continue' };
const one: SuspensionGround = { ...later, procedureCode: '1.000001', effect: 'none' };
const grounds = [everywhere, later, land, one];

function effectOn(day: string, sector = 'civil-status', procedureCode = '1.000009') {
  return groundFor(grounds, { ground: 'supplement', sector, procedureCode, on: on(day) })?.effect;
}

test('the regime of the day decides, its first day included and its last excluded', () => {
  expect(effectOn('2018-06-20')).toBe('continue');
  expect(effectOn('2018-06-21')).toBe('restart');
  expect(effectOn('2015-05-14')).toBeUndefined();
});

test('a procedure goes before its sector, a sector before all', () => {
  expect(effectOn('2026-11-26', 'land')).toBe('continue');
  expect(effectOn('2026-11-26', 'land', '1.000001')).toBe('none');
});

test('a ground that no regime knows is none', () => {
  expect(
    groundFor(grounds, { ground: 'holiday', sector: 'land', procedureCode: '1', on: on('2026-11-26') }),
  ).toBeUndefined();
});
