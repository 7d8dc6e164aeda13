import { onPage } from './support/birth-registration.ts';
import { dayFromNow } from './support/day-from-now.ts';
import { aScannedPdf } from './support/file-samples.ts';
import { signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const writer = 'kiemsoat.tthc';
const approver = 'duyet.tthc';
const code = '1.001193';

test('before a procedure changes the office sees what hangs on it, and afterwards what each version rests on', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const number = `${Date.now()}/QĐ-UBND`;

  await test.step('a draft shows what it touches and leads to the dossiers', async () => {
    await signInAsOfficer(page, writer, `/can-bo/thu-tuc/${code}`);
    await page.getByRole('button', { name: 'Soạn phiên bản mới' }).click();
    await onPage(page, `Bản soạn ${code}`);
    await page.getByLabel('Tóm tắt').fill(`Tóm tắt ${number}`);
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    const draft = page.url();
    await page.getByRole('link', { name: 'Xem ảnh hưởng' }).click();
    const impact = page.getByRole('region', { name: /^Ảnh hưởng của thay đổi/ });
    await expect(impact).toContainText('Hồ sơ đang giải quyết');
    await expect(impact).toContainText('Đơn vị có thẩm quyền');
    await expect(impact.getByRole('listitem').filter({ hasText: /tóm tắt/i })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/can-bo/thu-tuc/${code}/ho-so/1`);
    await expect(page.getByText('giữ nguyên phiên bản đã nộp')).toBeVisible();
    await expectAccessible(page);
    await page.goto(draft);
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await expect(page.getByText('Chờ duyệt')).toBeVisible();
    await signOut(page);
    await signInAsOfficer(page, approver, new URL(draft).pathname);
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await expect(page.getByText('Đã duyệt, chờ quyết định')).toBeVisible();
  });

  await test.step('the decision shows the same before it is carried out, and takes its days of publicity after', async () => {
    await page.goto('/can-bo/quyet-dinh');
    await page.getByText('Ghi quyết định mới').click();
    await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(number);
    await page.getByLabel('Ngày ký').fill(dayFromNow(-3));
    await page.getByLabel('Cơ quan ban hành').fill('Chủ tịch UBND tỉnh Tây Ninh');
    await page.getByRole('textbox', { name: 'Người ký' }).fill('Nguyễn Văn Ký');
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByLabel(new RegExp(`^${code} `)).check();
    await page.getByRole('button', { name: 'Thêm các bản đã chọn' }).click();
    await expect(page.getByRole('region', { name: /^Ảnh hưởng của thay đổi: / })).toContainText(
      'Quy trình đang chạy',
    );
    await expectAccessible(page);
    const paper = page.getByLabel('Tệp PDF của quyết định');
    await paper.setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: onePixel });
    await page.getByRole('button', { name: 'Tải tệp lên' }).click();
    await expect(page.getByRole('status')).toContainText('phải là tệp PDF');
    await paper.setInputFiles(aScannedPdf('quyet-dinh.pdf'));
    await page.getByRole('button', { name: 'Tải tệp lên' }).click();
    await expect(page.getByRole('link', { name: 'quyet-dinh.pdf' })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Áp dụng từ ngày').fill(dayFromNow(1));
    await page.getByRole('button', { name: 'Xem tác động' }).click();
    await page.getByRole('button', { name: /^Công bố, áp dụng từ/ }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Đã công bố' })).toBeVisible();
    await page.getByText('Ghi ngày công khai, niêm yết').click();
    await page.getByLabel('Công khai').fill(dayFromNow(0));
    await page.getByRole('button', { name: 'Ghi ngày' }).click();
    await page.getByText('Ghi ngày công khai, niêm yết').click();
    await expect(page.getByLabel('Công khai')).toHaveCount(0);
    await expect(page.getByLabel('Niêm yết')).toBeVisible();
  });

  await test.step('the procedure names it under the version to come', async () => {
    await page.goto(`/can-bo/thu-tuc/${code}`);
    const coming = page.getByRole('region', { name: 'Phiên bản 2' });
    await expect(coming).toContainText(number);
    await expect(coming).toContainText('Nguyễn Văn Ký');
    await expect(coming).toContainText('Sắp áp dụng');
    const saving = page.waitForEvent('download');
    await coming.getByRole('link', { name: /^Tải về bản ký/ }).click();
    expect((await saving).suggestedFilename()).toBe('quyet-dinh.pdf');
    await expect(page.getByRole('region', { name: 'Phiên bản 1' })).toContainText('Đang áp dụng');
    await expectAccessible(page);
  });
});

test('the level of service has four values, each with its reason', async ({ page }) => {
  await signInAsOfficer(page, writer, '/can-bo/thu-tuc/1.001776');
  const levels = page.getByRole('region', { name: 'Mức dịch vụ trực tuyến' });
  await levels.getByText('Ghi kết quả thẩm định').click();
  const appraisal = levels.locator('form').filter({ hasText: 'Trả lời về pháp lý' });
  await appraisal.getByRole('button', { name: 'Ghi mức dịch vụ' }).click();
  await expect(page.getByRole('alert').getByRole('link', { name: /^Trả lời về kỹ thuật/ })).toBeVisible();
  await expectAccessible(page);
  await levels.getByText('Ghi đăng ký của sở, ngành').click();
  const registration = levels.locator('form').filter({ hasText: 'Sở, ngành phụ trách' });
  await registration.getByLabel('Sở, ngành phụ trách').fill('Sở Y tế');
  await registration.getByRole('button', { name: 'Ghi mức dịch vụ' }).click();
  const registered = levels.getByRole('row').filter({ hasText: 'Sở, ngành đăng ký' });
  await expect(registered).toContainText('Toàn trình');
  await expect(registered).toContainText('Sở Y tế');
  await levels.getByText('Ghi kết quả thẩm định').click();
  await appraisal.getByLabel('Mức trực tuyến').selectOption('Không cung cấp');
  await appraisal.getByLabel('Trả lời về kỹ thuật').fill('Cổng đáp ứng.');
  await appraisal.getByLabel('Trả lời về pháp lý').fill('Phải kiểm tra thực địa.');
  await appraisal.getByRole('button', { name: 'Ghi mức dịch vụ' }).click();
  await expect(page.getByRole('alert')).toContainText('phải ghi rõ lý do');
  await appraisal.getByLabel('Lý do').fill('Luật buộc kiểm tra tại chỗ.');
  await appraisal.getByRole('button', { name: 'Ghi mức dịch vụ' }).click();
  await expect(levels.getByRole('row').filter({ hasText: 'Thẩm định' })).toContainText(
    'Luật buộc kiểm tra tại chỗ.',
  );
  await expectAccessible(page);

  await levels.getByRole('link', { name: 'Bảng tổng hợp mức dịch vụ' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Sở Y tế' });
  await expect(row.getByRole('cell').nth(3)).toHaveText('1');
  await expectAccessible(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải CSV' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^muc-do-dich-vu-.*\.csv$/);
  await row.getByRole('cell').nth(3).getByRole('link').click();
  await expect(page.getByText('1.001776')).toBeVisible();
  await expectAccessible(page);
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
