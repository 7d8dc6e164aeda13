import sharp from 'sharp';
import {
  continueTo,
  type Filing,
  fillChildren,
  fillDate,
  fillMother,
  fillNoFather,
  fillRequester,
  fillToPapers,
  onPage,
  startBirthRegistration,
} from './support/birth-registration.ts';
import { aPhonePhoto, aScannedPdf, fileBehind } from './support/file-samples.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { expect, expectAccessible, test, untilShown } from './support/test.ts';

test('a mother registers three children online, leaves, comes back and hands in', async ({ page }) => {
  // Nine pages held against axe at two widths each take their time on two cores.
  test.setTimeout(360_000);
  const filing: Filing = { page, scripted: true };
  await page.goto('/nop/1.001193');
  await expectAccessible(page);
  await signInAsCitizen(page, 'Phan Thị Mỹ Duyên');
  await startBirthRegistration(filing);
  await expectAccessible(page);

  await test.step('her own answers stand there with their source', async () => {
    await expect(page.getByLabel('Họ, chữ đệm, tên người yêu cầu')).toHaveValue('Phan Thị Mỹ Duyên');
    await expect(page.getByLabel('Số định danh cá nhân')).toHaveValue('072195999001');
    await expect(page.getByText('Lấy từ tài khoản định danh').first()).toBeVisible();
  });
  await fillRequester(filing);
  await continueTo(page, 'Người được khai sinh');

  await test.step('three rows; one taken out of the middle leaves the others as they were', async () => {
    await fillChildren(filing, ['Nguyễn Phan Minh An', 'Nguyễn Phan Thừa', 'Nguyễn Phan Minh Bình']);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bỏ trẻ 2' }).click();
    await expect(page.getByLabel('Họ, chữ đệm, tên của trẻ')).toHaveCount(2);
    await expect(page.getByLabel('Họ, chữ đệm, tên của trẻ').nth(1)).toHaveValue('Nguyễn Phan Minh Bình');
    await page.getByRole('button', { name: 'Thêm trẻ' }).click();
    const row = page.getByRole('group', { name: 'Trẻ 3', exact: true });
    await row.getByLabel('Họ, chữ đệm, tên của trẻ').fill('Nguyễn Phan Minh Châu');
    await row.getByLabel('Nam').check();
    await row.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' });
    await row.getByLabel(/^Xã, phường \(ghi cả huyện/).fill('Phường Ba Đình');
    await expect(page.getByText(/Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  });

  await test.step('left without sending, everything is there again', async () => {
    const address = page.url();
    await page.goto('/ho-so');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Khai tiếp' }).first().click();
    await onPage(page, 'Người yêu cầu');
    await page.goto(address);
    await expect(page.getByLabel('Họ, chữ đệm, tên của trẻ').nth(2)).toHaveValue('Nguyễn Phan Minh Châu');
  });
  await continueTo(page, 'Người mẹ');

  await test.step('a condition shows the mother, filled in, at once; a year alone will do as her date of birth', async () => {
    await expect(page.getByLabel('Họ, chữ đệm, tên người mẹ')).toBeHidden();
    await fillMother(filing);
    await expect(page.getByLabel('Họ, chữ đệm, tên người mẹ')).toHaveValue('Phan Thị Mỹ Duyên');
    await fillDate(page.getByRole('group', { name: /sinh của người mẹ/ }), '', '', '1995');
    await expectAccessible(page);
  });
  await continueTo(page, 'Người cha');
  await fillNoFather(filing);
  await continueTo(page, 'Giấy tờ và kết quả');
  await page
    .getByRole('group', { name: /cấp bản sao/ })
    .getByLabel('Có', { exact: true })
    .check();
  await page.getByLabel('Số lượng bản sao').fill('2');
  await expectAccessible(page);
  await continueTo(page, 'Giấy tờ');

  await test.step('a scan of 15 MB and a photo from the phone', async () => {
    const box = page.getByRole('listitem').filter({ hasText: 'Giấy chứng sinh' }).locator('input[type=file]');
    await box.setInputFiles([
      aScannedPdf('giay-chung-sinh.pdf', 15_000_000),
      await aPhonePhoto('mat-sau.jpg'),
    ]);
    await expect(page.getByRole('link', { name: 'giay-chung-sinh.pdf' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'mat-sau.jpg' })).toBeVisible();
    await expectAccessible(page);
    const photo = await sharp(await fileBehind(page, 'mat-sau.jpg')).metadata();
    expect(photo.exif, 'where it was taken is nobody’s business').toBeUndefined();
    expect([photo.width, photo.height], 'turned upright').toEqual([3000, 4000]);
    await page.getByRole('button', { name: 'Bỏ tệp mat-sau.jpg' }).click();
    await expect(page.getByRole('link', { name: 'mat-sau.jpg' })).toBeHidden();
  });
  await page.getByRole('link', { name: 'Tiếp tục: kiểm tra lại' }).click();

  await test.step('everything is read over once more, then handed in', async () => {
    await onPage(page, 'Kiểm tra lại trước khi nộp');
    await expect(page.getByText('Phường Ba Đình, Thành phố Hà Nội')).toBeVisible();
    await expect(page.getByText('giay-chung-sinh.pdf')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await onPage(page, 'Đã nộp hồ sơ');
    await expectAccessible(page);
  });

  await test.step('the code leads to the dossier, the inbox and the confirmation', async () => {
    const code = (await page.getByRole('main').locator('code').first().textContent()) ?? '';
    expect(code).toMatch(/^H53\./);
    await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
    await expect(page.getByRole('main').getByText(code)).toBeVisible();
    await expect(page.getByText('Bạn đã nộp hồ sơ')).toBeVisible();
    await expect(page.getByText('Đã nộp, chờ tiếp nhận')).toBeVisible();
    const letter = 'Xác nhận đã nộp hồ sơ (PDF)';
    await untilShown(page, page.getByRole('link', { name: letter }));
    expect((await fileBehind(page, letter)).subarray(0, 5).toString()).toBe('%PDF-');
    await expectAccessible(page);
    await expect(async () => {
      await page.goto('/hop-thu');
      await expect(page.getByText(`Bạn đã nộp hồ sơ ${code}`)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
    await expect(page.getByText('Bạn đã đọc hết.')).toBeVisible();
  });
});

test('a double click on "Nộp hồ sơ" makes one dossier', async ({ page }) => {
  const filing: Filing = { page, scripted: true };
  await signInAsCitizen(page, 'Trần Ngọc Anh Thư');
  await startBirthRegistration(filing);
  await fillToPapers(filing);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([aScannedPdf('giay-chung-sinh.pdf', 20_000)]);
  await page.getByRole('link', { name: 'giay-chung-sinh.pdf' }).waitFor();
  await page.getByRole('link', { name: 'Tiếp tục: kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick();
  await onPage(page, 'Đã nộp hồ sơ');
  await page.goto('/ho-so');
  await expect(page.getByText('Đã nộp, chờ tiếp nhận')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Khai tiếp' })).toHaveCount(0);
});
