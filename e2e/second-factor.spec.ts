import { demoPassword } from '../src/main/demo-password.ts';
import { proveByCode, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Nobody else's journey uses her. */
const clerk = 'vanthu.tanninh';

test('a records clerk signs in with a code, makes a passkey and signs in with that', async ({ page }) => {
  await page.goto('/can-bo/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(clerk);
  await page.getByLabel('Mật khẩu').fill(demoPassword);
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xác thực lớp thứ hai');
  await expectAccessible(page);

  await test.step('half a sign-in opens nothing', async () => {
    await page.goto('/can-bo/hang-doi/cho-phat-hanh');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xác thực lớp thứ hai');
  });

  await test.step('a wrong code is told beside its field', async () => {
    await page.getByLabel('Mã xác thực').fill('000000');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await expect(page.getByRole('alert')).toContainText('Mã không đúng');
    await expectAccessible(page);
  });
  await proveByCode(page, clerk);
  await expect(page).toHaveURL(/hang-doi\/cho-phat-hanh/);

  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/can-bo/bao-mat');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tạo khóa đăng nhập trên máy này' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã lưu thay đổi' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Khóa đăng nhập' }).first()).toBeVisible();

  await test.step('recovery codes are shown once', async () => {
    await page.getByRole('button', { name: /Tạo 10 mã mới/ }).click();
    await expect(page.getByText('Hãy ghi lại ngay')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/can-bo/bao-mat');
    await expect(page.getByText('Còn 10 mã chưa dùng.')).toBeVisible();
  });

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Tên đăng nhập').fill(clerk);
  await page.getByLabel('Mật khẩu').fill(demoPassword);
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /^Dùng khóa đăng nhập/ }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page).toHaveURL(/\/can-bo(\/hang-doi|$)/);

  await page.goto('/can-bo/bao-mat');
  await page.getByRole('button', { name: 'Gỡ bỏ Khóa đăng nhập' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã lưu thay đổi' })).toBeVisible();
});

test('an officer is told of a second machine and ends its session', async ({ page, browser }) => {
  await signInAsOfficer(page, 'tiepnhan2.tanninh', '/can-bo/bao-mat');
  const elsewhere = await browser.newContext({ userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' });
  const other = await elsewhere.newPage();
  await signInAsOfficer(other, 'tiepnhan2.tanninh');

  await page.reload();
  await expect(page.getByRole('link', { name: 'Đang mở ở máy khác' })).toBeVisible();
  const machine = page.getByRole('listitem').filter({ hasText: 'Firefox, Windows' });
  await expectAccessible(page);
  await machine.getByRole('button', { name: 'Kết thúc' }).click();
  await expect(machine).toHaveCount(0);

  await other.goto('/can-bo/bao-mat');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Đăng nhập của cán bộ');
  await elsewhere.close();
});
