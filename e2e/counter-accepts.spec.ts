import type { Browser, Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { handInBirthRegistration } from './support/birth-registration.ts';
import { accept, check, expectDone, officers, openFromQueue } from './support/counter.ts';
import { aScannedPdf, fileBehind } from './support/file-samples.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test, untilShown } from './support/test.ts';

/** As in data/demo/citizens.csv; nobody else's journey uses her. */
const mother = { name: 'Nguyễn Thị Bé Ba', phone: '0530000055' };
const receipt = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (PDF)';

test('a birth registration travels from the counter to the result', async ({ page, browser }) => {
  test.setTimeout(240_000);
  await signInAsCitizen(page, mother.name);
  const code = await handInBirthRegistration(page);
  await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();

  await test.step('the one-stop officer finds it by keyboard', () =>
    at(browser, officers.counter.login, async (desk) => {
      await desk.goto('/can-bo');
      await expect(desk).toHaveURL(/hang-doi\/cho-tiep-nhan/);
      await expectAccessible(desk);
      const row = desk.getByRole('main').getByRole('link', { name: code });
      await expect(async () => {
        await desk.keyboard.press('j');
        await expect(row).toBeFocused({ timeout: 50 });
      }).toPass();
      await desk.keyboard.press('Enter');
      await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`Hồ sơ ${code}`);

      await test.step('and views the papers', async () => {
        await expect(desk.getByText('Nguyễn Phan Minh An')).toBeVisible();
        await expectAccessible(desk);
        const scan = await fileBehind(desk, /^giay-chung-sinh\.pdf/);
        expect(scan.subarray(0, 5).toString()).toBe('%PDF-');
        await expect(desk.getByTitle('Giấy tờ đang xem')).toBeVisible();
      });

      await test.step('slips while counting: told which paper, nothing lost', async () => {
        const found = check(desk, 'Giấy chứng sinh');
        await found.getByLabel('Bản chính nhận').fill('một');
        await found.getByLabel('Ghi chú').fill('Bản chính có dấu bệnh viện');
        await desk.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
        await expect(desk.getByRole('alert')).toBeFocused();
        await expectAccessible(desk);
        await desk.getByRole('alert').getByRole('link').click();
        await expect(found.getByLabel('Bản chính nhận')).toBeFocused();
        await expect(found.getByLabel('Bản chính nhận')).toHaveValue('một');
        await expect(found.getByLabel('Ghi chú')).toHaveValue('Bản chính có dấu bệnh viện');
      });

      await test.step('accepts: serial, due time with its reasons, receipt', async () => {
        await accept(desk);
        await expect(desk.getByText(/Số thứ tự trong sổ: \d+\/2026/)).toBeVisible();
        await expect(desk.getByText(/Hẹn trả kết quả: /)).toBeVisible();
        await desk.getByText('Ngày hẹn được tính thế nào?').click();
        await expectAccessible(desk);
        await untilShown(desk, desk.getByRole('link', { name: receipt }));
        expect(await textOfPdf(await fileBehind(desk, receipt))).toContain(code);
      });
    }));

  await expectTold(page, code, 'Cơ quan đã tiếp nhận hồ sơ', 'đã được tiếp nhận');
  expect(await textOfPdf(await fileBehind(page, receipt))).toContain(code);

  await test.step('the specialist works', () =>
    at(browser, officers.specialist.login, async (desk) => {
      await openFromQueue(desk, 'dang-thu-ly', code);
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
      await expectDone(desk, 'Đã hoàn thành bước');
    }));

  await test.step('the vice chair signs for the chair', () =>
    at(browser, officers.leader.login, async (desk) => {
      await openFromQueue(desk, 'cho-ky', code);
      await expect(desk.getByText('KT. CHỦ TỊCH', { exact: true })).toBeVisible();
      await expect(desk.getByText('PHÓ CHỦ TỊCH', { exact: true })).toBeVisible();
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
      await expectDone(desk, 'Đã hoàn thành bước');
      await expect(desk.getByRole('cell', { name: 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH' })).toBeVisible();
    }));

  await test.step('the records clerk adds the scan, number and book', () =>
    at(browser, officers.clerk.login, async (desk) => {
      await openFromQueue(desk, 'cho-phat-hanh', code);
      await desk.getByText(/^Bản quét kết quả/).click();
      await desk.getByLabel('Thêm bản quét kết quả').setInputFiles(aScannedPdf('giay-khai-sinh.pdf'));
      await desk.getByRole('button', { name: 'Tải lên' }).click();
      await expect(desk.getByRole('status')).toContainText('Đã tải lên 1 tệp');
      await desk.getByLabel('Số', { exact: true }).fill(code.slice(-4));
      await desk.getByLabel('Quyển số').fill('03/2026');
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'Phát hành kết quả' }).click();
      await expectDone(desk, 'Đã phát hành kết quả');
      await expect(desk.getByRole('region', { name: 'Kết quả', exact: true })).toContainText('quyển 03/2026');
    }));

  await expectTold(page, code, 'Đã có kết quả', 'đã xử lý xong');
  await expect(page.getByText('Đã xử lý xong').first()).toBeVisible();
  expect((await fileBehind(page, 'Giấy khai sinh (bản chính)')).subarray(0, 5).toString()).toBe('%PDF-');

  await test.step('the counter hands the result over', () =>
    at(browser, officers.counter.login, async (desk) => {
      await openFromQueue(desk, 'cho-tra-ket-qua', code);
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'Xác nhận đã trả kết quả' }).click();
      await expectDone(desk, 'Đã trả kết quả');
      await expectAccessible(desk);
    }));

  await expectTold(page, code, 'Bạn đã nhận kết quả', 'Bạn đã nhận kết quả của hồ sơ');
  await expectAccessible(page);
  await page.goto('/hop-thu');
  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
  await expect(page.getByText('Bạn đã đọc hết.')).toBeVisible();

  await test.step('whoever has the code and the phone number looks it up', () => lookUp(browser, code));
});

