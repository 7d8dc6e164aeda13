import { expectDone, officers, takeInCopies } from './support/counter.ts';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** A specialist elsewhere: sees no dossier of the ward by his post. */
const colleague = { login: 'chuyenvien.soxaydung', name: 'Quách Minh Nhật' };
const given = /Được cấp riêng quyền xem hồ sơ của một đơn vị/;

test('one permission is given, explains why a dossier is seen, and is taken back', async ({ browser }) => {
  const counter = await (await browser.newContext()).newPage();
  await signInAsOfficer(counter, officers.counterToo.login, '/can-bo/tiep-nhan');
  const code = await takeInCopies(counter, 'Lâm Thị Mười', '072170000010');

  await test.step('the counter sees it in part, and whole for a reason, by keyboard', async () => {
    await expect(counter.getByText('072170000010')).toHaveCount(0);
    await expectAccessible(counter);
    await counter.getByRole('button', { name: 'Xem đầy đủ' }).press('Enter');
    await expect(counter.getByRole('alert')).toContainText('Chưa chọn lý do xem đầy đủ');
    await counter.getByLabel('Lý do xem đầy đủ').press('ArrowDown');
    await counter.getByRole('button', { name: 'Xem đầy đủ' }).press('Enter');
    await expect(counter.getByText('Đang xem đầy đủ')).toBeVisible();
    await expect(counter.getByText('072170000010')).toBeVisible();
    await expectAccessible(counter);
  });

  const officer = await (await browser.newContext()).newPage();
  await signInAsOfficer(officer, colleague.login, '/can-bo/quyen/vi-sao');
  // The page asks about a dossier first, about a permission below.
  const explain = officer.getByRole('button', { name: 'Giải thích' }).first();
  await explain.click();
  await expect(officer.getByRole('alert')).toContainText('Mã hồ sơ: Chưa điền');
  await officer.getByLabel('Mã hồ sơ').fill(code);
  await explain.click();
  await expect(officer.getByText(`Không thấy được hồ sơ ${code}`)).toBeVisible();

  const administrator = await (await browser.newContext()).newPage();
  await signInAsOfficer(administrator, 'quantri', '/can-bo/quyen');
  await administrator.locator('summary', { hasText: /^Hồ sơ/ }).click();
  await expectAccessible(administrator);
  await administrator
    .getByRole('main')
    .getByRole('link', { name: /^Quyền cấp riêng/ })
    .click();
  await administrator.getByLabel('Tên đăng nhập').fill(colleague.login);
  await administrator.getByRole('button', { name: 'Cấp quyền này' }).click();
  await expect(administrator.getByRole('alert')).toContainText('Quyền và phạm vi');
  await expectAccessible(administrator);
  await administrator.getByLabel('Quyền và phạm vi').selectOption({ label: 'Xem hồ sơ – trong một đơn vị' });
  await administrator
    .getByLabel('Đơn vị')
    .selectOption({ label: 'Trung tâm Phục vụ hành chính công phường Tân Ninh' });
  await administrator.getByLabel('Đến hết ngày').fill('2027-06-30');
  await administrator.getByLabel('Lý do, văn bản').fill('Kiểm tra theo KH 12/KH-UBND');
  await administrator.getByRole('button', { name: 'Cấp quyền này' }).click();
  await expectDone(administrator, 'Đã cấp quyền');
  await officer.reload();
  await expect(officer.getByText(given)).toBeVisible();
  await expectAccessible(officer);

  const row = administrator.getByRole('row').filter({ hasText: colleague.name });
  await row.locator('summary').click();
  await row.getByLabel('Lý do thu hồi').fill('Đã kiểm tra xong');
  await row.getByRole('button', { name: /^Thu hồi quyền/ }).click();
  await expectDone(administrator, 'Đã thu hồi quyền');
  await administrator.getByRole('link', { name: 'Xem cả quyền đã hết' }).click();
  await expect(row.first()).toContainText('Đã kiểm tra xong');
  await expectAccessible(administrator);
  await officer.reload();
  await expect(officer.getByText(`Không thấy được hồ sơ ${code}`)).toBeVisible();

  await test.step('what is to be erased, and what is held back from it', async () => {
    await administrator.goto('/can-bo/du-lieu-ca-nhan/luu-giu');
    await expectAccessible(administrator);
    await administrator.getByRole('link', { name: 'Hồ sơ được giữ lại' }).click();
    await administrator.getByLabel('Mã hồ sơ', { exact: true }).fill(code);
    await administrator.getByRole('button', { name: 'Giữ lại' }).click();
    await expect(administrator.getByRole('alert')).toContainText('Nội dung: Chưa điền.');
    await administrator.getByLabel('Vì', { exact: true }).selectOption({ index: 1 });
    await administrator.getByLabel('Số văn bản yêu cầu').fill('12/TB-TA');
    await administrator.getByLabel('Nội dung').fill('Đang có khiếu nại về hồ sơ này.');
    await administrator.getByRole('button', { name: 'Giữ lại' }).click();
    await expect(administrator.getByRole('link', { name: code })).toBeVisible();
    await expectAccessible(administrator);
  });
});
