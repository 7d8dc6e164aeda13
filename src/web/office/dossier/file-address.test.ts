import { expect, it } from 'vitest';
import { hasClosedFile } from './file-address.ts';

const [file, letter] = [
  { fileId: '1', name: 'a.pdf', mediaType: 'application/pdf', size: 1 },
  { fileId: '2', form: 'receipt', requestedAt: '2026-11-27T00:00:00Z' },
] as const;
const shut = { papers: true, letters: true, results: true };
const open = { papers: false, letters: false, results: false };

it.each([
  ['nothing there', shut, [], [], false],
  ['papers shut', shut, [file], [], true],
  ['letters shut', shut, [], [letter], true],
  ['letters open, no papers', { ...shut, letters: false }, [], [letter], false],
  ['everything open', open, [file], [letter], false],
] as const)('a dossier with %s', (_, closed, files, letters, told) => {
  expect(hasClosedFile({ closed, files, letters })).toBe(told);
});