/** The citizen's timeline says it, and the inbox does. */
async function expectTold(page: Page, code: string, timeline: string, message: string): Promise<void> {
  const way = page.getByRole('list', { name: 'Đường đi của hồ sơ' });
  await untilShown(page, way.getByRole('listitem').filter({ hasText: timeline }));
  const dossier = page.url();
  await page.goto('/hop-thu');
  const told = page.getByRole('link', { name: code }).filter({ hasText: message });
  await untilShown(page, told.first());
  await page.goto(dossier);
}

/** Somebody who is not signed in: the second fact opens it, a wrong one does not, five wrong ones close it. */
async function lookUp(browser: Browser, code: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const ask = async (secondFact: string) => {
    await page.goto(`/tra-cuu?ma=${code}`);
    await page.getByLabel('Số căn cước hoặc số điện thoại').fill(secondFact);
    await page.getByRole('main').getByRole('button', { name: 'Tra cứu' }).click();
  };
  await ask(mother.phone);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tình trạng hồ sơ');
  await expect(page.getByText('Đã trả kết quả').first()).toBeVisible();
  await expect(page.getByRole('main').getByText(mother.name)).toHaveCount(0);
  await expectAccessible(page);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await ask(`0795555500${attempt}`);
    await expect(page.getByRole('alert')).toContainText('Không tìm thấy hồ sơ');
  }
  await ask(mother.phone);
  await expect(page.getByRole('alert')).toContainText('Hãy thử lại sau một giờ');
  await context.close();
}

/** An officer at a desk of their own. */
async function at(browser: Browser, login: string, act: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await act(desk);
  await context.close();
}

async function textOfPdf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

test('an officer finds a dossier by the name of its owner, without marks', async ({ page }) => {
  await signInAsOfficer(page, officers.counter.login);
  await page.getByRole('searchbox', { name: 'Tìm hồ sơ' }).fill('nguyen thi be ba');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tìm hồ sơ');
  await expect(page.getByRole('rowheader').getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
});
