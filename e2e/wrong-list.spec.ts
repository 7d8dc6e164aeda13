import type { Browser, Page } from '@playwright/test';
import { handInBirthRegistration } from './support/birth-registration.ts';
import { officers, openFromQueue } from './support/counter.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const control = 'kiemsoat.tthc';
const phone = { width: 390, height: 844 };

test('a citizen without script and not signed in reports, and reads the answer by the link', async ({
  page: scripted,
  browser,
}) => {
  test.setTimeout(120_000);
  const wrong = `Lệ phí ghi 8.000 đ, nghị quyết mới đã miễn (${Date.now()})`;
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  await page.goto('/thu-tuc/1.001193');
  await page.getByRole('link', { name: 'Báo danh mục sai' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Báo danh mục sai');
  await scripted.goto(page.url());
  await expectAccessible(scripted);

  await page.getByLabel('Phần bị sai').selectOption({ label: 'Phí, lệ phí' });
  await page.getByLabel('Sai như thế nào').fill('sai');
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(page.getByRole('alert')).toContainText('Sai như thế nào');
  await expect(page.getByLabel('Phần bị sai')).toHaveValue('fee');
  await scripted.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(scripted.getByRole('alert')).toContainText('Sai như thế nào');
  await expectAccessible(scripted);

  await page.getByLabel('Sai như thế nào').fill(wrong);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(page.getByRole('status')).toContainText('Đã gửi báo cáo');
  await expect(page.getByText('Chờ trả lời')).toBeVisible();
  await expect(page.getByText(wrong)).toBeVisible();
  await scripted.goto(page.url());
  await expectAccessible(scripted);
  const link = new URL(page.url()).pathname;
  expect(link).toMatch(/^\/bao-sai\/[\w-]{43}$/);

  await at(browser, control, async (desk) => {
    await openReport(desk, wrong);
    await expect(desk.getByText('Người dân (không đăng nhập)')).toBeVisible();
    await desk.getByLabel(/^Không tiếp thu/).check();
    await desk.getByLabel('Nội dung trả lời').fill('Nghị quyết đó chưa có hiệu lực ở tỉnh');
    await desk.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(desk.getByText('Không tiếp thu').first()).toBeVisible();
    await expectAccessible(desk);
  });
  await page.goto(link);
  await expect(page.getByText('Nghị quyết đó chưa có hiệu lực ở tỉnh')).toBeVisible();
  await expect(page.getByText('Nghiêm Thị Lan Chi')).toHaveCount(0);
  await scripted.goto(link);
  await expectAccessible(scripted);
  const stranger = await page.goto('/bao-sai/khong-phai-cua-toi');
  expect(stranger?.status()).toBe(404);
  await context.close();
});

test('an officer reports a paper from the dossier; procedure control accepts, mends, and counts', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const wrong = `Giấy chứng sinh không còn phải nộp bản giấy (${Date.now()})`;
  await signInAsCitizen(page, 'Trần Ngọc Anh Thư');
  const code = await handInBirthRegistration(page);

  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    const dossier = desk.url();
    await desk.getByRole('link', { name: 'Báo sai giấy tờ này: Giấy chứng sinh' }).click();
    await expect(desk.getByLabel('Giấy tờ bị sai')).toHaveValue('giay-chung-sinh');
    await expect(desk.getByRole('main').getByText(code, { exact: true })).toBeVisible();
    await expectAccessible(desk);
    await desk.getByLabel('Sai như thế nào').fill(wrong);
    await desk.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await expect(desk.getByRole('status')).toContainText('Đã gửi báo cáo');
    await expect(desk.getByRole('button', { name: 'Gửi trả lời' })).toHaveCount(0);
    await expectAccessible(desk);
    await desk.goto(dossier);
    await expect(reportsOn(desk).getByText('Chờ trả lời')).toBeVisible();
    await desk.goto('/can-bo/bao-sai');
    await expect(desk.getByText('Chỉ bộ phận kiểm soát thủ tục hành chính')).toBeVisible();
  });

  await at(browser, control, async (desk) => {
    const open = await number(desk, 'Chờ trả lời');
    await openReport(desk, wrong);
    await expect(desk.getByRole('link', { name: code })).toBeVisible();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(desk.getByRole('alert')).toContainText('Kết luận');
    await expectAccessible(desk);
    await desk.getByLabel(/^Tiếp thu/).check();
    await desk.getByLabel('Nội dung trả lời').fill('Đúng là sai, sẽ sửa trong quyết định tới');
    await desk.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(desk.getByText('Tiếp thu, sẽ sửa').first()).toBeVisible();
    const answered = desk.url();
    expect(await number(desk, 'Chờ trả lời')).toBe(open - 1);
    await expectAccessible(desk);
    const unit = desk.getByRole('row', { name: /Tân Ninh/ }).first();
    await unit.getByRole('link').first().click();
    await expect(desk.getByRole('row').filter({ hasText: 'Giấy chứng sinh' }).first()).toBeVisible();
    await expectAccessible(desk);
    await desk.goto(answered);
    await desk.getByRole('button', { name: 'Mở bản soạn để sửa' }).click();
    await desk.waitForURL(/\/can-bo\/thu-tuc\/soan\//);
    await expect(desk.getByText(wrong).first()).toBeVisible();
  });

  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await expect(reportsOn(desk).getByText('Đúng là sai, sẽ sửa trong quyết định tới')).toBeVisible();
    await expectAccessible(desk);
    await reportsOn(desk).getByRole('link', { name: 'Báo cáo của tôi' }).click();
    await expect(desk.getByRole('row').filter({ hasText: 'Tiếp thu, sẽ sửa' }).first()).toBeVisible();
    await expectAccessible(desk);
  });
});

/** Opens a report from the queue by its words, walking from the last due on: others wait there too. */
async function openReport(desk: Page, words: string): Promise<void> {
  await desk.goto('/can-bo/bao-sai?tinh-trang=tat-ca');
  await expectAccessible(desk);
  const reports = desk.getByRole('row').getByRole('link');
  const addresses = await reports.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );
  for (const address of addresses) {
    await desk.goto(address);
    if ((await desk.getByText(words).count()) > 0) return;
  }
  throw new Error(`no report says ${words}`);
}

/** The sum of a column of the counts by unit. */
async function number(desk: Page, column: string): Promise<number> {
  await desk.goto('/can-bo/bao-sai/so-lieu');
  const table = desk.getByRole('table', { name: 'Theo đơn vị báo' });
  const headers = await table.getByRole('columnheader').allTextContents();
  const at = headers.indexOf(column);
  const rows = await table.locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('th,td').nth(at).textContent()));
  return cells.reduce((sum, cell) => sum + Number(cell), 0);
}

function reportsOn(desk: Page) {
  return desk.getByRole('region', { name: 'Báo danh mục sai' });
}

/** Somebody at a desk of their own. */
async function at(browser: Browser, login: string, act: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await act(desk);
  await context.close();
}
