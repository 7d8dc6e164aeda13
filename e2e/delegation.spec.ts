import type { Browser, Page } from '@playwright/test';
import { handInBirthRegistration } from './support/birth-registration.ts';
import { accept, expectDone, officers, openFromQueue } from './support/counter.ts';
import { proveByCode, signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** As in data/demo; nobody else's journey uses them. */
const parent = 'Võ Thành Nam';
const chair = { login: 'chutich.tanninh', name: 'Đoàn Hữu Nghĩa' };
const chief = { login: 'chanhvanphong.tanninh', name: 'Đặng Quốc Thái' };
const home = '/can-bo/uy-quyen';
const sign = 'Ký và hoàn thành bước';

test('a power is given, accepted, revoked in the middle of a dossier, given anew and used', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signInAsCitizen(page, parent);
  const code = await handInBirthRegistration(page);
  await at(browser, officers.counter.login, async (desk) => {
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await accept(desk);
  });
  await at(browser, officers.specialist.login, async (desk) => {
    await openFromQueue(desk, 'dang-thu-ly', code);
    await desk.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await expectDone(desk, 'Đã hoàn thành bước');
  });

  const principal = await (await browser.newContext()).newPage();
  const delegate = await (await browser.newContext()).newPage();
  await signInAsOfficer(principal, chair.login, home);
  await signInAsOfficer(delegate, chief.login, home);

  await test.step('the chairman lends his signature; a day that is missing is told beside its field', async () => {
    await expectAccessible(principal);
    await give(principal, '15/QĐ-UBND', '');
    await expect(principal.getByRole('alert')).toContainText('Đến hết ngày: Chưa điền');
    await principal.getByLabel('Đến hết ngày').fill('2027-12-31');
    await principal.getByRole('button', { name: 'Giao', exact: true }).click();
    await expectDone(principal, 'Đã giao');
    await expectAccessible(principal);
  });

  await test.step('the chief of the office accepts and opens what he may sign now', async () => {
    await take(delegate);
    await openFromQueue(delegate, 'cho-ky', code);
    await expect(delegate.getByText('TUQ. CHỦ TỊCH')).toBeVisible();
    await expectAccessible(delegate);
  });

  await test.step('revoked in the middle: his open page is refused in words, and nothing is half done', async () => {
    await principal.goto(home);
    await principal.getByRole('main').getByText('Thu hồi', { exact: true }).click();
    await principal.getByRole('button', { name: /^Chấm dứt quyền/ }).click();
    await principal.getByRole('alert').getByRole('link', { name: 'Lý do: Chưa điền.' }).click();
    await expect(principal.getByLabel('Lý do')).toBeFocused();
    await principal.getByLabel('Lý do').fill('Chủ tịch đã đi họp về');
    await principal.getByRole('button', { name: /^Chấm dứt quyền/ }).click();
    await expectDone(principal, 'Đã chấm dứt ngay');
    await delegate.getByRole('button', { name: sign }).click();
    await expect(delegate.getByRole('main')).toContainText('quyền đã bị thu hồi lúc');
    await expect(delegate.getByRole('main')).toContainText('hồ sơ giữ nguyên như trước');
    await openFromQueue(principal, 'cho-ky', code);
  });

  await test.step('given anew and used, the chairman reads what was done in his name', async () => {
    await principal.goto(home);
    await give(principal, '16/QĐ-UBND', '2027-12-31');
    await expectDone(principal, 'Đã giao');
    await take(delegate);
    await openFromQueue(delegate, 'cho-ky', code);
    await delegate.getByRole('button', { name: sign }).click();
    await expectDone(delegate, 'Đã hoàn thành bước');
    await principal.goto(home);
    await principal.getByRole('row').filter({ hasText: '16/QĐ-UBND' }).getByRole('link').click();
    await expect(principal.getByRole('row').filter({ hasText: code })).toContainText(chief.name);
    await expectAccessible(principal);
    await principal.getByRole('link', { name: code }).click();
    const told = `${chief.name} (Chánh Văn phòng) thực hiện theo ủy quyền của ${chair.name} (Chủ tịch) (QĐ số 16`;
    await expect(principal.getByText(told).first()).toBeVisible();
  });
});

async function give(page: Page, decision: string, lastOn: string): Promise<void> {
  await page
    .getByLabel('Người nhận', { exact: true })
    .selectOption({ label: `${chief.name} – Chánh Văn phòng` });
  await page.getByLabel('Số quyết định').fill(decision);
  await page.getByLabel('Đến hết ngày').fill(lastOn);
  await page.getByRole('button', { name: 'Giao', exact: true }).click();
}

async function take(page: Page): Promise<void> {
  await page.goto(home);
  await expect(page.getByText(`${chair.name} (Chủ tịch) ủy quyền cho bạn`)).toBeVisible();
  await page.getByRole('button', { name: 'Nhận', exact: true }).click();
  await page.waitForURL((url) => url.search.includes('xong=accept') || url.pathname.endsWith('xac-thuc'));
  if (new URL(page.url()).pathname === '/can-bo/xac-thuc') await proveByCode(page, chief.login);
  await expectDone(page, 'Đã nhận');
}

async function at(browser: Browser, login: string, work: (desk: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signInAsOfficer(desk, login);
  await work(desk);
  await context.close();
}
