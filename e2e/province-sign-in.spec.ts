import type { Page } from '@playwright/test';
import { signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Nobody else's journey uses him. */
const login = 'phogiamdoc.soxaydung';
const name = 'Lý Thành Danh';

/** Chooses himself at the simulated issuer of the province. */
async function chooseThere(page: Page, fault?: string): Promise<void> {
  await expect(page.getByText('MÔ PHỎNG')).toBeVisible();
  if (fault !== undefined) {
    await page.getByText('Thử một sự cố').click();
    await page.getByLabel('Khi chọn người bên dưới, điều gì hỏng?').selectOption(fault);
  }
  await page.getByRole('button', { name }).click();
}

test('a leader links the account of the province, signs in by it and proves himself anew', async ({
  page,
}) => {
  await signInAsOfficer(page, login, '/can-bo/bao-mat');
  await page.getByRole('link', { name: 'Nối tài khoản của tỉnh' }).click();
  await expectAccessible(page);
  await chooseThere(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nối tài khoản của tỉnh');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đúng, cả hai là của tôi: nối' }).click();
  await expect(page.getByText('Đã nối với tài khoản của tỉnh lúc')).toBeVisible();
  await signOut(page);

  await expectAccessible(page);
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản của tỉnh' }).click();
  await chooseThere(page, 'low-assurance');
  await test.step('with a password alone there, half a sign-in here', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xác thực lớp thứ hai');
    await expectAccessible(page);
  });
  await page.getByRole('link', { name: 'Xác nhận ở cổng của tỉnh' }).click();
  await chooseThere(page);
  await page.waitForURL((url) => url.pathname.startsWith('/can-bo/hang-doi') || url.pathname === '/can-bo');

  await test.step('what wants a fresh proof is done', async () => {
    await page.goto('/can-bo/bao-mat');
    const machine = page.getByRole('listitem').filter({ hasText: 'bằng tài khoản của tỉnh' });
    await expect(machine.getByText('Máy này')).toBeVisible();
    await page.getByRole('button', { name: /Tạo 10 mã mới/ }).click();
    await expect(page.getByText('Hãy ghi lại ngay')).toBeVisible();
    await expectAccessible(page);
  });

  await signOut(page);
  await expect(page).toHaveURL(/\/can-bo\/dang-nhap$/);
});
