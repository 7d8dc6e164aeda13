/** One column of the sheet of people: its header is its name in the file. */
export interface PeopleColumn {
  readonly header: string;
  /** What belongs into it: the line of the legend. */
  readonly about: string;
  readonly required?: true;
  readonly width?: number;
  /** Longest text taken. */
  readonly most: number;
}

/** The sheet that is filled in, and those that help with it. */
export const peopleSheets = { people: 'Người dùng', units: 'Đơn vị', legend: 'Cách ghi' } as const;

/** Every column in the order of the template; reading finds them by header, in any order. */
export const peopleColumns = {
  login: {
    header: 'Tên đăng nhập',
    about:
      'Từ 3 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối. Một người nhiều chức danh: nhiều dòng cùng tên đăng nhập.',
    required: true,
    width: 24,
    most: 60,
  },
  name: {
    header: 'Họ và tên',
    about: 'Như trong quyết định. Người đã có tài khoản: đúng tên đang ghi trên hệ thống.',
    required: true,
    width: 28,
    most: 120,
  },
  unit: {
    header: 'Đơn vị',
    about: 'Chọn trong danh sách, hoặc gõ tên đầy đủ, tên ngắn hay mã ở sheet Đơn vị.',
    required: true,
    width: 46,
    most: 300,
  },
  role: { header: 'Vai trò', about: 'Chọn trong danh sách.', required: true, width: 28, most: 60 },
  title: {
    header: 'Chức danh',
    about: 'Ví dụ: Chuyên viên, Phó Chủ tịch.',
    required: true,
    width: 26,
    most: 120,
  },
  lines: {
    header: 'Dòng ký',
    about:
      'Các dòng in trên chữ ký, mỗi dòng một hàng trong ô (Alt+Enter), nhiều nhất 4. Để trống nếu không ký văn bản.',
    width: 26,
    most: 500,
  },
  from: { header: 'Từ ngày', about: 'Ngày/tháng/năm đầu tiên giữ chức danh.', required: true, most: 30 },
  lastOn: { header: 'Đến ngày', about: 'Ngày cuối. Để trống nếu chưa có ngày kết thúc.', most: 30 },
  phone: { header: 'Điện thoại', about: 'Chỉ dùng khi tạo tài khoản mới.', width: 16, most: 30 },
  email: { header: 'Thư điện tử', about: 'Chỉ dùng khi tạo tài khoản mới.', width: 26, most: 120 },
} as const satisfies Record<string, PeopleColumn>;

export type PeopleKey = keyof typeof peopleColumns;

/** Columns with their keys, in the order of the template. */
export const peopleColumnList = Object.entries(peopleColumns) as readonly (readonly [
  PeopleKey,
  PeopleColumn,
])[];
