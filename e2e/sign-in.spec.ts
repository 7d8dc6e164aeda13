import { signInAsCitizen, signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const citizen = 'Phan Thị Mỹ Duyên';
const officer = 'tiepnhan.tanninh';

test('a citizen signs in at the simulated VNeID and comes back to their page', async ({ page }) => {
  await page.goto('/dang-nhap?tiep=%2Fen');
  await expect(page.getByText('bạn sẽ trở về đúng trang')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Đăng nhập bằng VNeID (mô phỏng)' }).click();
  await expect(page.getByText('MÔ PHỎNG', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: citizen }).click();
  await expect(page).toHaveURL('/en');
  await expect(page.getByRole('banner').getByText(citizen).first()).toBeVisible();
  await page.goto('/dang-nhap');
  await expect(page.getByText(`Bạn đang đăng nhập với tên ${citizen}`)).toBeVisible();
  await expectAccessible(page);
});

test('one person signs out and another signs in from the same browser', async ({ page }) => {
  await signInAsCitizen(page, citizen, '/en');
  await page.goto('/dang-xuat');
  await expectAccessible(page);
  await signOut(page);
  await signInAsCitizen(page, 'Trương Hoàng Phúc', '/en');
  await expect(page.getByRole('banner').getByText('Trương Hoàng Phúc').first()).toBeVisible();
});

test('leaving the provider is told in words', async ({ page }) => {
  await page.goto('/dang-nhap/vneid');
  await page.getByRole('button', { name: 'Hủy, không đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Bạn đã hủy đăng nhập ở VNeID');
  await expectAccessible(page);
});

test('an officer signs in after a mistake, with the fields named', async ({ page }) => {
  await page.goto('/can-bo/dang-nhap');
  await expectAccessible(page);
  const submit = page.getByRole('main').getByRole('button', { name: 'Đăng nhập' });
  await submit.click();
  await page.getByRole('link', { name: 'Nhập tên đăng nhập.' }).click();
  await expect(page.getByLabel('Tên đăng nhập')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Tên đăng nhập').fill(officer);
  await page.getByLabel('Mật khẩu').fill('sai mật khẩu');
  await submit.click();
  await expect(page.getByRole('alert')).toContainText('không đúng');
  await expectAccessible(page);
  await signInAsOfficer(page, officer);
  await signOut(page);
  await expect(page).toHaveURL('/can-bo/dang-nhap');
});

test('an ended session is said once and the place is kept', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'motcua', value: 'a-session-that-ended', url: baseURL ?? '' }]);
  await page.goto('/can-bo/dang-nhap?tiep=%2Fcan-bo%3Fxem%3D1');
  await expect(page.getByRole('status')).toContainText('Phiên làm việc đã hết hạn');
  await expectAccessible(page);
  await signInAsOfficer(page, officer, '/en?xem=1');
  await expect(page).toHaveURL('/en?xem=1');
});
