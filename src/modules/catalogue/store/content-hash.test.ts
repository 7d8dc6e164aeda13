import { describe, expect, it } from 'vitest';
import { procedureRecord } from '../core/procedure-record.ts';
import { contentHash } from './content-hash.ts';

/** A document as it was written before reductions, post, payment and interconnection were typed. */
const kept = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  sector: 'Hộ tịch',
  levels: ['commune'],
  serviceLevel: 'full',
  routing: { kind: 'here' },
  validFrom: '2025-07-01',
  content: {
    applicants: [],
    competentAgency: { rule: { kind: 'commune', place: 'residence' }, certainty: 'verified', doubts: [] },
    channels: ['online'],
    questions: [],
    cases: [{ key: 'chung', name: 'Trường hợp chung', certainty: 'verified', doubts: [] }],
    components: [{ key: 'to-khai', name: 'Tờ khai', mode: 'submit', certainty: 'verified', doubts: [] }],
    timeLimits: [],
    settledAtCounter: false,
    supplementRequests: 1,
    fees: [
      {
        key: 'le-phi',
        name: 'Lệ phí',
        type: 'charge',
        exemptions: [],
        certainty: 'unverified',
        doubts: ['no-fee'],
      },
    ],
    results: [],
    requirements: [],
    legalBases: [],
    steps: [],
    decisions: [],
    keywords: [],
    sources: [],
  },
};

describe('a document of an older version', () => {
  it('still parses and says the same: an upgrade makes no new version of it', () => {
    const { content, ...header } = procedureRecord.parse(kept);
    expect(content).toEqual(kept.content);
    expect(contentHash({ ...header, content })).toBe('xa0H7GNy9aFxfzq-gWYe05_ZthPbt8sVDkbzBVMpBVw');
  });
});
