import type { Page } from '@playwright/test';
import { expectDone } from './support/counter.ts';
import { pasteLandAnnex } from './support/land-annex.ts';
import { signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const control = 'kiemsoat.tthc';
const land = '1.013831';

test('a decision’s annex becomes the process in force, refined in its diagram, and a dossier runs through it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const blocked = watchPolicy(page);
  await signInAsOfficer(page, control, '/can-bo/quy-trinh');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quy trình nội bộ');
  await expectAccessible(page);

  await test.step('the next version begins from the one in force, its table is replaced by the pasted annex', async () => {
    await page.getByLabel('Tên quy trình hoặc mã thủ tục').fill(land);
    await page.keyboard.press('Enter');
    await page
      .getByRole('link', { name: 'Quy trình đăng ký biến động đất đai trường hợp chuyển nhượng' })
      .click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sửa thành phiên bản mới' }).click();
    await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
    await page.getByRole('button', { name: 'Xóa mọi dòng' }).click();
    await page.getByText('Dán bảng từ Word hoặc Excel').click();
    await page.getByLabel('Bảng vừa chép').focus();
    await pasteLandAnnex(page);
    await expect(page.getByText(/Đã đọc 9 bước.*bỏ qua 1 dòng/)).toBeVisible();
    await expect(page.getByText('Hồ sơ tạm dừng, chờ thông báo thuế')).toBeVisible();
    await expect(page.getByText('Hồ sơ tạm dừng, chờ chứng từ nộp thuế')).toBeVisible();
    await expect(page.getByText('Đúng bằng thời hạn')).toBeVisible();
    await page.getByRole('button', { name: 'Xác nhận mọi chỗ máy đoán' }).click();
    await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the table is drawn with its tax wait', async () => {
    await page.getByRole('link', { name: 'Sơ đồ' }).click();
    await expect(page.getByText('Kéo để di chuyển')).toBeVisible();
    await expect(element(page, 'ra-thong-bao-thue')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a second branch is drawn beside the land records, between a fork and a join', async () => {
    await page.getByRole('link', { name: 'Tinh chỉnh sơ đồ' }).click();
    await element(page, 'chinh-ly-ho-so').waitFor();
    const panel = page.getByRole('region', { name: 'Thuộc tính của bước đang chọn' });
    await panel.getByLabel('Bước đang chọn').selectOption({ label: 'Chỉnh lý hồ sơ địa chính' });
    await expect(panel.getByLabel('Nội dung công việc')).toHaveValue('Chỉnh lý hồ sơ địa chính');
    await panel.getByRole('button', { name: 'Thêm bước song song' }).press('Enter');
    await expect(panel.getByLabel('Nội dung công việc')).toHaveValue('');
    await panel.getByLabel('Nội dung công việc').fill('Cập nhật cơ sở dữ liệu đất đai');
    await panel.getByLabel('Thời gian (giờ)').fill('8');
    await panel.getByLabel('Đơn vị').selectOption({ label: 'Cơ quan giải quyết' });
    await panel.getByLabel('Vai trò').selectOption({ label: 'Chuyên viên thụ lý' });
    await panel.getByLabel('Loại bước').selectOption({ label: 'Xử lý' });
    await page.getByRole('button', { name: 'Lưu sơ đồ' }).click();
    await expect(page.getByText('sơ đồ là bản chính')).toBeVisible();
    await expect(page.getByRole('row', { name: /Cập nhật cơ sở dữ liệu đất đai/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a trial run, the check, and publication from today on', async () => {
    await page.getByRole('link', { name: 'Chạy thử' }).click();
    await expect(page.getByText(/Xong lúc/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: /Kiểm tra và công bố/ }).click();
    await expectAccessible(page);
    await page.getByLabel('Số quyết định phê duyệt').fill('1234/QĐ-UBND');
    await page.getByLabel('Ngày quyết định').fill('2026-11-20');
    await page.getByRole('button', { name: 'Công bố quy trình' }).click();
    await expect(page.getByText('Đã công bố quy trình')).toBeVisible();
    await expect(page.getByText('Quyết định 1234/QĐ-UBND').first()).toBeVisible();
  });
  expect(blocked()).toEqual([]);
  await signOut(page);
  await runDossier(page);
});

/** From the counter through the tax wait and both branches to the result in somebody's hands. */
async function runDossier(page: Page): Promise<void> {
  await signInAsOfficer(
    page,
    'tiepnhan2.tinh',
    `/can-bo/tiep-nhan/${land}?hoi-ly-do=chuyen-nhuong&hoi-the-chap=khong&hoi-dai-dien=khong`,
  );
  await page.getByRole('group', { name: 'Chủ hồ sơ' }).getByLabel('Họ và tên').fill('Mai Thị Đất');
  await page.getByRole('button', { name: 'Điền đủ số lượng theo danh mục' }).click();
  for (const tick of await page.getByLabel('Đã đối chiếu bản chính').all()) await tick.check();
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ');
  await page.getByRole('link', { name: 'Mở hồ sơ vừa nhận' }).click();
  const dossier = page.url();
  await signOut(page);
  await act(page, 'vienchuc.datdai', dossier, 'Hoàn thành bước');
  await act(page, 'giamdoc.datdai', dossier, 'Hoàn thành bước');
  await signInAsOfficer(page, 'vienchuc.datdai', new URL(dossier).pathname);
  for (const [name, number] of [
    ['Thông báo nộp thuế', '12/TB'],
    ['Giấy nộp tiền', 'KB-34'],
  ] as const) {
    await page.getByLabel('Tên văn bản').fill(name);
    await page.getByLabel('Số văn bản').fill(number);
    await page.getByRole('button', { name: 'Ghi nhận văn bản đã đến' }).click();
    await expectDone(page, 'Đã ghi nhận văn bản');
    await page.goto(dossier);
  }
  await expect(page.getByText('Chỉnh lý hồ sơ địa chính').first()).toBeVisible();
  await expect(page.getByText('Cập nhật cơ sở dữ liệu đất đai').first()).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn thành bước' }).first().click();
  await expectDone(page, 'Đã hoàn thành bước');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hoàn thành bước' }).first().click();
  await expectDone(page, 'Đã hoàn thành bước');
  await signOut(page);
  await signInAsOfficer(page, 'giamdoc.datdai', new URL(dossier).pathname);
  await page.getByRole('button', { name: 'Hoàn thành bước' }).click();
  await expectDone(page, 'Đã hoàn thành bước');
  await signOut(page);
  await signInAsOfficer(page, 'vanthu.datdai', new URL(dossier).pathname);
  await page.getByRole('button', { name: 'Phát hành kết quả' }).click();
  await expectDone(page, 'Đã phát hành kết quả');
  await signOut(page);
  await signInAsOfficer(page, 'tiepnhan2.tinh', new URL(dossier).pathname);
  await page.getByRole('button', { name: 'Xác nhận đã trả kết quả' }).click();
  await expectDone(page, 'Đã trả kết quả');
}

/** Somebody opens the dossier and does the one thing that is theirs now. */
async function act(page: Page, login: string, dossier: string, button: string): Promise<void> {
  await signInAsOfficer(page, login, new URL(dossier).pathname);
  const takeUp = page.getByRole('button', { name: 'Nhận xử lý' });
  if (await takeUp.isVisible()) await takeUp.click();
  await page.getByRole('button', { name: button }).first().click();
  await expect(page.getByRole('status').first()).toBeVisible();
  await signOut(page);
}

/** What the page's policy has blocked so far: nothing, with the modeler open too. */
function watchPolicy(page: Page): () => readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) said.push(message.text());
  });
  return () => said;
}

function element(page: Page, id: string) {
  return page.locator(`.djs-shape[data-element-id="${id}"]`);
}
