import type { Browser, Page } from '@playwright/test';
import { expectDone, officers, openFromQueue } from './support/counter.ts';
import { aScannedPdf } from './support/file-samples.ts';
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
  const code = await receiveLandTransfer(page);
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

test('another agency is asked, the step rests, and the answer comes with its file', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const code = await receiveLandTransfer(page);
  await at(browser, 'vienchuc.datdai', async (desk) => {
    await openFromQueue(desk, 'dang-thu-ly', code);
    await desk.getByText('Lấy ý kiến đơn vị khác…').click();
    await desk.getByLabel('Đơn vị được hỏi').selectOption('Sở Xây dựng');
    await desk.getByLabel('Nội dung cần ý kiến').fill('Thửa đất có nằm trong quy hoạch đường không?');
    await desk.getByLabel('Bước này chờ ý kiến mới hoàn thành được').check();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
    await expectDone(desk, 'Đã gửi lấy ý kiến');
    await expect(desk.getByText('Chờ ý kiến')).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Hoàn thành bước' })).toHaveCount(0);
    await expectAccessible(desk);
  });
  await at(browser, 'chuyenvien.soxaydung', async (desk) => {
    await openFromQueue(desk, 'phoi-hop', code);
    await expect(desk.getByText('Thửa đất có nằm trong quy hoạch đường không?').first()).toBeVisible();
    await desk.getByText(/^Tệp kèm ý kiến/).click();
    await desk.getByLabel('Thêm tệp kèm ý kiến').setInputFiles(aScannedPdf('quy-hoach.pdf'));
    await desk.getByRole('button', { name: 'Tải lên' }).click();
    await expect(desk.getByRole('status')).toContainText('Đã tải lên 1 tệp');
    await desk.getByLabel('Nội dung trả lời').fill('Không nằm trong quy hoạch đường');
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await expectDone(desk, 'Đã gửi ý kiến');
  });
  await at(browser, 'vienchuc.datdai', async (desk) => {
    await openFromQueue(desk, 'dang-thu-ly', code);
    await expect(desk.getByText('Không nằm trong quy hoạch đường').first()).toBeVisible();
    await expect(desk.getByRole('link', { name: /quy-hoach\.pdf/ }).first()).toBeVisible();
    await expectAccessible(desk);
    await desk.getByText('Yêu cầu bổ sung…').click();
    await desk.getByLabel(/^Lý do – Hợp đồng/).fill('Hợp đồng thiếu trang có chữ ký của bên mua');
    await desk.getByLabel('Người ký thông báo').first().selectOption({ index: 1 });
    await desk.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await expectDone(desk, 'Đã gửi yêu cầu bổ sung');
  });
  await test.step('what was missing is brought to the counter', async () => {
    await page.reload();
    const found = page.getByRole('group', { name: /^Kiểm tra: Hợp đồng/ });
    await found.getByLabel('Bản chính nhận').fill('1');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Nhận bổ sung' }).click();
    await expectDone(page, 'Đã nhận bổ sung');
  });
  await at(browser, 'vienchuc.datdai', async (desk) => {
    await openFromQueue(desk, 'dang-thu-ly', code);
    await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await expectDone(desk, 'Đã hoàn thành bước');
  });
});

/** Taken in at a commune's counter for the land registration office; returns its code. The page shows the dossier. */
async function receiveLandTransfer(page: Page): Promise<string> {
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
  return (await page.getByRole('heading', { level: 1 }).textContent())?.replace('Hồ sơ ', '') ?? '';
}

/** An officer at a desk of their own. */
async function at(browser: Browser, login: string, act: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await act(desk);
  await context.close();
}
