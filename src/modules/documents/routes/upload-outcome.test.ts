import { describe, expect, it } from 'vitest';
import { acceptedFiles, readUploadOutcome, withUploadOutcome } from '../contract.ts';
import { fileTypes } from '../core/file-types.ts';

describe('upload outcome in an address', () => {
  it.each([
    { kind: 'kept', count: 2 },
    { kind: 'refused', type: 'documents.mislabelled', params: { name: 'ảnh & "giấy".pdf', actual: 'JPG' } },
  ] as const)('comes back as it went: %j', (outcome) => {
    const address = withUploadOutcome('/ban-khai/1/giay-to?x=1#giay-chung-sinh', outcome);
    expect(address).toMatch(/^\/ban-khai\/1\/giay-to\?x=1&.*#giay-chung-sinh$/);
    expect(readUploadOutcome(new URL(address, 'http://x').searchParams)).toEqual(outcome);
  });

  it('is absent from other addresses', () => {
    expect(readUploadOutcome(new URLSearchParams('loi=<script>&q=1'))).toBeUndefined();
    expect(readUploadOutcome(new URLSearchParams(''))).toBeUndefined();
  });
});

it('offers the file field what the server lets in', () => {
  const offered = acceptedFiles.split(',');
  for (const type of fileTypes) expect(offered).toContain(`.${type.extensions[0]}`);
});
