import type { Browser, Page } from '@playwright/test';
import { expectDone, officers, openFromQueue } from './support/counter.ts';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const owner = { name: 'Trịnh Thị Đất Đỏ', identityNumber: '072188999077' };
const papers = [
  'Đơn đăng ký biến động đất đai',
  'Bản gốc Giấy chứng nhận đã cấp',
  'Hợp đồng hoặc văn bản chuyển quyền',
  'Tờ khai thuế thu nhập cá nhân',
];

test('a land dossier waits for its taxes and goes on', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const matter = 'hoi-ly-do=chuyen-nhuong&hoi-the-chap=khong&hoi-dai-dien=khong';
  await signInAsOfficer(page, officers.counter.login, `/can-bo/tiep-nhan/1.013831?${matter}`);
  await expect(page.getByRole('heading', { name: 'Thành phần hồ sơ' })).toBeVisible();
  const person = page.getByRole('group', { name: 'Chủ hồ sơ' });
  await person.getByLabel('Họ và tên').fill(owner.name);
  await person.getByLabel('Số định danh').fill(owner.identityNumber);
  for (const paper of papers) {
    const found = page.getByRole('group', { name: new RegExp(`^Kiểm tra: ${paper}`) });
    await found.getByLabel('Bản chính nhận').fill('1');
  }
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ');
  await page.getByRole('link', { name: 'Mở hồ sơ vừa nhận' }).click();
  const code = (await page.getByRole('heading', { level: 1 }).textContent())?.replace('Hồ sơ ', '') ?? '';

  for (const [login, queue] of [
    ['vienchuc.datdai', 'dang-thu-ly'],
    ['giamdoc.datdai', 'dang-thu-ly'],
  ] as const) {
    await at(browser, login, async (desk) => {
      await openFromQueue(desk, queue, code);
      await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
      await expectDone(desk, 'Đã hoàn thành bước');
    });
  }

  await test.step('everybody sees who is awaited, and that the clock stands still', async () => {
    await page.reload();
    await expect(page.getByText('Chờ nghĩa vụ tài chính').first()).toBeVisible();
    await expect(page.getByText(/^Đang chờ: .*thông báo thuế/)).toBeVisible();
    await expectAccessible(page);
    const context = await browser.newContext();
    const anybody = await context.newPage();
    await anybody.goto(`/tra-cuu?ma=${code}`);
    await anybody.getByLabel('Số căn cước hoặc số điện thoại').fill(owner.identityNumber);
    await anybody.getByRole('main').getByRole('button', { name: 'Tra cứu' }).click();
    await expect(anybody.getByText(/Cơ quan thuế đang xác định/)).toBeVisible();
    await expectAccessible(anybody);
    await context.close();
  });

  await test.step('the counter writes down the tax notice and the proof of payment', async () => {
    for (const [name, number] of [
      ['Thông báo nộp lệ phí trước bạ', '1234/TB-TCS'],
      ['Giấy nộp tiền vào ngân sách nhà nước', '0056789'],
    ] as const) {
      await page.getByLabel('Tên văn bản').fill(name);
      await page.getByLabel('Số văn bản').fill(number);
      await page.getByRole('button', { name: 'Ghi nhận văn bản đã đến' }).click();
      await expectDone(page, 'Đã ghi nhận văn bản');
      await expectAccessible(page);
    }
    await expect(page.getByText(/^Đang chờ:/)).toHaveCount(0);
    await expect(
      page.getByText('Giấy nộp tiền vào ngân sách nhà nước số 0056789', { exact: false }).first(),
    ).toBeVisible();
  });

  await at(browser, 'vienchuc.datdai', async (desk) => {
    await openFromQueue(desk, 'dang-thu-ly', code);
    await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await expectDone(desk, 'Đã hoàn thành bước');
  });
});

/** An officer at a desk of their own. */
async function at(browser: Browser, login: string, act: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await act(desk);
  await context.close();
}
