import type { Page } from '@playwright/test';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('who saves second is shown what the first changed, and decides', async ({ page, browser }) => {
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/quy-trinh');
  await page.getByRole('main').locator('a[href^="/can-bo/quy-trinh/ban/"]').last().click();
  await page.getByRole('button', { name: 'Sửa thành phiên bản mới' }).click();
  await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAsOfficer(other, 'duyet.tthc', new URL(page.url()).pathname);
  const output = (of: Page, row: number) =>
    of.getByRole('textbox', { name: new RegExp(`^Biểu mẫu/Kết quả.*dòng ${row}$`, 'i') });
  const write = async (of: Page, row: number, text: string) => {
    await output(of, row).fill(text);
    await output(of, row).press('Tab');
  };

  await write(page, 1, 'Phiếu của người thứ nhất');
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await write(other, 2, 'Phiếu của người thứ hai');
  const told = other.getByRole('alert').filter({ hasText: 'Nghiêm Thị Lan Chi đã lưu bản nháp này' });
  await expect(told).toContainText('Phiếu của người thứ nhất');
  await expect(output(other, 2)).toHaveValue('Phiếu của người thứ hai');
  await expectAccessible(other);

  await told.getByRole('button', { name: 'Dùng bản vừa lưu' }).click();
  await expect(output(other, 1)).toHaveValue('Phiếu của người thứ nhất');
  await write(other, 2, 'Phiếu của cả hai');
  await expect(other.getByText(/Đã lưu lúc/)).toBeVisible();
  await page.reload();
  await expect(output(page, 1)).toHaveValue('Phiếu của người thứ nhất');
  await expect(output(page, 2)).toHaveValue('Phiếu của cả hai');
  await context.close();
});
