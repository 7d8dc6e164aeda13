import type { SheetKey } from './sheet-names.ts';
import {
  agencyWords,
  certaintyWords,
  changeWords,
  channelWords,
  decisionKindWords,
  doubtWords,
  dueAtWords,
  feeKindWords,
  feeTypeWords,
  feeUnitWords,
  levelWords,
  modeWords,
  rollWords,
  serviceLevelWords,
  timeUnitWords,
  yesNoWords,
} from './words.ts';

/** One column of a sheet: its header is its name in the file. */
export interface ColumnDef {
  readonly header: string;
  /** What belongs into it: the line of the legend. */
  readonly about: string;
  readonly required?: true;
  /** The only words it takes. */
  readonly words?: Readonly<Record<string, string>>;
  /** Several words or lines in one cell. */
  readonly many?: true;
  readonly width?: number;
}

const code = {
  header: 'Mã thủ tục',
  about: 'Mã quốc gia, ví dụ 1.001193. Để trống ở các sheet sau: cùng thủ tục với dòng trên.',
  required: true,
  width: 14,
} as const satisfies ColumnDef;

const cases = {
  header: 'Trường hợp',
  about: 'Mã hoặc tên trường hợp ở sheet Trường hợp, mỗi dòng một trường hợp. Để trống: mọi trường hợp.',
  many: true,
  width: 24,
} as const satisfies ColumnDef;

const channels = {
  header: 'Kênh',
  about: 'Chỉ áp dụng cho kênh này. Để trống: mọi kênh.',
  words: channelWords,
  many: true,
} as const satisfies ColumnDef;

const note = { header: 'Ghi chú', about: 'Ghi chú cho người dân.', width: 30 } as const satisfies ColumnDef;

const assurance = {
  certainty: {
    header: 'Đối chiếu',
    about: 'Để trống: đã đối chiếu, trừ khi phần mềm thấy dấu hiệu sai.',
    words: certaintyWords,
    width: 16,
  },
  doubts: {
    header: 'Lý do chưa đối chiếu',
    about: 'Vì sao chưa đối chiếu, mỗi dòng một lý do.',
    words: doubtWords,
    many: true,
    width: 26,
  },
} as const satisfies Record<string, ColumnDef>;

