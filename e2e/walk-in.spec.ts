import type { Page } from '@playwright/test';
import { check, officers } from './support/counter.ts';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const original = 'Bản chính giấy tờ, văn bản làm cơ sở để chứng thực bản sao';

test('papers only: many certified copies are received with their fee and get an appointment slip', async ({
  page,
}) => {
  await signInAsOfficer(page, officers.counter.login);
  await page.getByRole('link', { name: 'Tiếp nhận tại quầy' }).click();
  await expect(page.getByRole('textbox', { name: 'Thủ tục' })).toBeFocused();
  await expectAccessible(page);
  await chooseCertifiedCopies(page, 'Có, số lượng lớn hoặc nội dung phức tạp');
  await nameOwner(page, 'Huỳnh Thị Sáu');
  await page.getByLabel('Số trang').fill('40');
  await page.getByLabel('Số bản').fill('10');
  await expect(page.getByLabel('Số tiền thu (đồng)')).toHaveValue('420.000');

  await page.getByLabel('Số biên lai').fill(`BL-${Date.now()}`);

  await test.step('a missed tick is told; what was typed stays', async () => {
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link', { name: /^Chưa đối chiếu bản chính/ })).toBeVisible();
    await expect(page.getByLabel('Số trang')).toHaveValue('40');
    await expect(owner(page).getByLabel('Họ và tên')).toHaveValue('Huỳnh Thị Sáu');
    await expectAccessible(page);
  });

  await check(page, original).getByLabel('Đã đối chiếu bản chính').check();
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ');
  await expect(page.getByRole('status').first()).toContainText('420.000');
  await expect(page.getByText(/Hẹn trả kết quả: 17:00/)).toBeVisible();
  const slip = page.getByRole('link', { name: 'In Giấy tiếp nhận hồ sơ và hẹn trả kết quả' });
  await expect(slip).toBeVisible();
  await expectAccessible(page);
  const pdf = await page.request.get((await slip.getAttribute('href')) ?? '');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('certified copies are settled on the spot, without an appointment slip', async ({ page }) => {
  await signInAsOfficer(page, officers.counter.login, '/can-bo/tiep-nhan');
  await chooseCertifiedCopies(page, 'Không, số lượng thông thường');
  await nameOwner(page, 'Ngô Văn Bảy');
  await check(page, original).getByLabel('Đã đối chiếu bản chính').check();
  await page.getByLabel('Số biên lai').fill(`BL-${Date.now()}`);
  await page
    .getByLabel('Người ký', { exact: true })
    .selectOption({ label: 'Lâm Thị Bích Vân (KT. CHỦ TỊCH / PHÓ CHỦ TỊCH)' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Vào sổ và trả kết quả ngay' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã giải quyết và trả kết quả');
  await expect(page.getByText('Giải quyết ngay tại quầy nên không in giấy hẹn.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Mở hồ sơ vừa nhận' }).click();
  await expect(page.getByText('Đã trả kết quả').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Giấy tiếp nhận/ })).toHaveCount(0);
  await expectAccessible(page);
});

/** Searches the procedure as people call it and says which case it is; the counter's own commune decides. */
async function chooseCertifiedCopies(page: Page, amount: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Thủ tục' }).fill('sao y');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Chứng thực bản sao từ bản chính' }).click();
  await page.getByLabel(/nhiều trang, nhiều bản/).selectOption(amount);
  // The choice itself sends the form, once the script runs; the button is there from the beginning.
  await page.getByRole('button', { name: 'Xem giấy tờ cần có' }).click();
  await expect(page.getByRole('heading', { name: 'Thành phần hồ sơ' })).toBeVisible();
}

function owner(page: Page) {
  return page.getByRole('group', { name: 'Chủ hồ sơ' });
}

async function nameOwner(page: Page, name: string): Promise<void> {
  await owner(page).getByLabel('Họ và tên').fill(name);
}
