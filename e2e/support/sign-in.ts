import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../../src/main/demo-password.ts';

/** Signs a demo citizen in at the simulated VNeID and comes back to `path`. `name` as in data/demo/citizens.csv. */
export async function signInAsCitizen(page: Page, name: string, path = '/ho-so'): Promise<void> {
  await page.goto(`/dang-nhap?tiep=${encodeURIComponent(path)}`);
  await page.getByRole('main').getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
  // One person may have an older account beside, without a number.
  await page.getByRole('button', { name: new RegExp(`^${name} .*Số định danh \\d`) }).click();
  await page.waitForURL((url) => url.pathname + url.search === path);
}

/** Signs a demo officer in and opens `path` (their first queue, unless told). `login` as in data/demo/officers.csv. */
export async function signInAsOfficer(page: Page, login: string, path = '/can-bo'): Promise<void> {
  await page.goto(`/can-bo/dang-nhap?tiep=${encodeURIComponent(path)}`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(demoPassword);
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname !== '/can-bo/dang-nhap');
  if (new URL(page.url()).pathname === '/can-bo/xac-thuc') await proveByCode(page, login);
}

/** Types the code that the officer's simulated telephone shows; waits for a new one where the last was just used. */
export async function proveByCode(page: Page, login: string): Promise<void> {
  let code = '';
  await expect(async () => {
    const shown = await page.request.get(`/mo-phong/dien-thoai/${login}`, {
      headers: { accept: 'application/json' },
    });
    code = String((await shown.json()).code ?? '');
    expect(code).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 60_000 });
  await page.getByLabel('Mã xác thực').fill(code);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForURL((url) => url.pathname !== '/can-bo/xac-thuc');
}

/** Ends the session of this browser, whoever is signed in. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('/dang-xuat');
  await page.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL((url) => url.pathname !== '/dang-xuat');
}
