import { expect, it } from 'vitest';
import { startWarnings } from './start-warnings.ts';

it('warns in production that uploads are not scanned, and nowhere else', () => {
  const clamd = { address: { host: 'clamd', port: 3310 }, openWaiting: false };
  expect(startWarnings({ mode: 'production', clamd: undefined })).toEqual([
    expect.stringContaining('MOTCUA_CLAMD'),
  ]);
  expect(startWarnings({ mode: 'production', clamd })).toEqual([]);
  expect(startWarnings({ mode: 'demo', clamd: undefined })).toEqual([]);
});
