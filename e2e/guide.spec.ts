import type { Request } from '@playwright/test';
import { expect, expectAccessible, test } from './support/test.ts';

const birth = '1.001193';

test('a citizen comes from an occasion to a procedure, from the catalogue to an agency', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('region', { name: 'Chọn theo việc của bạn' }).getByText('Sinh con').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sinh con');
  await expect(page.getByRole('main').getByRole('listitem').first().getByRole('link')).toHaveText(
    'Đăng ký khai sinh',
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Danh mục thủ tục' }).click();
  for (const shelf of [
    'Theo sự kiện trong đời',
    'Theo cấp giải quyết',
    'Theo cơ quan có thẩm quyền',
    'Theo lĩnh vực',
  ]) {
    await expect(page.getByRole('region', { name: shelf })).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Văn phòng đăng ký đất đai tỉnh Tây Ninh' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Văn phòng đăng ký đất đai tỉnh Tây Ninh');
  await expect(page.getByRole('link', { name: 'Cấp đổi Giấy chứng nhận (đổi sổ đỏ)' })).toBeVisible();
  await expectAccessible(page);
});

for (const [words, procedure] of [
  ['nhap ho khau', 'Đăng ký thường trú'],
  ['tien nguoi gia', 'Trợ cấp xã hội hằng tháng'],
  ['mo cong ty', 'Đăng ký thành lập công ty TNHH một thành viên'],
  ['tach so', 'Tách thửa hoặc hợp thửa đất'],
  ['gieng khoan', 'Đăng ký giếng khoan (khai thác nước dưới đất)'],
  ['passport', 'Cấp hộ chiếu phổ thông'],
] as const) {
  test(`"${words}" leads to ${procedure}`, async ({ page }) => {
    await page.goto(`/thu-tuc?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole('main').getByRole('listitem').first().getByRole('link')).toHaveText(
      procedure,
    );
  });
}

test('a version has its page, its days and its way back, without script', async ({ page }) => {
  await page.goto(`/thu-tuc/${birth}`);
  await page.getByRole('link', { name: 'Tất cả các phiên bản' }).click();
  await expect(page.getByText('Có hiệu lực từ 01/07/2025')).toBeVisible();
  await expect(page.getByText('Đang có hiệu lực')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Ngày' }).fill('2025-08-01');
  await page.getByRole('button', { name: 'Xem' }).click();
  await expect(page).toHaveURL(`/thu-tuc/${birth}?ngay=2025-08-01`);
  await expect(page.getByText('Trang này trả lời như ngày 01/08/2025')).toBeVisible();
  await page.getByRole('radio', { name: 'Không có' }).check();
  await page.getByRole('button', { name: 'Xem giấy tờ của tôi' }).click();
  await expect(page).toHaveURL(/ngay=2025-08-01/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Xem nội dung hôm nay' }).first().click();
  await expect(page).toHaveURL(`/thu-tuc/${birth}`);
  expect(await page.locator('script').count()).toBe(0);
});

test('services of the police are told, and where to apply', async ({ page }) => {
  await page.goto('/thu-tuc/1.004222');
  await expect(page.getByText('Bộ phận Một cửa không nhận hồ sơ này')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' })).toHaveCount(0);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Nơi nộp hồ sơ' }).click();
  await page.getByLabel('Tên xã, phường').fill('tan ninh');
  await page.getByRole('button', { name: 'Tìm kiếm' }).click();
  await expect(page.getByText('Trung tâm Phục vụ hành chính công phường Tân Ninh')).toBeVisible();
  await expect(page.getByText('07:00–11:30, 13:30–17:00').first()).toBeVisible();
  await expectAccessible(page);
});

test('the sheet fits A4 pages and its code leads to what holds today', async ({ page }) => {
  await page.goto(`/thu-tuc/${birth}/in?ngay=2025-08-01`);
  await expect(page.getByText('Trang này trả lời như ngày 01/08/2025')).toBeVisible();
  await expect(page.getByRole('img', { name: new RegExp(`/thu-tuc/${birth}$`) })).toBeVisible();
  await expectAccessible(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.length).toBeLessThanOrEqual(4);
  for (const [, width, height] of sizes) {
    expect(Math.round(Number(width))).toBe(595);
    expect(Math.round(Number(height))).toBe(842);
  }
});

test('the guide in English is accessible; a page is light and comes without script', async ({ page }) => {
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  await page.goto(`/en/thu-tuc/${birth}`);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(finished.map((request) => request.sizes()));
  expect(finished.filter((request) => request.resourceType() === 'script')).toEqual([]);
  expect(sizes.length).toBeGreaterThan(2);
  // At 400 kbit/s of a slow 4G this is three seconds with the fonts, which do not hold the text back.
  expect(sizes.reduce((sum, size) => sum + size.responseBodySize, 0)).toBeLessThan(150_000);
  for (const address of ['/en/thu-tuc/danh-muc', `/en/thu-tuc/${birth}/phien-ban`, '/en/noi-nop']) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectAccessible(page);
  }
});
