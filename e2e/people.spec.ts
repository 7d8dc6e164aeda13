import { demoPassword } from '../src/main/demo-password.ts';
import { dayFromNow } from './support/day-from-now.ts';
import { signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('somebody new gets an account, sets a password with the code, and leaves', async ({ browser }) => {
  const login = `moi.${Date.now().toString(36)}`;
  const administrator = await (await browser.newContext()).newPage();
  await signInAsOfficer(administrator, 'quantri', '/can-bo/nguoi-dung');
  await expectAccessible(administrator);
  await administrator.getByRole('link', { name: 'Thêm người' }).click();
  await administrator.getByLabel('Họ và tên').fill('Nguyễn Thị Ánh Tuyết');
  await administrator.getByLabel('Tên đăng nhập').fill(login);
  await administrator.getByLabel('Đơn vị').fill('Phường Không Có');
  await administrator.getByLabel('Vai trò').selectOption('oneStopOfficer');
  await administrator.getByLabel('Chức danh').fill('Công chức tiếp nhận');
  await administrator.getByLabel('Từ ngày').fill(dayFromNow(0));
  await administrator.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(administrator.getByRole('alert')).toContainText('Không có đơn vị này');
  await administrator.getByLabel('Đơn vị').fill('Trung tâm Phục vụ hành chính công phường Tân Ninh');
  await administrator.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(administrator.getByRole('status')).toContainText('Đã tạo tài khoản');

  await administrator.locator('summary', { hasText: 'Cấp mã kích hoạt' }).click();
  await administrator.getByRole('button', { name: 'Cấp mã kích hoạt' }).click();
  const slip = administrator.getByRole('status', { name: /^Phiếu kích hoạt/ });
  const code = (await slip.locator('code').textContent()) ?? '';
  await expectAccessible(administrator);

  const owner = await (await browser.newContext()).newPage();
  await owner.goto('/can-bo/dang-nhap');
  await owner.getByRole('link', { name: /dùng mã kích hoạt/ }).click();
  await owner.getByLabel('Mã kích hoạt').fill(code.toLowerCase());
  await owner.getByLabel('Mật khẩu mới').fill('một câu dài của riêng tôi');
  await owner.getByLabel('Nhập lại mật khẩu').fill('một câu dài của riêng tôi');
  await expectAccessible(owner);
  await owner.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(owner.getByRole('status')).toContainText('Đã đặt mật khẩu');
  await owner.getByLabel('Tên đăng nhập').fill(login);
  await owner.getByLabel('Mật khẩu').fill('một câu dài của riêng tôi');
  await owner.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(owner.getByRole('link', { name: /Chờ tiếp nhận/ }).first()).toBeVisible();

  await administrator.locator('summary', { hasText: 'Đóng tài khoản' }).click();
  await administrator.locator('[id="close.reason"]').fill('Thôi việc theo QĐ 7/QĐ-UBND');
  await administrator.getByRole('button', { name: 'Đóng tài khoản' }).click();
  await expect(administrator.getByRole('status')).toContainText('Đã đóng tài khoản');
  await owner.goto('/can-bo/hang-doi/cho-tiep-nhan');
  await expect(owner).toHaveURL(/dang-nhap/);
});

test('a lost second factor is taken away by two people, and set up anew', async ({ browser }) => {
  const administrator = await (await browser.newContext()).newPage();
  await signInAsOfficer(administrator, 'quantri', '/can-bo/nguoi-dung?tim=Phan Thanh Nhàn');
  await administrator.getByRole('main').getByRole('link', { name: 'Phan Thanh Nhàn' }).click();
  await administrator.locator('summary', { hasText: 'Đề nghị đặt lại lớp xác thực' }).click();
  await administrator.getByRole('button', { name: 'Đề nghị đặt lại lớp xác thực' }).click();
  await expect(administrator.getByRole('alert')).toContainText('Lý do');
  await expectAccessible(administrator);
  await administrator.locator('[id="ask-reset.reason"]').fill('Mất điện thoại, đã gọi lại số đã đăng ký');
  await administrator.getByRole('button', { name: 'Đề nghị đặt lại lớp xác thực' }).click();
  await administrator.getByRole('link', { name: 'Xác nhận đặt lại xác thực' }).last().click();
  await expect(administrator.getByText('Cần người khác')).toBeVisible();

  const chair = await (await browser.newContext()).newPage();
  await signInAsOfficer(chair, 'chutich.tanbien', '/can-bo/dat-lai-xac-thuc');
  await expectAccessible(chair);
  await chair.getByRole('button', { name: /xác nhận$/ }).click();
  await expect(chair.getByRole('status')).toContainText('Đã đặt lại');
  await expectAccessible(chair);

  const owner = await (await browser.newContext()).newPage();
  await owner.goto('/can-bo/dang-nhap');
  await owner.getByLabel('Tên đăng nhập').fill('phochutich.tanbien');
  await owner.getByLabel('Mật khẩu').fill(demoPassword);
  await owner.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Thiết lập xác thực hai lớp');
  await expectAccessible(owner);
});
