import { expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ownerFaults, proofFaults } from './representing.ts';
import { representationPaper } from './wire/representation.ts';

const attorney = { capacity: 'authorised', document: 'Giấy ủy quyền' } as const;
const today = '2026-11-26' as PlainDate;
const owner = { name: 'Lê Văn Út Mười', identityNumber: '072058999004' };

it('lets nobody represent themselves', () => {
  const faults = (number?: string) =>
    ownerFaults({ owner, representation: attorney }, number, '/represented', today);
  expect(faults('072058999004')).toEqual([
    { pointer: '/represented/owner/identityNumber', type: 'dossiers.owner-is-submitter' },
  ]);
  expect(faults('072195999001')).toEqual([]);
  expect(faults()).toEqual([]);
});

it('wants the tax code of an organisation, and of nobody else', () => {
  const office = { capacity: 'organisation', document: 'Quyết định bổ nhiệm' } as const;
  const firm = { name: 'Công ty TNHH Vàm Cỏ' };
  expect(ownerFaults({ owner: firm, representation: office }, undefined, '', today)).toEqual([
    { pointer: '/owner/taxCode', type: 'dossiers.tax-code-missing' },
  ]);
  expect(
    ownerFaults({ owner: { ...firm, taxCode: '3900999001' }, representation: office }, undefined, '', today),
  ).toEqual([]);
});

it.each([
  ['2026-11-26', []],
  ['2026-11-27', [{ pointer: '/representation/issuedOn', type: 'dossiers.document-in-future' }]],
])('takes a paper issued on %s only once that day has come', (issuedOn, faults) => {
  const representation = { ...attorney, issuedOn: issuedOn as PlainDate };
  expect(ownerFaults({ owner, representation }, undefined, '', today)).toEqual(faults);
});

it('wants the scan of the paper, under its own place', () => {
  const represented = { owner, representation: attorney };
  expect(proofFaults(represented, new Set(['giay-chung-sinh']))).toEqual([
    {
      pointer: '/components/@dai-dien',
      type: 'dossiers.component-missing',
      params: { name: 'Giấy ủy quyền' },
    },
  ]);
  expect(proofFaults(represented, new Set([representationPaper]))).toEqual([]);
  expect(proofFaults(undefined, new Set())).toEqual([]);
});