/** Every column of every sheet, in the order they are written; reading finds them by header, in any order. */
export const columns = {
  procedures: {
    code: { ...code, about: 'Mã quốc gia, ví dụ 1.001193. Ghi dạng chữ; mỗi mã một dòng.' },
    name: { header: 'Tên thủ tục', about: 'Đúng tên trong quyết định công bố.', required: true, width: 60 },
    shortName: { header: 'Tên ngắn', about: 'Tên thường gọi, khi tên đầy đủ dài.', width: 30 },
    sector: { header: 'Lĩnh vực', about: 'Ví dụ: Hộ tịch.', required: true, width: 24 },
    ministry: { header: 'Bộ, ngành', about: 'Bộ quản lý ngành.', width: 24 },
    levels: {
      header: 'Cấp thực hiện',
      about: 'Một hoặc nhiều cấp.',
      required: true,
      words: levelWords,
      many: true,
    },
    serviceLevel: { header: 'Mức trực tuyến', about: 'Để trống: chưa rõ.', words: serviceLevelWords },
    validFrom: { header: 'Áp dụng từ ngày', about: 'Ngày/tháng/năm. Để trống: ngày nhập.', width: 16 },
    agency: {
      header: 'Cơ quan có thẩm quyền',
      about: 'Tên cơ quan quyết định, như người dân đọc.',
      width: 40,
    },
    agencyRule: {
      header: 'Cách xác định cơ quan',
      about: 'Để trống: theo tên.',
      words: agencyWords,
      width: 22,
    },
    agencyUnit: { header: 'Mã đơn vị', about: 'Khi cơ quan là “Một đơn vị”: mã của đơn vị trong hệ thống.' },
    agencyCertainty: { ...assurance.certainty, header: 'Đối chiếu cơ quan' },
    agencyDoubts: { ...assurance.doubts, header: 'Lý do chưa đối chiếu cơ quan' },
    coordinating: { header: 'Cơ quan phối hợp', about: 'Nếu có.', width: 30 },
    applicants: { header: 'Đối tượng', about: 'Mỗi dòng một đối tượng.', many: true, width: 30 },
    channels: { header: 'Kênh nộp', about: 'Các kênh nhận hồ sơ.', words: channelWords, many: true },
    summary: { header: 'Tóm tắt', about: 'Hai, ba câu cho người dân.', width: 50 },
    requirements: { header: 'Yêu cầu, điều kiện', about: 'Mỗi dòng một điều kiện.', many: true, width: 50 },
    dossierSets: { header: 'Số bộ hồ sơ', about: 'Số nguyên; để trống nếu không công bố.' },
    supplements: { header: 'Số lần yêu cầu bổ sung', about: 'Để trống: 1 lần.' },
    atCounter: { header: 'Giải quyết tại chỗ', about: 'Có: không in giấy hẹn.', words: yesNoWords },
    keywords: { header: 'Từ khóa', about: 'Từ người dân hay gọi, mỗi dòng một từ.', many: true, width: 24 },
    sources: { header: 'Nguồn', about: 'Lấy từ đâu, mỗi dòng một nguồn.', many: true, width: 30 },
    prominence: { header: 'Độ phổ biến', about: '0 (ít gặp) đến 100 (thường gặp nhất).' },
  },
  cases: {
    code,
    key: {
      header: 'Mã trường hợp',
      about: 'Chữ thường không dấu, nối bằng gạch; để trống: tự đặt.',
      width: 22,
    },
    name: { header: 'Tên trường hợp', about: 'Như người dân chọn.', required: true, width: 50 },
    note,
    ...assurance,
  },
  components: {
    code,
    key: { header: 'Mã giấy tờ', about: 'Chữ thường không dấu, nối bằng gạch; để trống: tự đặt.', width: 18 },
    name: { header: 'Tên giấy tờ', about: 'Đúng tên trong quyết định.', required: true, width: 60 },
    mode: { header: 'Nộp hay xuất trình', about: 'Để trống: nộp.', words: modeWords },
    cases,
    channels,
    condition: { header: 'Chỉ cần khi', about: 'Điều kiện phải có giấy này.', width: 36 },
    originals: { header: 'Bản chính', about: 'Số bản; để trống nếu không công bố.' },
    copies: { header: 'Bản sao', about: 'Số bản sao thường.' },
    certifiedCopies: { header: 'Bản sao chứng thực', about: 'Số bản sao có chứng thực.' },
    alternatives: {
      header: 'Giấy tờ thay thế',
      about: 'Một trong các giấy này, mỗi dòng một giấy.',
      many: true,
    },
    formName: { header: 'Tên mẫu', about: 'Mẫu đơn, tờ khai theo số hiệu in.', width: 30 },
    formFile: { header: 'Tệp mẫu', about: 'Tên tệp hoặc địa chỉ tải mẫu.' },
    formElectronic: {
      header: 'Có biểu mẫu điện tử',
      about: 'Có: khai trên mạng thay bản giấy.',
      words: yesNoWords,
    },
    heldIn: { header: 'Đã có trong CSDL', about: 'Cơ sở dữ liệu đã có giấy này: không bắt nộp lại.' },
    note,
    ...assurance,
  },
  timeLimits: {
    code,
    cases,
    channels,
    amount: { header: 'Thời hạn', about: 'Số, cùng với đơn vị.' },
    unit: {
      header: 'Đơn vị',
      about: 'Để trống cả số lẫn đơn vị nếu chưa rõ.',
      words: timeUnitWords,
      width: 16,
    },
    cutOff: { header: 'Giờ chốt nhận', about: 'GG:PP, khi hồ sơ nhận sau giờ này tính sang ngày sau.' },
    dueAt: { header: 'Hết hạn lúc', about: 'Để trống: cuối ngày.', words: dueAtWords },
    roll: { header: 'Khi trùng ngày nghỉ', about: 'Để trống: ngày làm việc sau.', words: rollWords },
    asPublished: { header: 'Nguyên văn', about: 'Chữ trong quyết định.', width: 40 },
    note,
    ...assurance,
  },
  fees: {
    code,
    key: {
      header: 'Mã khoản thu',
      about: 'Chữ thường không dấu, nối bằng gạch; để trống: tự đặt.',
      width: 18,
    },
    name: { header: 'Tên khoản thu', about: 'Ví dụ: Lệ phí đăng ký hộ tịch.', required: true, width: 40 },
    type: { header: 'Loại', about: 'Để trống: chưa rõ.', words: feeTypeWords },
    cases,
    channels,
    kind: { header: 'Cách tính', about: 'Để trống nếu chưa rõ.', words: feeKindWords },
    amount: { header: 'Số tiền (đồng)', about: 'Khi thu một mức.' },
    unit: { header: 'Đơn vị tính', about: 'Khi thu theo bậc.', words: feeUnitWords },
    tiers: {
      header: 'Các bậc',
      about:
        'Khi thu theo bậc, mỗi dòng một bậc: “2: 2000” là đến 2 trang, mỗi trang 2.000 đồng; dòng cuối “còn lại: 1000”.',
      many: true,
      width: 24,
    },
    cap: { header: 'Tối đa (đồng)', about: 'Khi thu theo bậc có mức trần.' },
    times: {
      header: 'Tính lại cho mỗi',
      about: 'Khi thu theo bậc cho từng bản, từng việc.',
      words: feeUnitWords,
    },
    asPublished: { header: 'Nguyên văn', about: 'Chữ trong quyết định.', width: 40 },
    exemptions: { header: 'Miễn, giảm', about: 'Mỗi dòng một đối tượng.', many: true, width: 36 },
    basis: { header: 'Căn cứ thu', about: 'Nghị quyết, thông tư quy định mức thu.', width: 30 },
    note,
    ...assurance,
  },
  results: {
    code,
    name: { header: 'Tên kết quả', about: 'Giấy tờ trả cho người dân.', required: true, width: 50 },
    typeCode: { header: 'Mã kết quả', about: 'Mã quốc gia, ví dụ KQ.G15.000031.', width: 20 },
    ...assurance,
  },
  legalBases: {
    code,
    number: { header: 'Số, ký hiệu', about: 'Ví dụ: 60/2014/QH13.', required: true, width: 24 },
    name: { header: 'Tên văn bản', about: 'Trích yếu.', width: 60 },
    articles: { header: 'Điều, khoản', about: 'Ví dụ: Điều 13.', width: 24 },
  },
  steps: {
    code,
    name: {
      header: 'Nội dung công việc',
      about: 'Theo quyết định phê duyệt quy trình.',
      required: true,
      width: 60,
    },
    performer: { header: 'Người thực hiện', about: 'Ví dụ: Công chức tư pháp - hộ tịch.', width: 30 },
    hours: { header: 'Thời gian (giờ)', about: 'Giờ làm việc, 8 giờ là một ngày; 0 cho bước trả kết quả.' },
    output: { header: 'Biểu mẫu, kết quả', about: 'Giấy tờ của bước này.', width: 36 },
  },
  decisions: {
    code,
    kind: {
      header: 'Loại quyết định',
      about: 'Công bố, danh mục, quy trình, phí…',
      required: true,
      words: decisionKindWords,
      width: 26,
    },
    number: { header: 'Số, ký hiệu', about: 'Ví dụ: 1872/QĐ-BTP.', required: true, width: 24 },
    on: { header: 'Ngày ký', about: 'Ngày/tháng/năm.', width: 14 },
    signer: { header: 'Người ký', about: 'Chức vụ, họ tên.', width: 26 },
    change: { header: 'Nội dung thay đổi', about: 'Với thủ tục này.', words: changeWords, width: 22 },
  },
} as const satisfies Record<SheetKey, Record<string, ColumnDef>>;

export type Columns = typeof columns;
/** The columns of a sheet by key. */
export type ColumnKey<Sheet extends SheetKey> = keyof Columns[Sheet] & string;

/** The columns of a sheet as they stand from left to right. */
export function columnsOf(sheet: SheetKey): readonly (readonly [string, ColumnDef])[] {
  return Object.entries<ColumnDef>(columns[sheet]);
}
