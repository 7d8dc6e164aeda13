import type { Page } from '@playwright/test';
import { check, openFromQueue } from './support/counter.ts';
import { signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const original = 'Bản chính giấy tờ, văn bản làm cơ sở để chứng thực bản sao';
const newWard = 'Ủy ban nhân dân phường Tân Biên Mới';

/** Xã Tân Biên is used by no other journey: it ends here, today. */
test('a commune becomes a ward today; what was open goes on there with the same people', async ({ page }) => {
  await signInAsOfficer(page, 'tiepnhan.tanbien', '/can-bo/tiep-nhan');
  const code = await takeInCopies(page);
  await signOut(page);

  await signInAsOfficer(page, 'quantri', '/can-bo/don-vi');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
  await expectAccessible(page);
  await page.getByLabel('Tên phương án').fill('Lập phường Tân Biên Mới');
  await page.getByRole('button', { name: 'Lập phương án' }).click();
  await expect(page.getByText('Phương án chưa có nội dung.')).toBeVisible();
  await expectAccessible(page);

  await test.step('the new ward, and the old commune with its parts into it', async () => {
    await open(page, 'Thêm đơn vị mới');
    await page.getByLabel('Tên đầy đủ').fill(newWard);
    await page.getByLabel('Tên ngắn').fill('Phường Tân Biên Mới');
    await page.getByLabel('Đơn vị cấp trên').fill('Ủy ban nhân dân tỉnh Tây Ninh');
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await open(page, 'Sáp nhập, chia tách');
    await page.getByRole('combobox', { name: 'Đơn vị kết thúc' }).fill('Ủy ban nhân dân xã Tân Biênn');
    await page.getByRole('combobox', { name: 'Đơn vị kế nhiệm 1' }).fill(newWard);
    await page.getByRole('button', { name: 'Thêm vào phương án' }).click();
    await expect(page.getByRole('alert')).toContainText('Không có đơn vị này vào ngày hiệu lực');
    await page.getByRole('combobox', { name: 'Đơn vị kết thúc' }).fill('Ủy ban nhân dân xã Tân Biên');
    await page.getByRole('button', { name: 'Thêm vào phương án' }).click();
    await expect(page.getByRole('row', { name: /^Ủy ban nhân dân xã Tân Biên/ })).toBeVisible();
  });

  await open(page, 'Sửa tên, quyết định và ngày');
  await page.getByLabel('Số nghị quyết, quyết định').fill('20/NQ-HĐND');
  await page.getByLabel('Ngày hiệu lực').fill(today());
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(page.getByText('Phương án đã đủ để thực hiện.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Thực hiện phương án' }).click();
  await expect(page.getByRole('status')).toContainText('Đã thực hiện');
  await expectAccessible(page);
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

/** Certified copies that take more than a day, so that the dossier stays open; its code. */
async function takeInCopies(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: 'Thủ tục' }).fill('sao y');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Chứng thực bản sao từ bản chính' }).click();
  await page.getByLabel(/nhiều trang, nhiều bản/).selectOption('Có, số lượng lớn hoặc nội dung phức tạp');
  await page.getByRole('button', { name: 'Xem giấy tờ cần có' }).click();
  await page.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel('Họ và tên').fill('Lâm Văn Chín');
  await page.getByLabel('Số trang').fill('40');
  await page.getByLabel('Số bản').fill('10');
  await page.getByLabel('Số biên lai').fill(`BL-${Date.now()}`);
  await check(page, original).getByLabel('Đã đối chiếu bản chính').check();
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ');
  await page.getByRole('link', { name: 'Mở hồ sơ vừa nhận' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('Hồ sơ');
  return ((await title.textContent()) ?? '').replace('Hồ sơ ', '').trim();
}

async function open(page: Page, summary: string): Promise<void> {
  await page.locator('summary', { hasText: summary }).click();
}

/** The day in Vietnam, as a date field takes it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
