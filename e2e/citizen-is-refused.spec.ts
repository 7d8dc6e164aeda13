import {
  type Filing,
  fillDate,
  fillRequester,
  fillToPapers,
  onPage,
  startBirthRegistration,
} from './support/birth-registration.ts';
import { aScannedPdf } from './support/file-samples.ts';
import { signInAsCitizen, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('a wrong answer is told beside its field, in a summary that has the focus, and nothing is lost', async ({
  page,
}) => {
  await signInAsCitizen(page, 'Lê Văn Út Mười');
  await startBirthRegistration({ page, scripted: true });
  await page.getByLabel('Số định danh cá nhân').fill('290123456');
  await page.getByLabel('Số điện thoại liên hệ').click();
  await expect(page.getByText('Số định danh cá nhân (số căn cước) gồm đúng 12 chữ số.')).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const summary = page.getByRole('alert', { name: 'Có 3 chỗ cần sửa' });
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole('link', { name: /đúng 12 chữ số/ }).click();
  await expect(page.getByLabel('Số định danh cá nhân')).toBeFocused();
  await expect(page.getByLabel('Số định danh cá nhân')).toHaveValue('290123456');
});

test('a dossier without its paper is not taken; the draft stays', async ({ page }) => {
  const filing: Filing = { page, scripted: true };
  await signInAsCitizen(page, 'Lê Văn Út Mười');
  await startBirthRegistration(filing);
  await fillRequester(filing);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await onPage(page, 'Người được khai sinh');
  const birth = page.getByRole('group', { name: 'Ngày, tháng, năm sinh', exact: true });
  await fillDate(birth, '31', '2', '2026');
  await birth.getByLabel('Năm').press('Tab');
  await expect(page.getByText('Ngày này không có trong lịch.')).toBeVisible();
  await page.goBack();
  await fillToPapers(filing);

  await test.step('a file that is not what it says is refused with the reason', async () => {
    const box = page.locator('input[type=file]').first();
    await box.setInputFiles([
      { ...aScannedPdf('giay.pdf', 10), buffer: Buffer.from('MZ\x90\x00 not a paper') },
    ]);
    await expect(page.getByRole('alert').filter({ hasText: 'giay.pdf' })).toBeVisible();
    await expectAccessible(page);
  });
  await page.getByRole('link', { name: 'Tiếp tục: kiểm tra lại' }).click();
  await expect(page.getByText('Còn chỗ chưa xong')).toBeVisible();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  const summary = page.getByRole('alert', { name: 'Có 1 chỗ cần sửa' });
  await expect(summary.getByRole('link', { name: 'Thiếu giấy tờ: Giấy chứng sinh.' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/ho-so');
  await expect(page.getByRole('link', { name: 'Khai tiếp' }).first()).toBeVisible();
});

test('a session that ended loses nothing: the page says so and keeps what was typed', async ({
  page,
  context,
}) => {
  await signInAsCitizen(page, 'Đoàn Minh Trí');
  await startBirthRegistration({ page, scripted: true });
  await page.getByLabel('Cha', { exact: true }).check();
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await context.clearCookies();
  await page.getByLabel('Thư điện tử').fill('minh-tri@nguoidan.example');
  await expect(page.getByText('Phiên đăng nhập đã hết, phần vừa điền chưa lưu.')).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('minh-tri@nguoidan.example');
  await signInAsCitizen(page, 'Đoàn Minh Trí', new URL(page.url()).pathname);
  await onPage(page, 'Người yêu cầu');
  await expect(page.getByLabel('Cha', { exact: true })).toBeChecked();
});

test('two windows on one draft: the later one is told instead of overwriting', async ({ page, context }) => {
  await signInAsCitizen(page, 'Đoàn Minh Trí');
  await startBirthRegistration({ page, scripted: true });
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Mẹ', { exact: true }).check();
  await expect(other.getByText(/Đã lưu lúc/)).toBeVisible();
  await page.getByLabel('Cha', { exact: true }).check();
  await expect(page.getByText('Bản khai này vừa được lưu từ một cửa sổ khác.')).toBeVisible();
});

test("somebody else's draft is not there", async ({ page }) => {
  await signInAsCitizen(page, 'Võ Thành Nam');
  await startBirthRegistration({ page, scripted: true });
  const draft = new URL(page.url()).pathname;
  await signOut(page);
  await signInAsCitizen(page, 'Nguyễn Thị Bé Ba');
  expect((await page.goto(draft))?.status()).toBe(404);
});
