import { expect, test } from 'vitest';
import { refuse, refuseField } from './result.ts';

test('a refusal at one field says the same of the whole and of the field', () => {
  const params = { most: 5 };
  expect(refuseField('/amount', 'dossiers.extension-too-long', { kind: 'conflict', params })).toEqual(
    refuse('conflict', 'dossiers.extension-too-long', {
      params,
      fields: [{ pointer: '/amount', type: 'dossiers.extension-too-long', params }],
    }),
  );
});

test('a refusal at one field is of what was sent unless it says otherwise', () => {
  expect(refuseField('/note', 'dossiers.reason-needed')).toEqual(
    refuse('invalid', 'dossiers.reason-needed', {
      fields: [{ pointer: '/note', type: 'dossiers.reason-needed' }],
    }),
  );
});
