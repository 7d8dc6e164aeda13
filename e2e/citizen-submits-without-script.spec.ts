import {
  continueTo,
  type Filing,
  fillChildren,
  fillMother,
  fillNoFather,
  fillRequester,
  onPage,
  showMore,
  startBirthRegistration,
} from './support/birth-registration.ts';
import { aPhonePhoto } from './support/file-samples.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('the whole way works when no script runs', async ({ page }) => {
  const filing: Filing = { page, scripted: false };
  await signInAsCitizen(page, 'Bùi Khánh Linh');
  await startBirthRegistration(filing);

  await test.step('an empty page comes back with what is missing, linked to its place', async () => {
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    const summary = page.getByRole('alert', { name: 'Có 2 chỗ cần sửa' });
    await expect(summary).toBeFocused();
    await summary.getByRole('link', { name: 'Chưa chọn “Quan hệ với người được khai sinh”.' }).click();
    await expect(page.getByRole('group', { name: 'Quan hệ với người được khai sinh' })).toBeFocused();
  });
  await fillRequester(filing);
  await continueTo(page, 'Người được khai sinh');
  await fillChildren(filing, ['Nguyễn Bùi Minh Anh', 'Nguyễn Bùi Minh Em']);
  await page.getByRole('button', { name: 'Bỏ trẻ 1' }).click();
  await expect(page.getByLabel('Họ, chữ đệm, tên của trẻ')).toHaveValue('Nguyễn Bùi Minh Em');
  await page.getByLabel('Họ, chữ đệm, tên của trẻ').press('Enter');
  await onPage(page, 'Người mẹ');
  await fillMother(filing);
  await expect(page.getByLabel('Họ, chữ đệm, tên người mẹ')).toHaveValue('Bùi Khánh Linh');
  await continueTo(page, 'Người cha');
  await fillNoFather(filing);
  await continueTo(page, 'Giấy tờ và kết quả');
  await page
    .getByRole('group', { name: /cấp bản sao/ })
    .getByLabel('Có', { exact: true })
    .check();
  await showMore(page);
  await page.getByLabel('Số lượng bản sao').fill('1');
  await continueTo(page, 'Giấy tờ');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([await aPhonePhoto('chung-sinh.jpg')]);
  await page.getByRole('button', { name: 'Tải lên' }).first().click();
  await expect(page.getByText('Đã nhận 1 tệp.')).toBeVisible();
  await page.getByRole('link', { name: 'Tiếp tục: kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await onPage(page, 'Đã nộp hồ sơ');
});
