import type { Browser, Page } from '@playwright/test';
import exceljs from 'exceljs';
import { onPage } from './support/birth-registration.ts';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const anyCode = () => `9.${String(Date.now()).slice(-6)}`;

test('a draft is typed like a spreadsheet and takes a table from Word', async ({ page }) => {
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/thu-tuc');
  await begin(page, anyCode());
  await page.getByLabel('Tên trường hợp, dòng 1').press('Enter');
  await expect(page.getByLabel('Tên trường hợp, dòng 2')).toBeFocused();
  await page.keyboard.type('Trường hợp hai');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Tên trường hợp, dòng 1')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByLabel('Tên trường hợp, dòng 1')).toHaveValue('Trường hợp hai');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Tên trường hợp, dòng 2')).toHaveValue('Trường hợp hai');

  await paste(page, 'Thành phần hồ sơ', [
    ['STT', 'Tên giấy tờ', 'Bản chính', 'Bản sao', 'Ghi chú'],
    ['1', 'Tờ khai theo mẫu', '1', '0', ''],
    ['2', 'Giấy chứng sinh', 'một', '1', 'Nếu có'],
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'Đã dán 2 dòng' })).toContainText(
    'dòng 2, Bản chính: “một”',
  );
  await expect(page.getByLabel('Tên giấy tờ, dòng 2')).toHaveValue('Giấy chứng sinh');
  await page.getByLabel('Bản chính, dòng 2').fill('rất nhiều');
  await expect(page.getByText('Giá trị này không dùng được ở cột “Bản chính”')).toBeVisible();
  await page.getByLabel('Bản chính, dòng 2').fill('1');
  await expectAccessible(page);
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Bản chính, dòng 2')).toHaveValue('1');
});

test('two editors on one draft: what does not touch is joined, what does is chosen, nothing is lost', async ({
  page,
  browser,
}) => {
  const code = anyCode();
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/thu-tuc');
  await begin(page, code);
  await page.getByLabel('Lĩnh vực', { exact: true }).fill('Hộ tịch');
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  const other = await another(browser, new URL(page.url()).pathname);

  await test.step('different places', async () => {
    await other.getByLabel('Bộ, ngành').fill('Bộ Tư pháp');
    await expect(other.getByText(/^Đã lưu lúc/)).toBeVisible();
    await page.getByLabel('Tên ngắn').fill('Tên gọi của tôi');
    await expect(page.getByLabel('Bộ, ngành')).toHaveValue('Bộ Tư pháp');
    await expect(page.getByLabel('Tên ngắn')).toHaveValue('Tên gọi của tôi');
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  });

  await test.step('one place', async () => {
    await other.getByLabel('Tóm tắt').fill('Tóm tắt của người kia');
    await expect(other.getByLabel('Tên ngắn')).toHaveValue('Tên gọi của tôi');
    await expect(other.getByText(/^Đã lưu lúc/)).toBeVisible();
    await page.getByLabel('Tóm tắt').fill('Tóm tắt của tôi');
    const conflict = page.getByRole('region', { name: /Lưu Hoàng Phúc đã sửa bản này/ });
    await expect(conflict).toBeVisible();
    await expect(conflict.getByText('Tóm tắt của người kia')).toBeVisible();
    await expect(conflict.getByText('Tóm tắt của tôi')).toBeVisible();
    await expectAccessible(page);
    await conflict.getByRole('radio', { name: /Của bạn/ }).check();
    await conflict.getByRole('button', { name: 'Giữ như đã chọn và lưu' }).click();
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await other.reload();
    await expect(other.getByLabel('Tóm tắt')).toHaveValue('Tóm tắt của tôi');
    await expect(other.getByLabel('Bộ, ngành')).toHaveValue('Bộ Tư pháp');
  });
  await other.context().close();
});

test('a workbook with wrong rows names them by place and takes in the rest', async ({ page }, info) => {
  const file = info.outputPath('danh-muc.xlsx');
  const codes = [anyCode(), `8.${String(Date.now()).slice(-6)}`];
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/thu-tuc/nhap');
  await expectAccessible(page);
  const template = await (await page.request.get('/can-bo/thu-tuc/mau.xlsx')).body();
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(template).buffer);
  const sheet = book.getWorksheet('Thủ tục');
  sheet?.addRow([codes[0], 'Thủ tục đúng', '', 'Hộ tịch', '', 'Cấp xã']);
  sheet?.addRow([codes[1], 'Thủ tục sai', '', 'Hộ tịch', '', 'Cấp thôn']);
  await book.xlsx.writeFile(file);

  await page.getByLabel('Tệp Excel hoặc JSON').setInputFiles(file);
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('danh-muc.xlsx');
  const wrong = page.getByRole('row').filter({ hasText: 'Thủ tục, dòng 3, cột F' });
  await expect(wrong).toContainText('không phải một trong các từ cho phép');
  await expect(wrong).toContainText(codes[1] ?? '');
  await expectAccessible(page);
  const csv = await page.request.get(`${new URL(page.url()).pathname}/cho-sai.csv`);
  expect(await csv.text()).toContain('"Thủ tục","3","F","Cấp thực hiện"');
  expect((await page.request.get(`/thu-tuc/${codes[0]}`)).status()).toBe(404);

  await page.getByRole('button', { name: 'Nhập 1 thủ tục đúng' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã nhập vào danh mục' })).toBeVisible();
  await page.goto(`/thu-tuc/${codes[0]}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thủ tục đúng');
  expect((await page.request.get(`/thu-tuc/${codes[1]}`)).status()).toBe(404);
});

async function begin(page: Page, code: string): Promise<void> {
  await page.getByText('Soạn thủ tục mới').click();
  await page.getByRole('textbox', { name: 'Mã thủ tục' }).fill(code);
  await page.getByRole('textbox', { name: 'Tên thủ tục', exact: true }).fill('Cấp giấy xác nhận');
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await onPage(page, `Bản soạn ${code}`);
}

/** The same draft in a second browser, opened by somebody else. */
async function another(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await signInAsOfficer(page, 'duyet.tthc', path);
  await page.goto(path);
  return page;
}

/** Puts a table on the clipboard as Excel does and pastes it into a list. */
async function paste(page: Page, list: string, rows: readonly (readonly string[])[]): Promise<void> {
  const into = page.getByRole('region', { name: list }).getByRole('textbox').first();
  await into.focus();
  await into.evaluate(
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    rows.map((row) => row.join('\t')).join('\n'),
  );
}
