import { expect, it } from 'vitest';
import { isUuid } from '../../kernel/id.ts';
import { formRequestId } from './request-id.tsx';

const seed = '019a0000-0000-7000-8000-0000000000ff';

it('gives each form of a page load its own id', () => {
  const ids = ['accept', 'refuse', 'accept-2'].map((form) => formRequestId(seed, form));
  expect(ids.every(isUuid)).toBe(true);
  expect(new Set(ids).size).toBe(3);
  expect(formRequestId(seed, 'accept')).toBe(ids[0]);
});

it('differs between page loads', () => {
  expect(formRequestId('019a0000-0000-7000-8000-0000000000fe', 'accept')).not.toBe(
    formRequestId(seed, 'accept'),
  );
});
