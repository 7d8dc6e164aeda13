import type { Browser, Page } from '@playwright/test';
import { handInBirthRegistration } from './support/birth-registration.ts';
import { officers } from './support/counter.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** As in data/demo/citizens.csv; nobody else's journey uses him. */
const father = 'Đoàn Minh Trí';
const queue = '/can-bo/hang-doi/cho-tiep-nhan';

test('dossiers are taken by keyboard, handed over, and done for who is away', async ({ page, browser }) => {
  test.setTimeout(240_000);
  await signInAsCitizen(page, father);
  const codes = [await handInBirthRegistration(page), await handInBirthRegistration(page)];

  await test.step('the counter ticks both without touching the mouse and takes them', () =>
    at(browser, officers.counter.login, async (desk) => {
      await desk.goto(`${queue}?pham-vi=group&sap-xep=newest`);
      await expectAccessible(desk);
      for (const code of codes) {
        const row = desk.getByRole('main').getByRole('link', { name: code });
        await expect(async () => {
          await desk.keyboard.press('k');
          if (!(await isFocused(row))) await desk.keyboard.press('j');
          await expect(row).toBeFocused({ timeout: 50 });
        }).toPass();
        await desk.keyboard.press('x');
        await expect(desk.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` })).toBeChecked();
      }
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'Nhận xử lý' }).press('Enter');
      await expect(desk.getByRole('status')).toContainText('Đã làm 2 trong 2 hồ sơ đã chọn');
      await expectAccessible(desk);
      await desk.getByRole('link', { name: 'Của tôi' }).click();
      for (const code of codes) await expect(rowOf(desk, code)).toContainText('Tôi');
      await desk.getByRole('button', { name: 'Luôn xem như thế này' }).click();
      await desk.goto(queue);
      await expect(desk.getByRole('link', { name: 'Của tôi' })).toHaveAttribute('aria-current', 'true');
    }));

  await test.step('another of the counter is told who has them', () =>
    at(browser, officers.counterToo.login, async (desk) => {
      await desk.goto(`${queue}?pham-vi=group&sap-xep=newest`);
      const [code = ''] = codes;
      await desk.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` }).check();
      await desk.getByRole('button', { name: 'Nhận xử lý' }).click();
      await expect(desk.getByRole('status')).toContainText(`đang do ${officers.counter.name} xử lý`);
    }));

  await test.step('a leader hands everything of the first over to the second, seeing first what moves', () =>
    at(browser, officers.leader.login, async (desk) => {
      await desk.goto('/can-bo/phan-cong');
      await expectAccessible(desk);
      const form = desk.getByRole('region', { name: 'Bàn giao việc' });
      await form
        .getByLabel('Đơn vị')
        .selectOption({ label: await labelOf(desk, 'don-vi', /hành chính công/) });
      await form
        .getByLabel('Người bàn giao')
        .selectOption({ label: await labelOf(desk, 'tu', /Ngọc Huyền/) });
      await form.getByLabel('Người nhận').selectOption({ label: await labelOf(desk, 'den', /Minh Khang/) });
      await form.getByRole('button', { name: 'Xem trước' }).click();
      await expect(form.getByRole('status')).toContainText('2 việc sẽ chuyển cho Võ Minh Khang');
      await expectAccessible(desk);
      await form.getByLabel('Lý do').fill('Chuyển công tác');
      await form.getByRole('button', { name: 'Bàn giao 2 việc' }).click();
      await expect(desk.getByRole('status')).toContainText('Đã bàn giao việc');
    }));

  await test.step('and lets her do it for him while he is away', () =>
    at(browser, officers.leader.login, async (desk) => {
      await desk.goto('/can-bo/phan-cong');
      await desk
        .getByLabel('Người vắng mặt')
        .selectOption({ label: await labelOf(desk, 'absent', /Minh Khang/) });
      await desk
        .getByLabel('Người làm thay')
        .selectOption({ label: await labelOf(desk, 'substituteAccountId', /Ngọc Huyền/) });
      await desk.getByRole('region', { name: 'Phân công xử lý thay' }).getByLabel('Lý do').fill('Nghỉ phép');
      await desk.getByRole('button', { name: 'Phân công xử lý thay' }).click();
      await expect(desk.getByRole('status')).toContainText('Đã phân công xử lý thay');
      await expect(desk.getByRole('row', { name: /Võ Minh Khang/ })).toContainText('Đang làm thay');
      await expectAccessible(desk);
    }));

  await test.step('she has them in her own list, marked for whom', () =>
    at(browser, officers.counter.login, async (desk) => {
      await desk.goto(`${queue}?pham-vi=mine`);
      for (const code of codes)
        await expect(rowOf(desk, code)).toContainText(`Tôi, làm thay ${officers.counterToo.name}`);
    }));

  await test.step('and sees the whole list by default again', () =>
    at(browser, officers.counter.login, async (desk) => {
      await desk.goto(`${queue}?pham-vi=group`);
      await desk.getByRole('button', { name: 'Luôn xem như thế này' }).click();
      await desk.goto(queue);
      await expect(desk.getByRole('link', { name: 'Của tôi' })).not.toHaveAttribute('aria-current', 'true');
    }));
});

test('a queue is read and acted on without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const desk = await context.newPage();
  await signInAsOfficer(desk, officers.specialist.login);
  await desk.goto('/can-bo/hang-doi/dang-thu-ly');
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Đang thụ lý');
  await desk.getByText('Lọc, sắp xếp, chọn cột').click();
  await desk.getByLabel('Sắp xếp').selectOption('newest');
  await desk.getByRole('button', { name: 'Áp dụng' }).click();
  await expect(desk).toHaveURL(/sap-xep=newest/);
  await context.close();
});

function rowOf(page: Page, code: string) {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: code }) });
}

function isFocused(row: ReturnType<Page['getByRole']>): Promise<boolean> {
  return row.evaluate((element) => element === document.activeElement);
}

/** The words of the option that matches, in the list of that name. */
async function labelOf(page: Page, name: string, words: RegExp): Promise<string> {
  const options = await page.locator(`select[name="${name}"] option`).allTextContents();
  const found = options.find((text) => words.test(text));
  if (found === undefined) throw new Error(`${name} offers no ${words}: ${options.join(', ')}`);
  return found;
}

/** Does something as an officer in a window of their own. */
async function at(browser: Browser, login: string, work: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await work(desk);
  await context.close();
}
