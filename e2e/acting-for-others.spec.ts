import type { Page } from '@playwright/test';
import { onPage } from './support/birth-registration.ts';
import { fillCopyRequest, startCopyRequest } from './support/copy-request.ts';
import { dayFromNow } from './support/day-from-now.ts';
import { signInAsCitizen, signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const citizen = { name: 'Phan Thị Mỹ Duyên', number: '072195999001', phone: '0530000051' };
const helper = 'Võ Thành Nam';
const helpers = '/tai-khoan/ho-tro';

test('a helper hands in by consent, the citizen sees who did what, and takes it back', async ({
  page,
  browser,
}) => {
  const other = await (await browser.newContext()).newPage();
  await signInAsCitizen(page, citizen.name, '/tai-khoan');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Người hỗ trợ nộp hồ sơ' }).click();

  await test.step('the citizen is told which day is missing, and gets a code', async () => {
    await page.getByRole('button', { name: 'Tạo mã' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Đến hết ngày: Chưa điền.' }).click();
    await expect(page.getByLabel('Đến hết ngày')).toBeFocused();
    await expectAccessible(page);
    await page.getByLabel('Cho phép').selectOption({ label: 'Nộp nhiều hồ sơ' });
    await page.getByLabel('Đến hết ngày').fill(dayFromNow(30));
    await page.getByRole('button', { name: 'Tạo mã' }).click();
  });
  const code = (await page.locator('.mc-code--large').textContent()) ?? '';

  await test.step('the helper finds the procedure by its name and hands in', async () => {
    await signInAsCitizen(other, helper, helpers);
    await other.getByLabel('Mã mà người nhờ đưa cho bạn').fill(code.toLowerCase());
    await other.getByRole('button', { name: 'Nhận giúp' }).click();
    await other.getByLabel('Thủ tục', { exact: true }).fill('trich luc khai sinh');
    await other.getByRole('button', { name: `Nộp hồ sơ cho ${citizen.name}` }).click();
    await expect(other.getByText('Chọn thủ tục cần nộp')).toBeVisible();
    await expectAccessible(other);
    await other.getByRole('link', { name: /^Cấp bản sao trích lục hộ tịch/ }).click();
    await startCopyRequest(other);
    await expect(other.getByText(`Bạn đang lập hồ sơ cho ${citizen.name}.`)).toBeVisible();
    await fillCopyRequest(other, citizen);
    await other.getByRole('link', { name: 'Tiếp tục: kiểm tra lại' }).click();
    await expect(other.getByText(`Tôi khai đúng lời và giấy tờ của ${citizen.name}`)).toBeVisible();
    await other.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await expect(other.getByRole('status')).toContainText('Đã nộp');
  });

  await test.step('it is the citizen’s dossier, with the helper named and every reading listed', async () => {
    await page.goto(helpers);
    await page.getByRole('link', { name: /^Cấp bản sao Trích lục/ }).click();
    await expect(page.getByText('Người hỗ trợ đã nộp hồ sơ giúp bạn')).toBeVisible();
    await expect(page.getByRole('complementary').getByText(helper)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Ai đã xem hồ sơ này' }).click();
    await expect(page.getByText(helper)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('taken back in the middle of the next one: refused in words, with a way on', async () => {
    await other.getByLabel('Thủ tục', { exact: true }).fill('2.000635');
    await other.getByRole('button', { name: `Nộp hồ sơ cho ${citizen.name}` }).click();
    await startCopyRequest(other);
    await page.goto(helpers);
    await page.getByRole('button', { name: `Thu hồi ${helper}` }).click();
    await expect(page.getByRole('status')).toContainText('Sự cho phép đã chấm dứt');
    await other.getByLabel('Họ, chữ đệm, tên người yêu cầu').fill(citizen.name);
    await expect(other.getByRole('alert')).toContainText('Sự đồng ý để bạn nộp thay không còn hiệu lực');
    await expectAccessible(other);
  });
});

test('a citizen hands in for somebody else and is told what proves it', async ({ page }) => {
  await signInAsCitizen(page, 'Nguyễn Thị Bé Ba', '/nop/2.000635');
  await startCopyRequest(page);
  await page.goto(`${new URL(page.url()).pathname}/nop-cho`);
  await expectAccessible(page);
  await page.getByLabel('Tôi đại diện cho một tổ chức').check();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Tên giấy tờ/ })
    .click();
  await expect(page.getByLabel('Tên giấy tờ')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Họ và tên, hoặc tên tổ chức').fill('Hợp tác xã Vàm Cỏ');
  await page.getByLabel('Mã số thuế').fill('3900999555');
  await page.getByLabel('Tên giấy tờ').fill('Quyết định bổ nhiệm giám đốc');
  await page.getByLabel('Ngày cấp').fill(dayFromNow(1));
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Ngày của văn bản không thể sau hôm nay.');
  await page.getByLabel('Ngày cấp').fill(dayFromNow(-1));
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await onPage(page, 'Giấy tờ');
  await expect(page.getByText('Quyết định bổ nhiệm giám đốc').first()).toBeVisible();
});

test('two accounts of one person become one by both proofs, and part again', async ({ page }) => {
  await signInWithoutNumber(page, 'Bùi Khánh Linh', '/tai-khoan');
  await signOut(page);
  await signInAsCitizen(page, 'Bùi Khánh Linh', '/tai-khoan');
  await page.getByRole('button', { name: 'Đăng nhập tài khoản kia' }).click();
  await page.getByRole('button', { name: /^Trương Hoàng Phúc/ }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Đăng nhập tài khoản kia' }).click();
  await withoutNumber(page, 'Bùi Khánh Linh').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cả hai tài khoản là của bạn?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đúng, gộp lại' }).click();
  await expect(page.getByRole('status')).toContainText('Đã gộp');
  await page.getByText('Tách lại').first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tách lại' }).click();
  await expect(page.getByRole('status')).toContainText('Đã tách lại như trước.');

  await test.step('own data: what is wrong is named, a correction is listed', async () => {
    await page.getByRole('link', { name: /^Dữ liệu của tôi/ }).click();
    await page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Thông tin cần sửa/ })
      .click();
    await expect(page.getByLabel('Thông tin cần sửa')).toBeFocused();
    await page.getByLabel('Thông tin cần sửa').selectOption({ label: 'Địa chỉ' });
    await page.getByLabel('Điều chưa đúng và điều đúng').fill('Số 8 nay là số 18, khu phố 1.');
    await page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await expect(page.getByText('Số 8 nay là số 18, khu phố 1.').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('an administrator joins them too, with a reason, and parts them again', async () => {
    await signOut(page);
    await signInAsOfficer(page, 'quantri', '/can-bo/tai-khoan-dan');
    await page.getByLabel(/^Số định danh đủ 12 số/).fill('Bùi Khánh Linh');
    await page.getByRole('main').getByRole('button', { name: 'Tìm', exact: true }).click();
    const records = page.getByRole('group', { name: /^Tìm thấy/ }).getByRole('checkbox');
    await expect(records).toHaveCount(2);
    for (const record of await records.all()) await record.check();
    await page.getByRole('button', { name: 'Gộp hai bản ghi đã chọn' }).click();
    await expect(page.getByRole('alert')).toContainText('Lý do, giấy tờ đã xem');
    await expectAccessible(page);
    for (const record of await records.all()) await record.check();
    await page.getByLabel('Lý do, giấy tờ đã xem').fill('Đã xem căn cước tại quầy');
    await page.getByRole('button', { name: 'Gộp hai bản ghi đã chọn' }).click();
    await page.getByRole('main').locator('summary', { hasText: 'Tách lại' }).first().click();
    await page.getByLabel('Vì sao tách lại').first().fill('Gộp nhầm người cùng tên');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tách lại' }).first().click();
    await expect(page.getByText(/: Gộp nhầm người cùng tên$/)).toBeVisible();
  });
});

/** The older account of a person, which the provider knows without a number. */
function withoutNumber(page: Page, name: string) {
  return page.getByRole('button', { name: new RegExp(`^${name} (?!.*Số định danh \\d)`) });
}

async function signInWithoutNumber(page: Page, name: string, path: string): Promise<void> {
  await page.goto(`/dang-nhap?tiep=${encodeURIComponent(path)}`);
  await page.getByRole('main').getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
  await withoutNumber(page, name).click();
  await page.waitForURL((url) => url.pathname === path);
}

/** A day so many days from today, as a date field takes it. */
