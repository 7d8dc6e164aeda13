import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPerformer, readRows } from '../../modules/process/contract.ts';
import { parsePerformers, toPerformerPhrase } from './performers.ts';

const path = 'data/process/performers.csv';
const dictionary = parsePerformers({ path, text: readFileSync(path, 'utf8') }).map(({ row }) =>
  toPerformerPhrase(row),
);

describe('the words for performers', () => {
  it.each([
    ['Công chức Một cửa', 'oneStop', 'oneStopOfficer'],
    ['TTPVHCC / công chức TP-HT', { section: 'office' }, 'specialist'],
    ['Trung tâm Phục vụ hành chính công cấp xã', 'oneStop', 'oneStopOfficer'],
    ['Viên chức Trung tâm Phục vụ hành chính công tỉnh', 'oneStop', 'oneStopOfficer'],
    ['Chuyên viên', 'competent', 'specialist'],
    [
      'Chuyên viên Phòng Kinh tế (xã) hoặc Phòng Kinh tế, Hạ tầng và Đô thị (phường)',
      { section: 'economy' },
      'specialist',
    ],
    ['Lãnh đạo phòng chuyên môn', 'competent', 'headOfSection'],
    ['Phó Trưởng phòng Kinh tế', { section: 'economy' }, 'headOfSection'],
    ['Văn thư', 'competent', 'recordsClerk'],
    ['Chi nhánh VPĐKĐĐ', 'competent', 'specialist'],
    ['LÃNH ĐẠO CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'competent', 'leader'],
    ['Giám đốc CN/VPĐKĐĐ', 'competent', 'leader'],
    ['Chủ tịch/PCT UBND', 'competent', 'leader'],
    ['Chuyên viên Văn phòng UBND tỉnh', { agency: 'van-phong-ubnd-tinh' }, 'specialist'],
  ])('%s', (cell, unit, role) => {
    expect(readPerformer(dictionary, cell)).toEqual({ kind: 'performer', performer: { unit, role } });
  });

  it('knows who is waited for, and says when it knows nobody', () => {
    const suspension = { ground: 'financial-duty', status: 6 };
    expect(readPerformer(dictionary, 'Thuế cơ sở')).toEqual({
      kind: 'wait',
      wait: { message: 'tax-notice', suspension },
    });
    expect(readPerformer(dictionary, 'Chủ hồ sơ')).toMatchObject({
      kind: 'wait',
      wait: { message: 'tax-paid' },
    });
    expect(readPerformer(dictionary, 'Tổ liên ngành')).toEqual({ kind: 'unknown' });
    expect(readPerformer(dictionary, '')).toEqual({ kind: 'unknown' });
  });
});

it('reads the nine steps of a land transfer as a decision prints them', () => {
  const table = [
    ['TT', 'Nội dung công việc', 'Người thực hiện', 'Thời gian (giờ)', 'Biểu mẫu/Kết quả'],
    ['1', 'Tiếp nhận, quét, chuyển hồ sơ giấy', 'TTPVHCC', '04', 'Phiếu bàn giao'],
    ['2', 'Thẩm tra hồ sơ, trích lục, kiểm tra ngăn chặn, thế chấp', 'Viên chức CN VPĐKĐĐ', '02 ngày', ''],
    [
      '3',
      'Lập, ký Phiếu chuyển thông tin để xác định nghĩa vụ tài chính',
      'Lãnh đạo CN VPĐKĐĐ',
      '08',
      'Phiếu chuyển',
    ],
    ['4', 'Xác định nghĩa vụ tài chính, ra thông báo thuế', 'Thuế cơ sở', '05 ngày làm việc', 'Thông báo'],
    ['5', 'Nộp thuế, lệ phí trước bạ', 'Chủ hồ sơ', '', 'Chứng từ'],
    ['6', 'Chỉnh lý hồ sơ địa chính; in Giấy chứng nhận', 'Viên chức CN VPĐKĐĐ', '16', 'Giấy chứng nhận'],
    ['7', 'Ký Giấy chứng nhận', 'Giám đốc CN VPĐKĐĐ', '1,5 ngày', ''],
    ['8', 'Đóng dấu, vào sổ cấp GCN, quét kết quả', 'Văn thư', '08', ''],
    ['9', 'Thu phí, thu lại bản gốc, trả kết quả', 'TTPVHCC hoặc BCCI', '0', ''],
  ];
  const read = readRows(
    table.map((row) => row.map((text) => ({ text }))),
    dictionary,
  );
  expect(
    read?.rows.map(({ kind, hours, performer, wait }) => [kind, hours, performer?.role ?? wait?.message]),
  ).toEqual([
    ['intake', 4, 'oneStopOfficer'],
    ['work', 16, 'specialist'],
    ['work', 8, 'leader'],
    ['wait', 40, 'tax-notice'],
    ['wait', undefined, 'tax-paid'],
    ['work', 16, 'specialist'],
    ['sign', 12, 'leader'],
    ['issue', 8, 'recordsClerk'],
    ['return', 0, 'oneStopOfficer'],
  ]);
});
