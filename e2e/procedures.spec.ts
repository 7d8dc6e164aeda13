import { expect, expectAccessible, test } from './support/test.ts';

const birth = '1.001193';

for (const words of ['khai sinh', 'dang ky khai sinh', 'giay khai sinh', 'khai snih', birth, 'ho tich']) {
  test(`"${words}" leads to birth registration`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('button', { name: 'Tìm kiếm' }).first().click();
    await expect(page).toHaveURL(/\/thu-tuc\?q=/);
    const first = page.getByRole('main').getByRole('listitem').first();
    await expect(first.getByRole('link')).toHaveText('Đăng ký khai sinh');
    await first.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký khai sinh');
  });
}

test('a citizen reads what to bring for their case, without script', async ({ page }) => {
  await page.goto(`/thu-tuc/${birth}`);
  expect(await page.locator('script').count()).toBe(0);
  await expectAccessible(page);
  await expect(page.getByText('đang hiện giấy tờ của mọi trường hợp')).toBeVisible();
  await page.getByRole('radio', { name: 'Không có' }).check();
  await page.getByRole('radio', { name: 'Trẻ em bị bỏ rơi' }).check();
  await page.getByRole('button', { name: 'Xem giấy tờ của tôi' }).click();
  await expect(page.getByText('Đang xem trường hợp: Trẻ không có Giấy chứng sinh')).toBeVisible();
  const needed = page.getByRole('list').filter({ has: page.getByText('Biên bản về việc trẻ bị bỏ rơi') });
  await expect(needed.getByText('Văn bản của người làm chứng', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('Văn bản xác nhận của cơ sở y tế')).toHaveCount(0);
  await page.getByRole('link', { name: 'Trực tuyến', exact: true }).click();
  await expect(page.getByText('Tờ khai đăng ký khai sinh')).toHaveCount(0);
  await expect(page.getByText('Trong ngày làm việc').first()).toBeVisible();
  await expect(page.getByText('Miễn phí').first()).toBeVisible();
  await expect(page.getByText('Công chức tư pháp - hộ tịch').first()).toBeVisible();
  await page.getByText('Căn cứ pháp lý và quyết định công bố').click();
  await expect(page.getByText('123/2015/NĐ-CP', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' })).toHaveAttribute(
    'href',
    /^\/nop\/1\.001193\?.*hoi-hoan-canh=bo-roi/,
  );
});

test('a tiered fee is worked out step by step', async ({ page }) => {
  await page.goto('/thu-tuc/2.000815');
  await page.getByLabel('Số trang').fill('5');
  await page.getByLabel('Số bản').fill('3');
  await page.getByRole('button', { name: 'Tính phí của tôi' }).click();
  await expect(page.getByText('Tổng cộng: 21.000')).toBeVisible();
  await expectAccessible(page);
});

test('what is not checked says so and why', async ({ page }) => {
  await page.goto('/thu-tuc/1.013831');
  await expect(page.getByText('chưa đối chiếu nghị quyết').first()).toBeVisible();
  await page.getByText('“Chưa đối chiếu” nghĩa là gì?').click();
  await expect(page.getByText('không được căn cứ vào đó để yêu cầu bạn nộp thêm')).toBeVisible();
  await expectAccessible(page);
});

test('the list filters, pages and helps when nothing is found', async ({ page }) => {
  await page.goto('/thu-tuc');
  await expectAccessible(page);
  await page.getByLabel('Lĩnh vực').selectOption('Hộ tịch');
  await page.getByRole('button', { name: 'Tìm kiếm' }).click();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Hộ tịch');
  await expect(page.getByRole('main').getByText('Chứng thực bản sao')).toHaveCount(0);
  await page.goto('/thu-tuc?q=zzzqqqxx');
  await expect(page.getByText('Chưa tìm thấy thủ tục nào cho “zzzqqqxx”')).toBeVisible();
  await expectAccessible(page);
});

test('an unknown code is told with suggestions, an old day with what held then', async ({ page }) => {
  const missing = await page.goto('/thu-tuc/1.001999');
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1.001999');
  await expect(page.getByText('Có thể bạn tìm')).toBeVisible();
  await expectAccessible(page);
  const before = await page.goto(`/thu-tuc/${birth}?ngay=2020-01-01`);
  expect(before?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('không có hiệu lực ngày 01/01/2020');
  expect((await page.goto(`/thu-tuc/${birth}?ngay=hom-qua`))?.status()).toBe(422);
});

test('the sheet for the notice board carries a QR code', async ({ page }) => {
  await page.goto(`/thu-tuc/${birth}`);
  await page.getByRole('link', { name: 'In bảng hướng dẫn có mã QR' }).click();
  await expect(page.getByRole('img', { name: new RegExp(`/thu-tuc/${birth}$`) })).toBeVisible();
  await expectAccessible(page);
});

test('the English twin says the same in English', async ({ page }) => {
  await page.goto(`/thu-tuc/${birth}`);
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(`/en/thu-tuc/${birth}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Birth registration');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
});
