import { readFile } from 'node:fs/promises';
import { handInBirthRegistration } from './support/birth-registration.ts';
import { officers, openFromQueue } from './support/counter.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('a citizen sees who opened the dossier, an administrator finds and exports it', async ({ browser }) => {
  const citizen = await (await browser.newContext()).newPage();
  await signInAsCitizen(citizen, 'Phan Thị Mỹ Duyên');
  const code = await handInBirthRegistration(citizen);
  await citizen.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
  await expect(citizen.getByRole('link', { name: 'Ai đã xem hồ sơ này' })).toBeVisible();

  const counter = await (await browser.newContext()).newPage();
  await signInAsOfficer(counter, officers.counter.login);
  await openFromQueue(counter, 'cho-tiep-nhan', code);

  await citizen.getByRole('link', { name: 'Ai đã xem hồ sơ này' }).click();
  const opened = citizen.getByRole('listitem').filter({ hasText: 'Mở hồ sơ để giải quyết' });
  await expect(opened.first()).toContainText(officers.counter.name);
  await expect(opened.first()).toContainText('Công chức tiếp nhận');
  await expectAccessible(citizen);

  const administrator = await (await browser.newContext()).newPage();
  await signInAsOfficer(administrator, 'quantri');
  await administrator.getByRole('link', { name: 'Nhật ký hệ thống' }).click();
  await administrator.getByLabel('Mã hồ sơ hoặc mã định danh').fill(code);
  await administrator.getByRole('button', { name: 'Tìm trong nhật ký' }).click();
  await expect(
    administrator.getByRole('row').filter({ hasText: officers.counter.name }).first(),
  ).toBeVisible();
  await expectAccessible(administrator);
  await expect(async () => {
    const [download] = await Promise.all([
      administrator.waitForEvent('download'),
      administrator.getByRole('link', { name: /^Xuất kèm chứng cứ/ }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    const kinds = lines.map((line) => JSON.parse(line).kind);
    expect(kinds[0]).toBe('motcua-journal-export');
    expect(kinds.filter((kind) => kind === 'row').length).toBeGreaterThan(1);
    expect(kinds).toContain('block');
  }).toPass();

  await administrator.getByLabel('Mã hồ sơ hoặc mã định danh').fill('KHONG-CO');
  await administrator.getByRole('button', { name: 'Tìm trong nhật ký' }).click();
  await expect(administrator.getByRole('alert')).toContainText(
    'Không có hồ sơ nào mang mã này. Hãy nhập đúng mã hồ sơ',
  );

  await counter.goto('/can-bo/nhat-ky');
  await expect(counter.getByRole('main')).toContainText('Bạn không có quyền xem nhật ký hệ thống');
});

test('the seals of days are public, without script', async ({ page }) => {
  await page.goto('/nhat-ky-niem-phong');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Niêm phong nhật ký');
  expect(await page.locator('script').count()).toBe(0);
  await expectAccessible(page);
  const kept = await page.request.get('/nhat-ky-niem-phong.json');
  expect(await kept.json()).toEqual([]);
});
