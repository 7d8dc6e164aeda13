import type { Page } from '@playwright/test';

/** The nine rows of a land transfer as the annex of a decision prints them. */
const rows: readonly (readonly string[])[] = [
  ['TT', 'Nội dung công việc', 'Người thực hiện', 'Thời gian (giờ)', 'Biểu mẫu/Kết quả'],
  ['1', 'Tiếp nhận, quét, chuyển hồ sơ giấy kèm phiếu bàn giao', 'TTPVHCC', '04', 'Phiếu bàn giao'],
  ['2', 'Thẩm tra hồ sơ, trích lục', 'Viên chức CN VPĐKĐĐ', '02 ngày làm việc', ''],
  ['3', 'Lập, ký Phiếu chuyển thông tin', 'Lãnh đạo CN VPĐKĐĐ', '08', 'Phiếu chuyển thông tin'],
  ['4', 'Ra thông báo thuế', 'Thuế cơ sở', '05 ngày làm việc', 'Thông báo nộp thuế'],
  ['5', 'Nộp thuế, lệ phí trước bạ', 'Chủ hồ sơ', '', 'Chứng từ nộp thuế'],
  ['6', 'Chỉnh lý hồ sơ địa chính', 'Viên chức CN VPĐKĐĐ', '16', 'Giấy chứng nhận'],
  ['7', 'Ký Giấy chứng nhận', 'Giám đốc CN VPĐKĐĐ', '1,5 ngày', ''],
  ['8', 'Đóng dấu, vào sổ', 'Văn thư', '08', ''],
  ['9', 'Thu phí, trả kết quả', 'TTPVHCC', '0', ''],
  ['', 'Tổng cộng', '', '64', ''],
];

/** Puts the annex on the clipboard as Word does, and pastes it where the cursor stands. */
export async function pasteLandAnnex(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<td><p class=MsoNormal>${cell}<o:p></o:p></p></td>`).join('');
  const html = `<table class=MsoTableGrid>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
  await page.evaluate(async (text) => {
    const item = new ClipboardItem({ 'text/html': new Blob([text], { type: 'text/html' }) });
    await navigator.clipboard.write([item]);
  }, html);
  await page.keyboard.press('Control+V');
}
