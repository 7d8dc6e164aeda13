import type { Channel, Doubt, Level, TimeRule } from '../content.ts';
import type { FeeRule, FeeUnit } from '../fee-rule.ts';
import type { ServiceLevel } from '../procedure-record.ts';

/**
 * The words a workbook says our values in: part of the format, not of the screens, so that a file written today is
 * read tomorrow. Reading forgives accents and case.
 */
export const levelWords: Readonly<Record<Level, string>> = {
  ministry: 'Cấp bộ',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  other: 'Cơ quan khác',
};

export const serviceLevelWords: Readonly<Record<ServiceLevel, string>> = {
  full: 'Toàn trình',
  part: 'Một phần',
  information: 'Cung cấp thông tin',
  unknown: 'Chưa rõ',
  level2: 'Mức độ 2',
  level3: 'Mức độ 3',
  level4: 'Mức độ 4',
};

export const channelWords: Readonly<Record<Channel, string>> = {
  online: 'Trực tuyến',
  counter: 'Trực tiếp',
  post: 'Bưu chính',
};

export const agencyWords = {
  named: 'Theo tên',
  residence: 'Cấp xã nơi cư trú',
  site: 'Cấp xã nơi có việc',
  any: 'Cấp xã bất kỳ',
  unit: 'Một đơn vị',
} as const;

export const modeWords = { submit: 'Nộp', present: 'Xuất trình' } as const;

export const timeUnitWords: Readonly<Record<TimeRule['unit'], string>> = {
  'working-days': 'Ngày làm việc',
  'working-hours': 'Giờ làm việc',
  'same-day': 'Trong ngày',
  'calendar-days': 'Ngày',
  'calendar-weeks': 'Tuần',
  'calendar-months': 'Tháng',
};

export const dueAtWords = { 'end-of-day': 'Cuối ngày', 'same-clock-time': 'Đúng giờ' } as const;

export const rollWords = {
  next: 'Ngày làm việc sau',
  previous: 'Ngày làm việc trước',
  none: 'Giữ nguyên',
} as const;

export const feeTypeWords = { fee: 'Phí', charge: 'Lệ phí', unknown: 'Chưa rõ' } as const;

export const feeKindWords: Readonly<Record<FeeRule['kind'], string>> = {
  free: 'Miễn phí',
  fixed: 'Một mức',
  tiered: 'Theo bậc',
};

export const feeUnitWords: Readonly<Record<FeeUnit, string>> = {
  page: 'Trang',
  copy: 'Bản',
  signature: 'Chữ ký',
  document: 'Văn bản',
  item: 'Mục',
};

export const decisionKindWords = {
  ministry: 'Công bố của bộ',
  province: 'Danh mục của tỉnh',
  process: 'Quy trình nội bộ',
  online: 'Danh mục trực tuyến',
  post: 'Danh mục bưu chính',
  interconnection: 'Danh mục liên thông',
  fees: 'Nghị quyết phí, lệ phí',
} as const;

export const changeWords = {
  new: 'Mới ban hành',
  amended: 'Sửa đổi, bổ sung',
  replaced: 'Thay thế',
  abolished: 'Bãi bỏ',
} as const;

export const yesNoWords = { yes: 'Có', no: 'Không' } as const;

export const certaintyWords = { verified: 'Đã đối chiếu', unverified: 'Chưa đối chiếu' } as const;

export const doubtWords: Readonly<Record<Doubt, string>> = {
  'not-checked': 'Chưa ai kiểm tra',
  'implausible-count': 'Số bản vô lý',
  'no-count': 'Không ghi số bản',
  'time-without-unit': 'Thời hạn không có đơn vị',
  'no-time': 'Không ghi thời hạn',
  'implausible-time': 'Thời hạn vô lý',
  'no-agency': 'Không ghi cơ quan',
  'no-fee': 'Không ghi phí',
  'free-by-default': 'Ghi 0 đồng, có thể bỏ trống',
  'fee-without-currency': 'Phí không ghi đơn vị tiền',
  'implausible-fee': 'Mức phí vô lý',
  'foreign-currency': 'Phí bằng ngoại tệ',
  'several-fees': 'Nhiều mức phí trong một ô',
  'several-times': 'Nhiều thời hạn trong một ô',
  'heading-as-case': 'Tiêu đề ghi thành trường hợp',
  'conditional-paper': 'Chỉ cần trong một số trường hợp',
  'glued-text': 'Chữ dính nhau',
  'decided-by-council': 'Do Hội đồng nhân dân quyết định',
};
