import { describe, expect, test } from 'vitest';
import { readRows } from '../../contract.ts';
import type { PerformerPhrase } from './performer-dictionary.ts';
import type { Grid } from './recognise-columns.ts';

const dictionary: readonly PerformerPhrase[] = [
  { phrase: 'Bộ phận Một cửa', says: 'unit', unit: 'oneStop', role: 'oneStopOfficer' },
  { phrase: 'Công chức', says: 'role', role: 'specialist' },
  { phrase: 'Lãnh đạo', says: 'role', role: 'leader' },
  { phrase: 'Văn thư', says: 'role', role: 'recordsClerk' },
];

describe('a pasted table becomes rows', () => {
  test('titles, a line of column numbers, sections and sums are no steps', () => {
    const read = readRows(
      grid(
        ['QUY TRÌNH NỘI BỘ', '<', '<', '<'],
        ['TT', 'Trình tự thực hiện', 'Trách nhiệm', 'Thời gian (ngày)'],
        ['(1)', '(2)', '(3)', '(4)'],
        ['I. Tại xã', '<', '<', '<'],
        ['1', 'Tiếp nhận', 'công chức Bộ phận Một cửa', '0,5'],
        ['2', 'Thẩm định', 'CÔNG CHỨC', '02'],
        ['Tổng cộng', '', '', '2,5'],
      ),
      dictionary,
    );
    expect(read?.rows.map(({ name, hours, performer }) => [name, hours, performer])).toEqual([
      ['Tiếp nhận', 4, { unit: 'oneStop', role: 'oneStopOfficer' }],
      ['Thẩm định', 16, { unit: 'competent', role: 'specialist' }],
    ]);
    expect(read?.skipped).toEqual(['I. Tại xã', 'Tổng cộng']);
  });

  test('a performer merged over rows is everybody’s; a time merged over rows is asked for', () => {
    const read = readRows(
      grid(['Các bước', 'Người thực hiện', 'Thời gian'], ['Dự thảo', 'Công chức', '8 giờ'], ['In', '^', '^']),
      dictionary,
    );
    expect(
      read?.rows.map(({ performer, hours, guessed }) => ({ role: performer?.role, hours, guessed })),
    ).toEqual([
      { role: 'specialist', hours: 8, guessed: ['kind', 'performer'] },
      { role: 'specialist', hours: undefined, guessed: ['kind', 'performer', 'hours'] },
    ]);
  });

  test('a heading of two lines: the first column of times is taken', () => {
    const read = readRows(
      grid(
        ['TT', 'Nội dung công việc', 'Đơn vị', 'Thời gian giải quyết', '<'],
        ['^', '^', '^', 'Quy định', 'Cắt giảm'],
        ['1', 'Ký', 'Lãnh đạo', '4 giờ', '2 giờ'],
      ),
      dictionary,
    );
    expect(read?.rows).toMatchObject([{ name: 'Ký', kind: 'sign', hours: 4 }]);
  });

  test('without headings the columns are known by what stands in them', () => {
    const read = readRows(
      grid(
        ['1', 'Tiếp nhận hồ sơ', 'Bộ phận Một cửa', '2 giờ', 'Giấy hẹn'],
        ['2', 'Đóng dấu', 'Văn thư', '1', ''],
      ),
      dictionary,
    );
    expect(read?.rows).toMatchObject([
      { kind: 'intake', hours: 2, output: 'Giấy hẹn' },
      { kind: 'issue', hours: 1, performerName: 'Văn thư' },
    ]);
  });

  test('keys are made of the work and never taken twice', () => {
    const table = grid(['Nội dung', 'Thời gian'], ['Ký duyệt', '1'], ['Ký duyệt', '1'], ['…', '1']);
    const read = readRows(table, [], new Set(['ky-duyet']));
    expect(read?.rows.map(({ key }) => key)).toEqual(['ky-duyet-2', 'ky-duyet-3', 'buoc']);
  });

  test('who is not known is left to a person, and a table of something else is refused', () => {
    const read = readRows(grid(['Nội dung', 'Người thực hiện'], ['Trình', 'Tổ liên ngành']), dictionary);
    expect(read?.rows[0]).toMatchObject({ performerName: 'Tổ liên ngành', guessed: ['kind', 'hours'] });
    expect(read?.rows[0]).not.toHaveProperty('performer');
    expect(readRows(grid(['Họ tên'], ['An']), dictionary)).toBeUndefined();
  });
});

/** `<` repeats the cell at the left, `^` the one above, as a pasted table tells merged cells. */
function grid(...rows: string[][]): Grid {
  const texts = rows.map((row) => [...row]);
  return rows.map((row, at) =>
    row.map((cell, column) => {
      const line = texts[at] ?? [];
      if (cell === '<') line[column] = line[column - 1] ?? '';
      if (cell === '^') line[column] = texts[at - 1]?.[column] ?? '';
      const text = line[column] ?? '';
      return cell === '<' ? { text, merged: 'across' } : cell === '^' ? { text, merged: 'down' } : { text };
    }),
  );
}
