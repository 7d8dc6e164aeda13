import path from 'node:path';
import { createTypst } from '../../../platform/typst.ts';
import type { LetterPrinter } from '../commands/render-letter.ts';
import type { LetterData } from '../core/letter-data.ts';
import { readLetterVersions } from '../store/letter-files.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The printer with the letters and fonts the product ships. */
export function shippedPrinter(): LetterPrinter {
  const letters = path.join(root, 'data/letters');
  return {
    typst: createTypst({ workspace: letters, fonts: path.join(root, 'assets/fonts/liberation-serif') }),
    versions: readLetterVersions(letters),
  };
}

const common = {
  agency: {
    parent: 'Ủy ban nhân dân phường Tân Ninh',
    name: 'Trung tâm Phục vụ hành chính công phường Tân Ninh',
  },
  place: 'Tân Ninh',
  dossierCode: 'H53.25.01-261120-0007',
};

/** A birth registration taken in at a ward on the morning of 20/11/2026. */
export function aReceipt(changes: Partial<LetterData<'receipt'>> = {}): LetterData<'receipt'> {
  return {
    ...common,
    issuedOn: new Date('2026-11-20T09:15:00+07:00'),
    receivingUnit: 'Trung tâm Phục vụ hành chính công phường Tân Ninh',
    applicant: 'Trần Thị Ngọc Diễm',
    address: 'Số 12, đường Cách Mạng Tháng Tám, khu phố 3, phường Tân Ninh, tỉnh Tây Ninh',
    phone: '0912 345 678',
    email: 'ngocdiem@example.vn',
    procedure: 'Thủ tục đăng ký khai sinh (1.001193)',
    components: [
      { name: 'Tờ khai đăng ký khai sinh', form: 'original', count: 1 },
      { name: 'Giấy chứng sinh', form: 'original', count: 1, note: 'Đã đối chiếu bản chính' },
      { name: 'Văn bản ủy quyền', form: 'certifiedCopy', count: 12 },
    ],
    sets: 1,
    timeLimit: 'Trong ngày làm việc',
    receivedAt: new Date('2026-11-20T09:15:00+07:00'),
    dueAt: new Date('2026-11-20T17:00:00+07:00'),
    returnMethod: 'Nhận trực tiếp tại phường Tân Ninh',
    book: { volume: '01/2026', serial: '0123' },
    submitterName: 'Trần Thị Ngọc Diễm',
    receiverName: 'Lê Minh Tâm',
    ...changes,
  };
}

/** The same registration, sent online and not yet taken in. */
export function aSubmissionConfirmation(
  changes: Partial<LetterData<'submission-confirmation'>> = {},
): LetterData<'submission-confirmation'> {
  return {
    ...common,
    submittedAt: new Date('2026-11-19T21:04:00+07:00'),
    applicant: 'Trần Thị Ngọc Diễm',
    receivingUnit: 'Trung tâm Phục vụ hành chính công phường Tân Ninh',
    procedure: 'Thủ tục đăng ký khai sinh (1.001193)',
    components: [{ name: 'Giấy chứng sinh', form: 'electronic', count: 1 }],
    answerBefore: new Date('2026-11-20T17:00:00+07:00'),
    lookUpAddress: 'https://motcua.example.vn/tra-cuu',
    ...changes,
  };
}

/** A written answer signed by a deputy chairman for the chairman. */
export function anAnswer(changes: Partial<LetterData<'answer'>> = {}): LetterData<'answer'> {
  return {
    ...common,
    agency: { parent: 'Ủy ban nhân dân tỉnh Tây Ninh', name: 'Ủy ban nhân dân phường Tân Ninh' },
    number: '412',
    symbol: 'UBND-VHXH',
    subject: 'trả lời hồ sơ xác nhận tình trạng hôn nhân',
    to: 'Bà Trần Thị Ngọc Diễm',
    paragraphs: ['Ủy ban nhân dân phường đã nhận hồ sơ của bà.', 'Hồ sơ không đủ điều kiện giải quyết./.'],
    recipients: ['Như trên', 'Lưu: VT, VHXH'],
    draftedOn: new Date('2026-02-04T09:00:00+07:00'),
    issuedOn: new Date('2026-02-05T09:00:00+07:00'),
    signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Hữu Phước' },
    ...changes,
  };
}

/** A deputy chairman apologises for a certificate that is three days late. */
export function anApology(changes: Partial<LetterData<'apology'>> = {}): LetterData<'apology'> {
  return {
    ...common,
    agency: { parent: 'Ủy ban nhân dân tỉnh Tây Ninh', name: 'Ủy ban nhân dân phường Tân Ninh' },
    symbol: 'UBND',
    issuedOn: new Date('2026-11-27T10:00:00+07:00'),
    applicant: 'Trần Thị Ngọc Diễm',
    procedure: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân (1.004873)',
    receivedAt: new Date('2026-11-23T08:30:00+07:00'),
    promisedAt: new Date('2026-11-27T17:00:00+07:00'),
    reason: 'Cơ sở dữ liệu hộ tịch chưa có dữ liệu trước năm 2016, phải tra sổ giấy',
    newDueAt: new Date('2026-12-02T17:00:00+07:00'),
    signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lâm Thị Bích Vân' },
    ...changes,
  };
}

const notice = {
  ...common,
  number: '12',
  applicant: 'Trần Thị Ngọc Diễm',
  address: 'Khu phố 3, phường Tân Ninh',
  phone: '0912 345 678',
  procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ (1.013225)',
  issuedOn: new Date('2026-11-20T09:15:00+07:00'),
  contact: 'Huỳnh Thanh Tùng, 0276 3 822 233',
  signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lâm Thị Bích Vân' },
};

/** What a building permit still lacks, asked once and whole. */
export function aSupplement(changes: Partial<LetterData<'supplement'>> = {}): LetterData<'supplement'> {
  return {
    ...notice,
    items: [{ name: '02 bộ bản vẽ thiết kế xây dựng', reason: 'Bản vẽ thiếu mặt bằng thoát nước' }],
    guidance: 'Bản vẽ có chữ ký của chủ trì thiết kế',
    answerBy: new Date('2026-12-05T00:00:00+07:00'),
    ...changes,
  };
}

/** The end of a dossier whose owner wants it back. */
export function aStop(changes: Partial<LetterData<'stop'>> = {}): LetterData<'stop'> {
  return {
    ...notice,
    receivedAt: new Date('2026-11-10T08:00:00+07:00'),
    ground: 'requested',
    reason: 'Chủ hồ sơ đề nghị rút hồ sơ ngày 19/11/2026',
    stage: 'Kiểm tra thực địa, dự thảo giấy phép',
    money: 'Chưa thu lệ phí',
    ...changes,
  };
}
