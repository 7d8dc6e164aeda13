import { expect, expectAccessible, test } from './support/test.ts';

test('a dossier is looked up with its code and a second fact, told alike for a wrong code and a wrong fact', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByLabel('Mã hồ sơ').fill('H53.12.5-261122-9999');
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(page).toHaveURL(/\/tra-cuu\?ma=H53/);
  await expect(page.getByLabel('Mã hồ sơ')).toHaveValue('H53.12.5-261122-9999');
  await expectAccessible(page);

  await page.getByLabel('Số căn cước hoặc số điện thoại').fill('079123456789');
  await page.getByRole('main').getByRole('button', { name: 'Tra cứu' }).click();
  await expect(page.getByRole('alert')).toContainText('Không tìm thấy hồ sơ');
  await expect(page.getByRole('alert')).toBeFocused();
  expect(page.url()).not.toContain('079123456789');
  expect(await page.locator('script').count()).toBe(0);
  await expectAccessible(page);
});

test('whoever tries code after code is slowed down, in words', async ({ page, request }) => {
  const send = (attempt: number) =>
    request.post('/tra-cuu', { form: { code: `H53.12.5-261122-${attempt}`, secondFact: '079123456789' } });
  const answers = [];
  for (let attempt = 0; attempt < 31; attempt += 1) answers.push(await send(attempt));
  expect(answers.map((answer) => answer.status()).at(-1)).toBe(429);
  await page.setContent((await answers.at(-1)?.text()) ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bạn thao tác quá nhanh');
});

test('every occasion on the home page leads to a procedure', async ({ page, request }) => {
  await page.goto('/');
  const occasions = page
    .getByRole('region', { name: 'Chọn theo việc của bạn' })
    .getByRole('listitem')
    .getByRole('link');
  const addresses = await occasions.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  for (const address of addresses) {
    const found = await request.get(address);
    expect(await found.text(), address).toMatch(/href="\/thu-tuc\/\d\.\d{6}/);
  }
});

test('a form sent by another site is refused', async ({ request }) => {
  const answer = await request.post('/tra-cuu', {
    headers: { origin: 'https://trang-khac.example' },
    form: { code: 'H53', secondFact: '1' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('đến từ một trang khác');
});

test('the public pages exist in English', async ({ page }) => {
  await page.goto('/tra-cuu');
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/tra-cuu$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
  await page.goto('/en');
  await expectAccessible(page);
});

test('the API is told on a page of its own', async ({ page }) => {
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { name: '/api/v1/procedures', exact: false }).first()).toBeVisible();
  await expectAccessible(page);
});
