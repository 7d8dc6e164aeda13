import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { canonicalJson, differingParts } from './differing-parts.ts';
import type { ProcedureVersion } from './procedure-version.ts';

const record = aProcedure({ content: { keywords: ['giấy khai sinh'] } });
const ours: ProcedureVersion = {
  id: '01a20000-0000-7000-8000-000000000000' as Id<'procedureVersion'>,
  code: record.code,
  name: record.name,
  sector: record.sector,
  levels: record.levels,
  serviceLevel: record.serviceLevel,
  routing: record.routing,
  validFrom: record.validFrom as PlainDate,
  origin: 'shipped',
  number: 1,
  contentHash: '',
  publishedAt: new Date(0),
  content: record.content,
};

describe('differingParts', () => {
  it('finds none in the same text', () => {
    expect(differingParts(ours, record, 'shipped')).toEqual([]);
  });

  it('names the parts, in the header and in the content', () => {
    const theirs = aProcedure({ name: 'Khác', content: { keywords: [], applicants: ['Công dân'] } });
    expect(differingParts(ours, theirs, 'shipped')).toEqual([
      'name',
      'content.applicants',
      'content.keywords',
    ]);
  });

  it('does not count what an import never says', () => {
    const theirs = aProcedure({
      serviceLevel: 'unknown',
      content: { keywords: [], applicants: ['Công dân'] },
    });
    expect(differingParts(ours, theirs, 'imported')).toEqual(['content.applicants']);
  });

  it('does not mind the order of keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 0 })).toBe(canonicalJson({ a: 0, b: [{ c: 2, d: 1 }] }));
  });
});
