import type { ImportReport } from '../../modules/catalogue/public.ts';

type Doubt = ImportReport['quarantined'][number]['doubt'];
type Reason = ImportReport['wrong'][number]['reason'];

/** What was not believed, as the operator reads it. */
export const doubtWords: Readonly<Record<Doubt, string>> = {
  'not-checked': 'chưa ai kiểm tra',
  'no-count': 'không ghi số lượng bản',
  'implausible-time': 'thời hạn vô lý',
  'decided-by-council': 'mức thu do Hội đồng nhân dân quyết định',
  'implausible-count': 'số lượng bản vô lý',
  'implausible-fee': 'mức phí vô lý',
  'foreign-currency': 'phí bằng ngoại tệ',
  'fee-without-currency': 'phí không ghi đơn vị tiền',
  'several-fees': 'nhiều mức phí trong một ô',
  'free-by-default': 'ghi 0 đồng, có thể là bỏ trống',
  'no-fee': 'không ghi phí, lệ phí',
  'time-without-unit': 'thời hạn không có đơn vị',
  'several-times': 'nhiều thời hạn trong một ô',
  'no-time': 'không ghi thời hạn',
  'no-agency': 'không ghi cơ quan thực hiện',
  'glued-text': 'chữ dính liền nhau',
  'heading-as-case': 'tiêu đề bị ghi thành trường hợp',
  'conditional-paper': 'giấy tờ chỉ cần trong trường hợp nhất định',
};

/** Why a line did not go in. */
export const reasonWords: Readonly<Record<Reason, string>> = {
  'not-json': 'không phải JSON',
  'too-long': 'dòng quá dài',
  'not-a-procedure': 'không đúng dạng thủ tục',
  repeated: 'trùng mã với dòng trước',
};
