import type { Page } from '@playwright/test';
import { onPage } from './support/birth-registration.ts';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('one field of many procedures: chosen, seen before, done by one decision', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/quyet-dinh');
  const number = `${Date.now()}/QĐ-UBND`;
  const decision = await record(page, number);
  const drafted = '1.004884';

  await test.step('from the list, with its filters', async () => {
    await page.goto(`/can-bo/thu-tuc/${drafted}`);
    await page.getByRole('button', { name: 'Soạn phiên bản mới' }).click();
    await onPage(page, `Bản soạn ${drafted}`);
    await page.goto('/can-bo/thu-tuc?q=1.0048');
    await page.getByRole('link', { name: 'Sửa nhiều thủ tục' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sửa nhiều thủ tục');
    await page.getByRole('navigation', { name: 'Nội dung cần sửa' }).getByText('Lĩnh vực').click();
    await expect(page.getByRole('group').getByRole('checkbox', { name: drafted })).toBeChecked();
    await expect(page.locator('script[src]'), 'the page is plain forms').toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('what is missing is named at its field', async () => {
    await page.getByRole('button', { name: 'Xem trước' }).click();
    const errors = page.getByRole('alert');
    await expect(errors.getByRole('link', { name: /^Lĩnh vực: / })).toHaveAttribute('href', '#to');
    await expect(errors.getByRole('link', { name: /^Theo quyết định: / })).toBeVisible();
    await expectAccessible(page);
  });

  const sector = `Lĩnh vực thử ${number}`;
  const ticks = page.getByRole('group').getByRole('checkbox');
  await test.step('each change is shown in words, what is left is named with its reason', async () => {
    await page.getByLabel('Lĩnh vực mới').fill(sector);
    await page.getByLabel('Theo quyết định').selectOption({ label: number });
    const all = await ticks.count();
    expect(all).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await expect(page.getByRole('status')).toContainText(
      `${all - 1} thủ tục sẽ đổi theo quyết định ${number}, 1 thủ tục để nguyên`,
    );
    const left = page.getByRole('region', { name: '1 thủ tục để nguyên' });
    await expect(left).toContainText(drafted);
    await expect(left).toContainText('đang có một bản soạn chưa kết thúc');
    const rows = page.getByRole('table', { name: 'Các thủ tục sẽ đổi' }).getByRole('row');
    await expect(rows).toHaveCount(all);
    await expect(rows.nth(1)).toContainText(`Sửa đổi lĩnh vực: từ`);
    await expect(rows.nth(1).getByRole('insertion')).toHaveText(sector);
    await expectAccessible(page);

    await page.getByText('Sửa lại lựa chọn').click();
    for (let at = 3; at < all; at++) await ticks.nth(at).uncheck();
    await page.getByRole('button', { name: 'Xem trước' }).click();
  });

  await test.step('confirmed, every procedure has a draft on the decision', async () => {
    await page.getByRole('button', { name: /^Tạo \d bản soạn$/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
    expect(new URL(page.url()).pathname).toBe(decision);
    const lines = page.getByRole('table', { name: 'Thủ tục' }).getByRole('row');
    await expect(lines.nth(1)).toContainText('Sửa đổi');
    await lines.nth(1).getByRole('link').click();
    await expect(page.getByLabel('Lĩnh vực', { exact: true })).toHaveValue(sector);
    await page.goto(`${new URL(page.url()).pathname}/lich-su`);
    await expect(page.getByRole('row').filter({ hasText: sector })).toHaveCount(1);
  });
});

/** A decision that is not carried out; its address. */
async function record(page: Page, number: string): Promise<string> {
  await page.getByText('Ghi quyết định mới').click();
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(number);
  await page.getByLabel('Ngày ký').fill('2026-11-02');
  await page.getByLabel('Cơ quan ban hành').fill('Chủ tịch UBND tỉnh Tây Ninh');
  await page.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  return new URL(page.url()).pathname;
}
