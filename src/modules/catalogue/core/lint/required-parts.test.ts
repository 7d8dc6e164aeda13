import { expect, it } from 'vitest';
import { hasText } from '../../../../texts/translate.ts';
import { aProcedure } from '../../testing/a-procedure.ts';
import { contentParts, missingParts } from './required-parts.ts';

it('demands the parts that the rules name, and no other', () => {
  const { content } = aProcedure({ content: { steps: [{ name: 'Tiếp nhận' }] } });
  expect(missingParts(content, ['channels', 'steps', 'results', 'agency'])).toEqual([]);
  expect(
    missingParts(content, ['components', 'legalBases']).map(({ type, pointer }) => [type, pointer]),
  ).toEqual([
    ['part-missing.components', '/content/components'],
    ['part-missing.legalBases', '/content/legalBases'],
  ]);
  expect(missingParts(content, contentParts).length).toBeGreaterThan(2);
});

it('has a sentence for every part', () => {
  expect(contentParts.filter((name) => !hasText(`catalogue.lint.part-missing.${name}`))).toEqual([]);
});
