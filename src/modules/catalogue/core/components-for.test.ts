import { describe, expect, it } from 'vitest';
import { aProcedure } from '../testing/a-procedure.ts';
import { caseFor } from './case-for.ts';
import { componentsFor } from './components-for.ts';
import { timeLimitFor } from './time-limit-for.ts';

const version = aProcedure({
  content: {
    questions: [
      {
        key: 'noi-sinh',
        text: 'Trẻ sinh ở đâu?',
        options: [
          { key: 'trong-nuoc', text: 'Việt Nam' },
          { key: 'nuoc-ngoai', text: 'Nước ngoài' },
        ],
      },
      {
        key: 'uy-quyen',
        text: 'Có ủy quyền không?',
        options: [
          { key: 'co', text: 'Có' },
          { key: 'khong', text: 'Không' },
        ],
      },
    ],
    cases: [
      {
        key: 'tai-viet-nam',
        name: 'Sinh tại Việt Nam',
        when: [{ question: 'noi-sinh', in: ['trong-nuoc'] }],
        certainty: 'verified',
      },
      {
        key: 'o-nuoc-ngoai',
        name: 'Sinh ở nước ngoài',
        when: [{ question: 'noi-sinh', in: ['nuoc-ngoai'] }],
        certainty: 'verified',
      },
    ],
    components: [
      {
        key: 'chung-sinh',
        name: 'Giấy chứng sinh',
        mode: 'submit',
        cases: ['tai-viet-nam'],
        certainty: 'verified',
      },
      {
        key: 'to-khai',
        name: 'Tờ khai',
        mode: 'submit',
        channels: ['counter', 'post'],
        certainty: 'verified',
      },
      {
        key: 'uy-quyen',
        name: 'Văn bản ủy quyền',
        mode: 'submit',
        condition: { text: 'khi ủy quyền', when: [{ question: 'uy-quyen', in: ['co'] }] },
        certainty: 'verified',
      },
      {
        key: 'cu-tru',
        name: 'Giấy tờ cư trú',
        mode: 'present',
        condition: { text: 'khi không tra cứu được' },
        certainty: 'verified',
      },
      { key: 'khac', name: 'Giấy tờ khác', mode: 'submit', originals: 1, doubts: ['heading-as-case'] },
    ],
    timeLimits: [
      { rule: { unit: 'working-days', amount: 5 }, certainty: 'verified' },
      { cases: ['tai-viet-nam'], rule: { unit: 'same-day', cutOff: '15:00' }, certainty: 'verified' },
      { channels: ['online'], rule: { unit: 'working-days', amount: 3 }, certainty: 'verified' },
    ],
  },
});

function needs(caseKey: string, answers = {}, channel?: 'online' | 'counter') {
  return componentsFor(version, caseKey, answers, channel).map(
    ({ component, need }) => `${component.key} ${need}`,
  );
}

describe('componentsFor', () => {
  it('lists the papers of the case, those nobody has answered for as conditional', () => {
    expect(needs('tai-viet-nam')).toEqual([
      'chung-sinh required',
      'to-khai required',
      'uy-quyen conditional',
      'cu-tru conditional',
      'khac unverified',
    ]);
  });

  it('decides by the answers and the channel', () => {
    expect(needs('o-nuoc-ngoai', { 'uy-quyen': 'khong' }, 'online')).toEqual([
      'cu-tru conditional',
      'khac unverified',
    ]);
    expect(needs('o-nuoc-ngoai', { 'uy-quyen': 'co' }, 'online')).toContain('uy-quyen required');
  });

  it('never demands an unverified paper', () => {
    expect(needs('tai-viet-nam', { 'uy-quyen': 'co' })).toContain('khac unverified');
  });
});

describe('caseFor', () => {
  it('finds the case the answers lead to and none before', () => {
    expect(caseFor(version, {})).toBeUndefined();
    expect(caseFor(version, { 'noi-sinh': 'nuoc-ngoai' })?.key).toBe('o-nuoc-ngoai');
    expect(caseFor(aProcedure(), {})?.key).toBe('chung');
  });
});

describe('timeLimitFor', () => {
  it('prefers the limit of the case, then of the channel', () => {
    expect(timeLimitFor(version, 'tai-viet-nam', 'online')?.rule?.unit).toBe('same-day');
    expect(timeLimitFor(version, 'o-nuoc-ngoai', 'online')?.rule?.amount).toBe(3);
    expect(timeLimitFor(version, 'o-nuoc-ngoai', 'counter')?.rule?.amount).toBe(5);
  });
});
