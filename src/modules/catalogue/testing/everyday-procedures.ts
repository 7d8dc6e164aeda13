import type { ProcedureRecord } from '../core/procedure-record.ts';
import { aProcedure } from './a-procedure.ts';

/** Names of everyday procedures as published, near neighbours of each other on purpose. */
const named: readonly (readonly [
  code: string,
  name: string,
  sector: string,
  prominence: number,
  keywords?: string[],
])[] = [
  ['1.001193', 'Thủ tục đăng ký khai sinh', 'Hộ tịch', 100, ['giấy khai sinh']],
  ['1.000894', 'Thủ tục đăng ký kết hôn', 'Hộ tịch', 95],
  ['1.004873', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch', 90, ['giấy độc thân']],
  [
    '2.000815',
    'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp',
    'Chứng thực',
    98,
    ['sao y'],
  ],
  ['1.001612', 'Đăng ký thành lập hộ kinh doanh', 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)', 85],
  [
    '1.013225',
    'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
    'Hoạt động xây dựng',
    80,
  ],
  [
    '1.013831',
    'Đăng ký biến động quyền sử dụng đất trong các trường hợp chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất',
    'Đất đai',
    80,
  ],
  ['1.003583', 'Thủ tục đăng ký khai sinh lưu động', 'Hộ tịch', 30],
  ['1.004884', 'Thủ tục đăng ký lại khai sinh', 'Hộ tịch', 30],
  ['2.000528', 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài', 'Hộ tịch', 30],
  ['1.000656', 'Thủ tục đăng ký khai tử', 'Hộ tịch', 60],
  ['2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', 'Hộ tịch', 70],
  ['2.002516', 'Thủ tục xác nhận thông tin hộ tịch', 'Hộ tịch', 0],
  ['1.000253', 'Khai báo tạm trú cho người nước ngoài tại Việt Nam', 'Quản lý xuất nhập cảnh', 30],
  ['1.008603', 'Khai, nộp phí bảo vệ môi trường đối với nước thải', 'Thuế', 30],
];

export function everydayProcedures(): ProcedureRecord[] {
  return named.map(([code, name, sector, prominence, keywords = []]) =>
    aProcedure({
      code,
      name,
      sector,
      prominence,
      content: { keywords, ...(code === '1.001193' ? {} : { results: [] }) },
    }),
  );
}

/** Everyday words for official ones. */
export const synonyms = [
  { phrase: 'sổ đỏ', means: 'quyền sử dụng đất' },
  { phrase: 'sao y bản chính', means: 'chứng thực bản sao' },
  { phrase: 'giấy độc thân', means: 'giấy xác nhận tình trạng hôn nhân' },
];
