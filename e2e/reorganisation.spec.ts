import type { Page } from '@playwright/test';
import { openFromQueue, takeInCopies } from './support/counter.ts';
import { dayFromNow } from './support/day-from-now.ts';
import { signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const newWard = 'Ủy ban nhân dân phường Tân Biên Mới';
const newCommune = 'Ủy ban nhân dân xã Tân Biên Đông';

/** Xã Tân Biên is used by no other journey: it ends here, today. */
test('a commune is split today, prepared once and taken back; what was open goes on where it was given', async ({
  page,
}) => {
  await signInAsOfficer(page, 'tiepnhan.tanbien', '/can-bo/tiep-nhan');
  const code = await takeInCopies(page, 'Lâm Văn Chín');
  await signOut(page);

  await signInAsOfficer(page, 'quantri', '/can-bo/don-vi');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
  await expectAccessible(page);
  await page.getByLabel('Tên phương án').fill('Lập phường Tân Biên Mới');
  await page.getByRole('button', { name: 'Lập phương án' }).click();
  await expect(page.getByText('Phương án chưa có nội dung.')).toBeVisible();
  await expectAccessible(page);

  await test.step('two new units, and the old commune with its parts into them', async () => {
    await begin(page, newWard, 'Phường Tân Biên Mới');
    await begin(page, newCommune, 'Xã Tân Biên Đông');
    await open(page, 'Sáp nhập, chia tách');
    await page.getByRole('combobox', { name: 'Đơn vị kết thúc' }).fill('Ủy ban nhân dân xã Tân Biênn');
    await page.getByRole('combobox', { name: 'Đơn vị kế nhiệm 1' }).fill(newWard);
    await page.getByRole('combobox', { name: 'Đơn vị kế nhiệm 2' }).fill(newCommune);
    await page.getByRole('button', { name: 'Thêm vào phương án' }).click();
    await expect(page.getByRole('alert')).toContainText('Không có đơn vị này vào ngày hiệu lực');
    await page.getByRole('combobox', { name: 'Đơn vị kết thúc' }).fill('Ủy ban nhân dân xã Tân Biên');
    await page.getByRole('button', { name: 'Thêm vào phương án' }).click();
    await expect(page.getByRole('row', { name: /^Ủy ban nhân dân xã Tân Biên/ })).toBeVisible();
    await page.getByLabel('Phần còn lại').selectOption('perDossier');
    await page.getByRole('button', { name: 'Ghi lựa chọn' }).click();
    const places = page.locator('form:has(> fieldset) select');
    for (const place of await places.all()) await place.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Ghi nơi đến' }).click();
  });

  await test.step('carried out for tomorrow, and taken back today with a reason', async () => {
    await decide(page, dayFromNow(1));
    await page.getByRole('button', { name: 'Thực hiện phương án' }).click();
    await expect(page.getByRole('status')).toContainText('Đã thực hiện');
    await page.getByRole('button', { name: 'Hoàn tác phương án' }).click();
    await expect(page.getByRole('alert')).toContainText('Lý do');
    await expectAccessible(page);
    await page.getByLabel('Lý do').fill('Nghị quyết hoãn thi hành');
    await page.getByRole('button', { name: 'Hoàn tác phương án' }).click();
    await expect(page.getByRole('status')).toContainText('Đã hoàn tác');
  });

  await decide(page, dayFromNow(0));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Thực hiện phương án' }).click();
  await expect(page.getByRole('status')).toContainText('Đã thực hiện');

  await test.step('the open dossier is given to one of the two', async () => {
    await page.getByRole('link', { name: 'Hồ sơ sau chia tách' }).click();
    await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click();
    await expect(page.getByRole('alert')).toContainText('Chưa chọn hồ sơ nào');
    await expectAccessible(page);
    await page.getByLabel(code).check();
    await page.getByLabel('Giao cho').selectOption({ label: newWard });
    await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click();
    await expect(page.getByRole('status')).toContainText('Đã giao');
    await expectAccessible(page);
  });
  await page.goto('/can-bo/don-vi?tim=tan bien moi');
  await page.getByRole('link', { name: newWard, exact: true }).click();
  await expect(page.getByText('Tô Thị Yến Nhi')).toBeVisible();
  await expectAccessible(page);
  await signOut(page);

  await test.step('its specialist goes on with the open dossier, now of the new ward', async () => {
    await signInAsOfficer(page, 'hotich.tanbien');
    await expect(page.getByRole('banner')).toContainText('phường Tân Biên Mới');
    await openFromQueue(page, 'dang-thu-ly', code);
    await page.getByRole('button', { name: 'Nhận xử lý' }).click();
    await expect(page.getByRole('status').first()).toBeVisible();
  });
});

async function open(page: Page, summary: string): Promise<void> {
  await page.locator('summary', { hasText: summary }).click();
}

/** A new unit below the province in the plan. */
async function begin(page: Page, name: string, shortName: string): Promise<void> {
  await open(page, 'Thêm đơn vị mới');
  await page.getByLabel('Tên đầy đủ').fill(name);
  await page.getByLabel('Tên ngắn').fill(shortName);
  await page.getByLabel('Đơn vị cấp trên').fill('Ủy ban nhân dân tỉnh Tây Ninh');
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await expect(page.locator('li strong', { hasText: name })).toBeVisible();
}

/** Names the decision and the day from which the plan holds, and sees that nothing is missing. */
async function decide(page: Page, day: string): Promise<void> {
  await open(page, 'Sửa tên, quyết định và ngày');
  await page.getByLabel('Số nghị quyết, quyết định').fill('20/NQ-HĐND');
  await page.getByLabel('Ngày hiệu lực').fill(day);
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(page.getByText('Phương án đã đủ để thực hiện.')).toBeVisible();
}
