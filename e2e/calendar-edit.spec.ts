import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Far from every other journey's time limits. */
const closure = '2027-12-24';

test('a calendar is changed with its effect seen before, and put back', async ({ page }) => {
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/lich/tay-ninh?nam=2027');
  await expectAccessible(page);
  const days = page.getByRole('group', { name: 'Ngày nghỉ năm 2027' });
  const rows = await days.getByLabel(/^Ngày nghỉ, dòng/).count();

  await test.step('hours that end before they begin are told beside their day', async () => {
    await page.getByLabel('Thứ Bảy').fill('11:30-07:00');
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Thứ Bảy').fill('');
  });

  await days.getByLabel(`Ngày nghỉ, dòng ${rows}`, { exact: true }).fill(closure);
  await days.getByLabel(`Tên ngày nghỉ, dòng ${rows}`, { exact: true }).fill('Đóng cửa sửa trụ sở');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(page.getByRole('heading', { name: 'Nếu lưu lịch này' })).toBeVisible();
  await expect(page.getByText('Ngày đã hẹn trên giấy tiếp nhận được giữ nguyên')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Căn cứ thay đổi').fill('Thông báo đóng cửa sửa trụ sở');
  await page.getByRole('button', { name: 'Lưu lịch' }).click();
  await expect(page.getByText(/Đã lưu bản \d+/)).toBeVisible();
  await page.goto('/can-bo/lich/tay-ninh?nam=2027');
  await expect(page.locator(`input[value="${closure}"]`)).toHaveCount(1);

  await test.step('an earlier version is taken again', async () => {
    await page.getByRole('button', { name: 'Dùng lại bản 1' }).click();
    await page.getByRole('button', { name: 'Lưu lịch' }).click();
    await expect(page.getByText(/Đã lưu bản \d+/)).toBeVisible();
    await page.goto('/can-bo/lich/tay-ninh?nam=2027');
    await expect(page.locator(`input[value="${closure}"]`)).toHaveCount(0);
  });
});
