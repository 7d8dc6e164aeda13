import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { LetterFormCode } from '../core/letter-data.ts';
import {
  anAnswer,
  anApology,
  aReceipt,
  aStop,
  aSubmissionConfirmation,
  aSupplement,
  shippedPrinter,
} from '../testing/letter-samples.ts';
import { type PrintedLetter, renderLetter } from './render-letter.ts';

const printer = shippedPrinter();
const at = new Date('2026-11-20T09:20:00+07:00');

/** Words of a page or of all pages, in reading order, single-spaced. */
async function words(letter: PrintedLetter): Promise<string> {
  const { text } = await extractText(new Uint8Array(letter.pdf), { mergePages: true });
  return text.normalize('NFC').replace(/[\u200b\s]+/gu, ' ');
}

describe('receipt (form 01)', () => {
  it.each([
    'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG TÂN NINH',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Tân Ninh, ngày 20 tháng 11 năm 2026',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Mã hồ sơ: H53.25.01-261120-0007',
    '(Liên 2: Giao người nộp hồ sơ)',
    'Tiếp nhận hồ sơ của: Trần Thị Ngọc Diễm',
    'Địa chỉ: Số 12, đường Cách Mạng Tháng Tám, khu phố 3, phường Tân Ninh, tỉnh Tây Ninh',
    'Số điện thoại: 0912 345 678',
    'Email: ngocdiem@example.vn',
    'Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh (1.001193)',
    'Giấy chứng sinh Đã đối chiếu bản chính Bản chính 01',
    'Văn bản ủy quyền Bản sao chứng thực 12',
    'Số lượng hồ sơ: 01 bộ',
    'Thời gian giải quyết hồ sơ theo quy định: Trong ngày làm việc',
    'Thời gian nhận hồ sơ: 09 giờ 15 phút, ngày 20 tháng 11 năm 2026',
    'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 20 tháng 11 năm 2026',
    'Đăng ký nhận kết quả tại: Nhận trực tiếp tại phường Tân Ninh',
    'Quyển số: 01/2026; Số thứ tự: 0123',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    'Lê Minh Tâm',
  ])('prints %s', async (field) => {
    expect(await words(await renderLetter(printer, 'receipt', aReceipt(), at))).toContain(field);
  });

  it('fits an everyday dossier on one page, and one page a copy', async () => {
    expect((await renderLetter(printer, 'receipt', aReceipt(), at)).pages).toBe(1);
    const both = await renderLetter(printer, 'receipt', aReceipt({ copies: ['kept', 'given'] }), at);
    expect(both.pages).toBe(2);
    expect(await words(both)).toContain('(Liên 1: Lưu)');
  });

  it('invents no day where none was promised', async () => {
    const text = await words(await renderLetter(printer, 'receipt', aReceipt({ dueAt: null }), at));
    expect(text).toMatch(/Thời gian trả kết quả giải quyết hồ sơ: ?\.\.\./);
  });

  it('prints an empty table for a request without papers', async () => {
    const letter = await renderLetter(printer, 'receipt', aReceipt({ components: [] }), at);
    expect(letter.pages).toBe(1);
    expect(await words(letter)).toContain('Số lượng hồ sơ: 01 bộ');
  });

  it('goes on over pages with 40 papers and repeats the head of the table', async () => {
    const components = Array.from({ length: 40 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1} theo danh mục đã công bố`,
      form: 'copy' as const,
      count: 1,
    }));
    const letter = await renderLetter(printer, 'receipt', aReceipt({ components }), at);
    expect(letter.pages).toBe(2);
    const text = await words(letter);
    expect(text.match(/Tên giấy tờ/g)).toHaveLength(2);
    expect(text).toContain('40 Giấy tờ thứ 40 theo danh mục đã công bố');
  });

  it('keeps very long names and words without spaces inside the page', async () => {
    const name = 'Nguyễn '.repeat(28).trim();
    const data = aReceipt({ applicant: name, email: `${'a'.repeat(190)}@example.vn` });
    const letter = await renderLetter(printer, 'receipt', data, at);
    expect(name.length).toBeGreaterThan(190);
    expect(await words(letter)).toContain(name);
    expect(await furthestRight(letter)).toBeLessThanOrEqual(595 - 42);
  });

  it('follows the circular in force on the day', async () => {
    const before = await renderLetter(printer, 'receipt', aReceipt(), new Date('2025-09-14T23:59:00+07:00'));
    const after = await renderLetter(printer, 'receipt', aReceipt(), new Date('2025-09-15T00:00:00+07:00'));
    expect(before.version.source).toContain('TT 01/2018');
    expect(after.version.source).toContain('TT 03/2025');
  });

  it('leaves dotted lines for what is not known', async () => {
    const letter = await renderLetter(printer, 'receipt', aReceipt({ phone: undefined, email: null }), at);
    expect(await words(letter)).toMatch(/Số điện thoại: ?\.{5,}/);
  });
});

describe('submission confirmation', () => {
  it('says that the legal time has not begun and by when the office answers', async () => {
    const text = await words(
      await renderLetter(
        printer,
        'submission-confirmation',
        aSubmissionConfirmation({ notes: ['Hình thức nhận kết quả: qua bưu chính'] }),
        at,
      ),
    );
    expect(text).toContain('XÁC NHẬN ĐÃ NỘP HỒ SƠ');
    expect(text).toContain('Mã hồ sơ: H53.25.01-261120-0007');
    expect(text).toContain('Thời điểm nộp: 21 giờ 04 phút, ngày 19 tháng 11 năm 2026');
    expect(text).toContain('trước 17 giờ 00 phút, ngày 20 tháng 11 năm 2026');
    expect(text).toContain('Đây chưa phải là Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    expect(text).toContain('Hình thức nhận kết quả: qua bưu chính');
  });
});

describe('answer', () => {
  it('carries number, subject, recipients and the signer for the chairman', async () => {
    const text = await words(await renderLetter(printer, 'answer', anAnswer(), at));
    expect(text).toContain('Số: 412/UBND-VHXH');
    expect(text).toContain('V/v trả lời hồ sơ xác nhận tình trạng hôn nhân');
    expect(text).toContain('Tân Ninh, ngày 05 tháng 02 năm 2026');
    expect(text).toContain('Kính gửi: Bà Trần Thị Ngọc Diễm');
    expect(text).toContain('KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Hữu Phước');
    expect(text).toContain('- Lưu: VT, VHXH.');
  });

  it('leaves number and day open until the records clerk gives them', async () => {
    const letter = await renderLetter(printer, 'answer', anAnswer({ number: null, issuedOn: null }), at);
    expect(await words(letter)).toMatch(/Số: ?\/UBND-VHXH.*ngày tháng năm 2026/);
  });
});

describe('a new date for the result', () => {
  it('is form 04 as the circular of the day words it, with both dates, the reason and the signer', async () => {
    const text = await words(await renderLetter(printer, 'apology', anApology(), at));
    expect(text).toContain('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT');
    expect(text).toContain('hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026');
    expect(text).toContain('phải tra sổ giấy');
    expect(text).toContain('hẹn trả kết quả vào 17 giờ 00 phút, ngày 02 tháng 12 năm 2026');
    expect(text).toContain('KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lâm Thị Bích Vân');
    expect(text).toMatch(/Số: ?\/UBND/);
  });

  it('has the older wording before 15/09/2025', async () => {
    const before = new Date('2025-09-12T10:00:00+07:00');
    const text = await words(await renderLetter(printer, 'apology', anApology(), before));
    expect(text).toContain('PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ');
  });

  it('names the law an extension rests on, and apologises for nothing', async () => {
    const notice = anApology({ basis: 'Luật Xây dựng 2014, Điều 102' });
    const text = await words(await renderLetter(printer, 'extension', notice, at));
    expect(text).toContain('THÔNG BÁO KÉO DÀI THỜI GIAN GIẢI QUYẾT');
    expect(text).toContain('Căn cứ: Luật Xây dựng 2014, Điều 102');
    expect(text).not.toContain('xin lỗi');
  });
});

describe('every letter', () => {
  it.each([
    '#eval("1+1")',
    '*đậm* _nghiêng_ $x^2$ <nhãn> @dẫn',
    '#read("/etc/passwd")',
    '"; #panic("x") //',
    '\\ ` ~ = + - /* */',
    '](http://example.vn)',
    '{{x}} %(x)s <%= x %>',
  ])('prints what people typed as they typed it: %s', async (typed) => {
    const letter = await renderLetter(printer, 'receipt', aReceipt({ applicant: typed }), at);
    expect(await words(letter)).toContain(`Tiếp nhận hồ sơ của: ${typed}`);
  });

  it('removes invisible and direction-changing characters and composes letters', async () => {
    const typed = 'Tra\u0302\u0300n \u202eThị\u200b\n\u0007Bình';
    const letter = await renderLetter(printer, 'receipt', aReceipt({ applicant: typed }), at);
    expect(await words(letter)).toContain('Tiếp nhận hồ sơ của: Trần Thị Bình');
  });

  it('is the same file for the same data and moment, and PDF/A in its claim', async () => {
    const first = await renderLetter(printer, 'receipt', aReceipt(), at);
    const second = await renderLetter(printer, 'receipt', aReceipt(), at);
    expect(Buffer.from(second.pdf).equals(first.pdf)).toBe(true);
    expect(Buffer.from(first.pdf).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  it('refuses data that does not fit its form', async () => {
    const wrong = aReceipt({ components: [{ name: '', form: 'copy', count: 1 }] });
    await expect(renderLetter(printer, 'receipt', wrong, at)).rejects.toThrow();
  });

  it('has a template for every form code', () => {
    const codes: LetterFormCode[] = [
      'answer',
      'apology',
      'extension',
      'receipt',
      'stop',
      'submission-confirmation',
      'supplement',
    ];
    expect([...new Set(printer.versions.map((version) => version.code))]).toEqual(codes);
  });
});

/** The right edge of the text that reaches furthest, in points from the left of the page. */
async function furthestRight(letter: PrintedLetter): Promise<number> {
  const document = await getDocumentProxy(new Uint8Array(letter.pdf));
  const content = await (await document.getPage(1)).getTextContent();
  const edges = content.items.map((item) => ('transform' in item ? item.transform[4] + item.width : 0));
  return Math.max(...edges);
}

describe('request for supplement (form 02)', () => {
  it.each([
    'Số: 12/PBS',
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Tiếp nhận hồ sơ của: Trần Thị Ngọc Diễm',
    '1 02 bộ bản vẽ thiết kế xây dựng Bản vẽ thiếu mặt bằng thoát nước',
    'Hướng dẫn: Bản vẽ có chữ ký của chủ trì thiết kế',
    'trước hết ngày 05 tháng 12 năm 2026',
    'Huỳnh Thanh Tùng, 0276 3 822 233',
    'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
  ])('prints %s', async (field) => {
    expect(await words(await renderLetter(printer, 'supplement', aSupplement(), at))).toContain(field);
  });

  it('is signed by the officer of the counter where no superior signs', async () => {
    const data = aSupplement({ signer: { lines: [], name: 'Lê Thị Ngọc Huyền' } });
    expect(await words(await renderLetter(printer, 'supplement', data, at))).toContain(
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    );
  });

  it('speaks the words of TT 01/2018 before 15/09/2025', async () => {
    const before = new Date('2025-09-14T09:00:00+07:00');
    const letter = await renderLetter(printer, 'supplement', aSupplement(), before);
    expect(letter.version).toMatchObject({ number: '02', validFrom: '2019-01-06' });
    expect(await words(letter)).toContain('Hồ sơ của: Trần Thị Ngọc Diễm');
  });
});

describe('notice of stopping (form 05)', () => {
  it.each([
    'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    '1. Căn cứ: Người nộp đề nghị rút hồ sơ',
    '2. Lý do: Chủ hồ sơ đề nghị rút hồ sơ ngày 19/11/2026',
    '3. Đã giải quyết đến: Kiểm tra thực địa, dự thảo giấy phép',
    '4. Phí, lệ phí, nghĩa vụ tài chính đã nộp: Chưa thu lệ phí',
  ])('prints %s', async (field) => {
    expect(await words(await renderLetter(printer, 'stop', aStop(), at))).toContain(field);
  });

  it('has a number in its set since TT 03/2025 and none before', async () => {
    const of = async (day: string) => (await renderLetter(printer, 'stop', aStop(), new Date(day))).version;
    expect(await of('2025-09-15T00:00:00+07:00')).toMatchObject({ number: '05', validFrom: '2025-09-15' });
    expect((await of('2025-09-14T23:59:00+07:00')).number).toBeUndefined();
  });
});
