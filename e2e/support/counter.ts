import { expect, type Locator, type Page } from '@playwright/test';

/** Officers of one commune who take a birth registration from the counter to the result. */
export const officers = {
  counter: { login: 'tiepnhan.tanninh', name: 'Lê Thị Ngọc Huyền' },
  counterToo: { login: 'tiepnhan2.tanninh', name: 'Võ Minh Khang' },
  specialist: { login: 'hotich.tanninh', name: 'Trương Thị Kim Ngân' },
  leader: { login: 'phochutich.tanninh', name: 'Lâm Thị Bích Vân' },
  clerk: { login: 'vanthu.tanninh', name: 'Cao Thị Mỹ Linh' },
} as const;

/** Opens a dossier from a queue, walking the queue's pages until it is there. */
export async function openFromQueue(page: Page, queue: string, code: string): Promise<void> {
  await page.goto(`/can-bo/hang-doi/${queue}`);
  const link = page.getByRole('main').getByRole('link', { name: code });
  const next = page.getByRole('link', { name: 'Tiếp theo' });
  while ((await link.count()) === 0) await next.click();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hồ sơ ${code}`);
}

/** What the officer found of one paper. */
export function check(page: Page, paper: string): Locator {
  return page.getByRole('group', { name: `Kiểm tra: ${paper}` });
}

/** Accepts the dossier on the page: one original, compared. */
export async function accept(page: Page): Promise<void> {
  await check(page, 'Giấy chứng sinh').getByLabel('Bản chính nhận').fill('1');
  await check(page, 'Giấy chứng sinh').getByLabel('Đã đối chiếu bản chính').check();
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
  await expectDone(page, 'Đã tiếp nhận hồ sơ');
}

/** Waits for the words about what was just done. */
export async function expectDone(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
}

/** At the open page of the counter: certified copies that take more than a day, so that the dossier stays open; its code. */
export async function takeInCopies(page: Page, owner: string, identityNumber = ''): Promise<string> {
  await page.getByRole('textbox', { name: 'Thủ tục' }).fill('sao y');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Chứng thực bản sao từ bản chính' }).click();
  await page.getByLabel(/nhiều trang, nhiều bản/).selectOption('Có, số lượng lớn hoặc nội dung phức tạp');
  await page.getByRole('button', { name: 'Xem giấy tờ cần có' }).click();
  const who = page.getByRole('group', { name: 'Chủ hồ sơ' });
  await who.getByLabel('Họ và tên').fill(owner);
  await who.getByLabel('Số định danh').fill(identityNumber);
  await page.getByLabel('Số trang').fill('40');
  await page.getByLabel('Số bản').fill('10');
  await page.getByLabel('Số biên lai').fill(`BL-${Date.now()}`);
  await check(page, 'Bản chính giấy tờ, văn bản làm cơ sở để chứng thực bản sao')
    .getByLabel('Đã đối chiếu bản chính')
    .check();
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận hồ sơ');
  await page.getByRole('link', { name: 'Mở hồ sơ vừa nhận' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('Hồ sơ');
  return ((await title.textContent()) ?? '').replace('Hồ sơ ', '').trim();
}
