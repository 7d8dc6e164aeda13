import { expect, it } from 'vitest';
import { procedureContent } from './content.ts';
import { resultTypes } from './result-types.ts';

it('names a result by its national code, and by its place where none is known', () => {
  const content = procedureContent.parse({
    competentAgency: { rule: { kind: 'named' }, certainty: 'verified', doubts: [] },
    cases: [{ key: 'chung', name: 'Trường hợp chung', certainty: 'verified', doubts: [] }],
    results: [
      { name: 'Giấy khai sinh', code: 'KQ.G15.000031', certainty: 'verified', doubts: [] },
      { name: 'Quyết định hỗ trợ', certainty: 'verified', doubts: [] },
    ],
  });
  expect(resultTypes({ code: '1.001731', content })).toEqual([
    { code: 'KQ.G15.000031', name: 'Giấy khai sinh' },
    { code: '1.001731/2', name: 'Quyết định hỗ trợ' },
  ]);
});
