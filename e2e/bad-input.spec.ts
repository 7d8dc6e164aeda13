import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Filing,
  fillToPapers,
  handInBirthRegistration,
  onPage,
  startBirthRegistration,
} from './support/birth-registration.ts';
import { accept, officers, openFromQueue } from './support/counter.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** As `support/start-product.ts` sets MOTCUA_UPLOAD_MEGABYTES. */
const largestUpload = 20_000_000;

test('files that are too large or not what their name says are refused with the way on', async ({ page }) => {
  const filing: Filing = { page, scripted: true };
  const folder = mkdtempSync(join(tmpdir(), 'motcua-upload-'));
  const tooLarge = join(folder, 'quet-600-dpi.pdf');
  writeFileSync(tooLarge, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(largestUpload)]));
  await signInAsCitizen(page, 'Lê Văn Út Mười');
  await startBirthRegistration(filing);
  await fillToPapers(filing);
  const box = page.getByLabel('Chọn tệp hoặc chụp ảnh – Giấy chứng sinh');
  await expect(page.getByText('Mỗi tệp tối đa 20 MB.').first()).toBeVisible();

  await box.setInputFiles(tooLarge);
  await expect(page.getByRole('alert')).toContainText('“quet-600-dpi.pdf” lớn hơn 20 MB');
  await expectAccessible(page);
  const program = Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(4000)]);
  await box.setInputFiles({ name: 'giay-chung-sinh.pdf', mimeType: 'application/pdf', buffer: program });
  await expect(page.getByRole('alert')).toContainText('giay-chung-sinh.pdf');
  await expect(page.getByRole('link', { name: /\.pdf$/ })).toHaveCount(0);
  rmSync(folder, { recursive: true });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an answer that the form does not offer is refused at its question', async ({ page }) => {
    await signInAsCitizen(page, 'Lê Văn Út Mười');
    await startBirthRegistration({ page, scripted: false });
    const father = page.getByRole('radio', { name: 'Cha', exact: true });
    await father.check();
    await father.evaluate((radio) => radio.setAttribute('value', 'king'));
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await summary.getByRole('link', { name: /không có trong danh sách/ }).click();
    await expect(page.getByRole('group', { name: 'Quan hệ với người được khai sinh' })).toBeFocused();
  });
});

test('while the network is gone the page says so; back again, everything is kept', async ({
  page,
  context,
}) => {
  await signInAsCitizen(page, 'Lê Văn Út Mười');
  await startBirthRegistration({ page, scripted: true });
  await context.setOffline(true);
  await page.getByLabel('Thư điện tử').fill('ut-muoi@nguoidan.example');
  await expect(page.getByRole('alert')).toContainText('Chưa lưu được. Kiểm tra mạng');
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByLabel('Thư điện tử').fill('le-ut-muoi@nguoidan.example');
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('le-ut-muoi@nguoidan.example');
});

test('two officers on one step: the second is told who was first', async ({ page, browser }) => {
  await signInAsCitizen(page, 'Trương Hoàng Phúc');
  const code = await handInBirthRegistration(page);
  const other = await browser.newContext();
  const [first, second] = [await browser.newContext().then((own) => own.newPage()), await other.newPage()];
  await signInAsOfficer(first, officers.counter.login);
  await signInAsOfficer(second, officers.counterToo.login);
  await openFromQueue(first, 'cho-tiep-nhan', code);
  await openFromQueue(second, 'cho-tiep-nhan', code);
  await accept(first);
  await second.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
  await expect(second.getByRole('alert')).toContainText(officers.counter.name);
  await expectAccessible(second);
  await first.context().close();
  await other.close();
});

test('pages of the offices are not for citizens, and what does not exist is told', async ({ page }) => {
  await signInAsCitizen(page, 'Lê Văn Út Mười');
  const office = await page.goto('/can-bo/hang-doi/cho-tiep-nhan');
  expect(office?.status()).toBe(403);
  await onPage(page, 'Bạn không có quyền xem trang này');
  await expectAccessible(page);
  expect((await page.goto('/ho-so/01a201c0-0000-7000-8000-000000000000'))?.status()).toBe(404);
  await expectAccessible(page);
  expect((await page.goto('/nop/9.999999'))?.status()).toBe(404);
  await expectAccessible(page);
});
