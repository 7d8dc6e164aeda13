import type { Browser, Page } from '@playwright/test';
import { handInBirthRegistration } from './support/birth-registration.ts';
import { accept, expectDone, officers, openFromQueue } from './support/counter.ts';
import { aScannedPdf, fileBehind } from './support/file-samples.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test, untilShown } from './support/test.ts';

const mother = 'Trần Ngọc Anh Thư';
const phone = { width: 390, height: 844 };
const reason = 'Giấy chứng sinh bị mờ, không đọc được số và dấu bệnh viện';
const letter = 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (PDF)';

test('what is missing is asked once, given on a phone, and the same step goes on', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signInAsCitizen(page, mother);
  const code = await handInBirthRegistration(page);
  await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
  const dossier = page.url();

  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await accept(desk);
  });

  await test.step('the specialist slips, is told where, and asks', () =>
    at(browser, officers.specialist.login, async (desk) => {
      await openFromQueue(desk, 'dang-thu-ly', code);
      await expectAccessible(desk);
      await desk.getByText('Yêu cầu bổ sung…').click();
      await desk.getByLabel('Lý do – Giấy chứng sinh').fill('mờ');
      await desk.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
      await expect(desk.getByRole('alert')).toBeFocused();
      await desk
        .getByRole('alert')
        .getByRole('link', { name: /^Giấy chứng sinh: hãy ghi rõ lý do/ })
        .click();
      await expect(desk.getByLabel('Lý do – Giấy chứng sinh')).toBeFocused();
      await expectAccessible(desk);
      await desk.getByLabel('Lý do – Giấy chứng sinh').fill(reason);
      await desk.getByLabel('Người ký thông báo').first().selectOption({ index: 1 });
      await desk.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
      await expectDone(desk, 'Đã gửi yêu cầu bổ sung');
      await expect(desk.getByRole('button', { name: 'Hoàn thành bước' })).toHaveCount(0);
      await expectAccessible(desk);
      await openFromQueue(desk, 'cho-bo-sung', code);
    }));

  await test.step('the citizen reads exactly what and why, and sends it from the phone', async () => {
    await page.setViewportSize(phone);
    await page.goto(dossier);
    await expect(page.getByRole('main').getByText(reason)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Bổ sung ngay' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bổ sung hồ sơ');
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await expect(page.getByRole('alert')).toContainText('Chưa có: Giấy chứng sinh');
    await expectAccessible(page);
    const again = aScannedPdf('chung-sinh-ro.pdf');
    await page.getByLabel('Chọn tệp hoặc chụp ảnh – Giấy chứng sinh').setInputFiles(again);
    await expect(page.getByRole('link', { name: again.name })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await expect(page.getByRole('status')).toContainText('Đã gửi bổ sung');
    await expect(page.getByRole('link', { name: 'Bổ sung ngay' })).toHaveCount(0);
    await untilShown(page, page.getByRole('link', { name: letter }));
    expect((await fileBehind(page, letter)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the specialist finds it where it stood and goes on', () =>
    at(browser, officers.specialist.login, async (desk) => {
      await openFromQueue(desk, 'dang-thu-ly', code);
      await expect(desk.getByText('Đã bổ sung trực tuyến')).toBeVisible();
      await expect(desk.getByRole('link', { name: /chung-sinh-ro\.pdf/ }).first()).toBeVisible();
      await expect(desk.getByText('Yêu cầu bổ sung…')).toHaveCount(0);
      await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
      await expectDone(desk, 'Đã hoàn thành bước');
    }));
});

test('before acceptance it goes back and forth without script', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await signInAsCitizen(page, mother);
  const code = await handInBirthRegistration(page);
  await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
  const dossier = page.url();
  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await desk.getByText('Yêu cầu bổ sung…').click();
    await desk.getByLabel('Lý do – Giấy chứng sinh').fill(reason);
    await desk.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await expectDone(desk, 'Đã gửi yêu cầu bổ sung');
    await expect(desk.getByRole('button', { name: 'Tiếp nhận hồ sơ' })).toHaveCount(0);
  });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const plain = await context.newPage();
  await signInAsCitizen(plain, mother, new URL(dossier).pathname);
  await plain.getByRole('link', { name: 'Bổ sung ngay' }).click();
  await plain.getByLabel(/^Chọn tệp hoặc chụp ảnh/).setInputFiles(aScannedPdf('chung-sinh.pdf'));
  await plain.getByRole('button', { name: 'Tải lên' }).click();
  await expect(plain.getByText('Đã nhận 1 tệp.')).toBeVisible();
  await plain.getByRole('button', { name: 'Gửi bổ sung' }).click();
  await expect(plain.getByRole('status')).toContainText('Đã gửi bổ sung');
  await context.close();
  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await accept(desk);
  });
});

test('a citizen asks for the dossier back; the office answers by stopping', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await signInAsCitizen(page, mother);
  const code = await handInBirthRegistration(page);
  await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await accept(desk);
  });
  await page.reload();
  await page.getByText('Xin rút hồ sơ').click();
  await page.getByLabel('Lý do xin rút').fill('Con đã được đăng ký ở quê ngoại');
  await page.getByRole('button', { name: 'Gửi yêu cầu rút hồ sơ' }).click();
  await expect(page.getByRole('button', { name: 'Thôi xin rút' })).toBeVisible();
  await expectAccessible(page);
  await at(browser, officers.specialist.login, async (desk) => {
    await openFromQueue(desk, 'xin-rut', code);
    await expectAccessible(desk);
    await desk.getByText('Dừng giải quyết…').click();
    await desk.getByLabel('Lý do dừng').fill('Người nộp đề nghị rút hồ sơ ngày hôm nay');
    await desk.getByLabel('Phí, lệ phí đã nộp').fill('Chưa thu phí, lệ phí');
    await desk.getByLabel('Người ký thông báo').selectOption({ index: 1 });
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Dừng giải quyết', exact: true }).click();
    await expectDone(desk, 'Đã dừng giải quyết');
    await expectAccessible(desk);
  });
  await page.reload();
  await expect(page.getByText('Dừng xử lý').first()).toBeVisible();
  await untilShown(page, page.getByRole('link', { name: 'Thông báo dừng giải quyết hồ sơ (PDF)' }));
  await expectAccessible(page);
});

/** An officer at a desk of their own. */
async function at(browser: Browser, login: string, act: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await act(desk);
  await context.close();
}
