import type { Page } from '@playwright/test';
import { onPage } from './support/birth-registration.ts';
import { dayFromNow } from './support/day-from-now.ts';
import { signInAsOfficer, signOut } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const writer = 'kiemsoat.tthc';
const approver = 'duyet.tthc';
/** Complete procedures, and one whose published steps are missing. */
const amended = ['1.001612', '1.001662', '1.001731'] as const;
const incomplete = '1.001266';

test('a whole decision: three changes drafted, reviewed, checked, published, and read by everybody on the day', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const number = `${Date.now()}/QĐ-UBND`;
  const word = `Tóm tắt mới ${Date.now()}`;
  const drafts = new Map<string, string>();

  await test.step('drafts on top of the versions in force', async () => {
    await signInAsOfficer(page, writer, '/can-bo/thu-tuc');
    await expectAccessible(page);
    for (const code of [...amended, incomplete]) drafts.set(code, await amend(page, code, word));
    await expectAccessible(page);
  });

  await test.step('who wrote it may not approve it', async () => {
    await page.goto(drafts.get(amended[0]) ?? '');
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('không tự duyệt được');
    await signOut(page);
  });

  await test.step('somebody else comments, sends one back, and approves', async () => {
    await signInAsOfficer(page, approver, '/can-bo/thu-tuc');
    for (const address of drafts.values()) {
      await page.goto(address);
      await page.getByLabel('Ý kiến duyệt').fill('Đã đối chiếu với quyết định.');
      await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
      await expect(page.getByText('Đã duyệt, chờ quyết định')).toBeVisible();
    }
    await page.goto(`${drafts.get(amended[0])}/lich-su`);
    await expect(page.getByRole('row').filter({ hasText: word })).toContainText('Nghiêm Thị Lan Chi');
    await expectAccessible(page);
  });

  await test.step('the decision takes the drafts in', async () => {
    await page.goto('/can-bo/quyet-dinh');
    await page.getByText('Ghi quyết định mới').click();
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await expect(page.getByRole('alert').getByRole('link', { name: /^Số, ký hiệu/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(number);
    await page.getByLabel('Ngày ký').fill(dayFromNow(-3));
    await page.getByLabel('Cơ quan ban hành').fill('Chủ tịch UBND tỉnh Tây Ninh');
    await page.getByLabel('Công bố', { exact: false }).first().fill(dayFromNow(-3));
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
    for (const code of [...amended, incomplete]) await page.getByLabel(new RegExp(`^${code} `)).check();
    await page.getByRole('button', { name: 'Thêm các bản đã chọn' }).click();
    await expect(page.getByRole('row').filter({ hasText: amended[2] })).toBeVisible();
  });

  await test.step('its whole effect is seen before, and what stands in the way leads to its place', async () => {
    await page.getByLabel('Áp dụng từ ngày').fill(dayFromNow(1));
    await page.getByRole('button', { name: 'Xem tác động' }).click();
    const stuck = page.getByRole('region', { name: /Chấm dứt hoạt động hộ kinh doanh/ });
    await expect(stuck.getByText('Thiếu trình tự thực hiện.')).toBeVisible();
    await expect(stuck.getByRole('link', { name: 'Trình tự thực hiện' })).toHaveAttribute(
      'href',
      /#chung\.steps|#steps/,
    );
    await expect(page.getByRole('button', { name: /^Công bố/ })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('row').filter({ hasText: incomplete }).getByRole('button').click();
    await expect(page.getByText('Không còn gì vướng')).toBeVisible();
    await expect(page.getByText(/3 sửa đổi.*3 phiên bản hết hiệu lực/)).toBeVisible();
  });

  await test.step('published: today reads as before, the day reads anew', async () => {
    await page.goto(`${page.url().replace(/\?.*/, '')}?tu=${dayFromNow(1)}`);
    await page.getByRole('button', { name: /^Công bố, áp dụng từ/ }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Đã công bố' })).toBeVisible();
    await expectAccessible(page);
    await signOut(page);
    for (const code of amended) {
      await page.goto(`/thu-tuc/${code}`);
      await expect(page.getByText(word)).toHaveCount(0);
      await page.goto(`/thu-tuc/${code}?ngay=${dayFromNow(1)}`);
      await expect(page.getByText(word).first()).toBeVisible();
    }
    await page.goto(`/thu-tuc/${incomplete}?ngay=${dayFromNow(1)}`);
    await expect(page.getByText(word)).toHaveCount(0);
  });

  await test.step('the office sees both versions and their difference in words', async () => {
    await signInAsOfficer(page, writer, `/can-bo/thu-tuc/${amended[0]}`);
    await expect(page.getByRole('list', { name: 'Các phiên bản' }).getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Các thay đổi' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: word })).toBeVisible();
    await expectAccessible(page);
  });
});

/** Begins a draft on the version in force, says something new in its summary, sends it to review; its address. */
async function amend(page: Page, code: string, word: string): Promise<string> {
  await page.goto(`/can-bo/thu-tuc/${code}`);
  await page.getByRole('button', { name: 'Soạn phiên bản mới' }).click();
  await onPage(page, `Bản soạn ${code}`);
  await page.getByLabel('Tóm tắt').fill(word);
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
  await expect(page.getByText('Chờ duyệt')).toBeVisible();
  return address;
}

test('a decision with lists is published from tomorrow, and taken back today', async ({ page }) => {
  await signInAsOfficer(page, 'kiemsoat.tthc', '/can-bo/quyet-dinh');
  await page.getByText('Ghi quyết định mới').click();
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(`${Date.now()}/QĐ-UBND`);
  await page.getByLabel('Ngày ký').fill('2026-11-20');
  await page.getByLabel('Cơ quan ban hành').fill('Chủ tịch UBND tỉnh Tây Ninh');
  await page.getByRole('button', { name: 'Ghi quyết định' }).click();
  await page.getByLabel('Chọn danh mục').selectOption('interconnected');
  await page.getByRole('button', { name: 'Chọn', exact: true }).click();
  await page.getByLabel('Mã thủ tục', { exact: true }).fill('khai sinh');
  await page.getByRole('button', { name: 'Thêm vào quyết định' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Mã thủ tục/ })
    .click();
  await expect(page.getByLabel('Mã thủ tục', { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Mã thủ tục', { exact: true }).fill('1.001193');
  await page.getByRole('button', { name: 'Thêm vào quyết định' }).click();
  await page.getByRole('button', { name: /^Công bố, áp dụng từ/ }).click();
  await page.locator('summary', { hasText: 'Hoàn tác việc công bố' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Lý do hoàn tác');
  await page.getByLabel('Lý do hoàn tác').fill('Chờ văn bản của Bộ');
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(page.getByText(/đã hoàn tác việc công bố lúc .*: Chờ văn bản của Bộ/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Công bố, áp dụng từ/ })).toBeVisible();
});
