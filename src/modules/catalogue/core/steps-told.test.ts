import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { compile, type ProcessTable, type ProcessVersion } from '../../process/public.ts';
import { stepsTold } from './steps-told.ts';

const day = parsePlainDate('2026-01-01');
if (!day) throw new Error('no day');

const officer = { unit: 'oneStop', role: 'oneStopOfficer' } as const;
const table: ProcessTable = {
  steps: [
    { key: 'nhan', name: 'Tiếp nhận', kind: 'intake', performer: officer, hours: 2 },
    {
      key: 'tham-dinh',
      name: 'Thẩm định',
      kind: 'work',
      performer: { unit: { section: 'economy' }, role: 'specialist' },
      hours: 6,
    },
    { key: 'tra', name: 'Trả kết quả', kind: 'return', performer: officer, hours: 0 },
  ],
};

function running(of: ProcessTable): ProcessVersion {
  const graph = compile(of);
  if (!graph.ok || !day) throw new Error('does not compile');
  return {
    id: '018f0000-0000-7000-8000-000000000001' as Id<'processVersion'>,
    code: 'mau',
    version: 1,
    name: 'Quy trình mẫu',
    table: of,
    graph: graph.value,
    validFrom: day,
    source: 'thực tiễn',
    certainty: 'practice',
  };
}

describe('stepsTold', () => {
  it('tells what was published while no process runs', () => {
    const published = [{ name: 'Tiếp nhận', performer: 'Một cửa', hours: 4 }];
    expect(stepsTold(published, undefined)).toEqual({ steps: published });
  });

  it('takes order and hours from the process that runs, and the words of the decision', () => {
    const told = stepsTold(
      [{ name: 'Tiếp nhận', performer: 'Trung tâm', nameEn: 'Receive', hours: 4 }],
      running(table),
    );
    expect(told.steps.map(({ name, hours }) => [name, hours])).toEqual([
      ['Tiếp nhận', 2],
      ['Thẩm định', 6],
      ['Trả kết quả', 0],
    ]);
    expect(told.steps[0]).toMatchObject({ performer: 'Trung tâm', nameEn: 'Receive' });
    expect(told.steps[1]).toMatchObject({ performedBy: { unit: 'section', role: 'specialist' } });
    expect(told.running).toMatchObject({ name: 'Quy trình mẫu', certainty: 'practice' });
  });

  it('keeps the published waits behind their step, and not those of another process', () => {
    const wait = { name: 'Nộp thuế', performer: 'Chủ hồ sơ' };
    const published = [{ name: 'Thẩm định', hours: 6 }, wait, { name: 'Ký', hours: 2 }];
    expect(stepsTold(published, running(table)).steps.map((step) => step.name)).toEqual([
      'Tiếp nhận',
      'Thẩm định',
      'Nộp thuế',
      'Trả kết quả',
    ]);
    const withWait: ProcessTable = {
      steps: [
        ...table.steps.slice(0, 2),
        { key: 'cho', name: 'Chờ thuế', kind: 'wait', wait: { message: 'tax-notice' } },
        ...table.steps.slice(2),
      ],
    };
    expect(stepsTold(published, running(withWait)).steps.map((step) => step.name)).not.toContain('Nộp thuế');
  });
});
