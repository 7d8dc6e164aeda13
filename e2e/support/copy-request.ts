import type { Page } from '@playwright/test';
import { continueTo, fillAddress, fillDate, onPage } from './birth-registration.ts';

/** Whose facts the form of a copy asks for; the citizen's own stand there already. */
export interface Requester {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
}

/** Answers the questions of 2.000635 (a copy of a birth certificate) and stands on the draft's first page. */
export async function startCopyRequest(page: Page): Promise<void> {
  await page.getByLabel('Cá nhân', { exact: true }).check();
  await page.getByLabel('Không', { exact: true }).check();
  await page.getByLabel('Nơi giải quyết').selectOption({ label: 'Phường Tân Ninh' });
  await page.getByRole('button', { name: 'Xem cần chuẩn bị gì' }).click();
  await page.getByRole('button', { name: 'Bắt đầu khai' }).click();
  await onPage(page, 'Người yêu cầu');
}

/** From the first page to the review; a helper types whom it is for. */
export async function fillCopyRequest(page: Page, requester?: Requester): Promise<void> {
  if (requester !== undefined) {
    await page.getByLabel('Họ, chữ đệm, tên người yêu cầu').fill(requester.name);
    await page.getByLabel('Số định danh cá nhân').fill(requester.number);
    await page.getByLabel('Số điện thoại liên hệ').fill(requester.phone);
  }
  const residence = page.getByRole('group', { name: 'Nơi cư trú', exact: true });
  await fillAddress({ page, scripted: true }, residence, 'Số 12');
  await page.getByLabel('Cho chính mình').check();
  await continueTo(page, 'Việc hộ tịch cần bản sao');
  await page.getByLabel('Khai sinh', { exact: true }).check();
  if (requester !== undefined) {
    await page.getByLabel('Họ, chữ đệm, tên người có việc hộ tịch').fill(requester.name);
    const born = page.getByRole('group', { name: 'Ngày, tháng, năm sinh', exact: true });
    await fillDate(born, '14', '8', '1995');
  }
  await page.getByLabel(/^Đã đăng ký tại/).fill('Ủy ban nhân dân phường 3, thị xã Tây Ninh');
  await continueTo(page, 'Giấy tờ và kết quả');
  await page.getByLabel('Số lượng bản sao').fill('2');
  await page.getByLabel('Bản giấy').check();
  await page
    .getByRole('group', { name: /cam đoan/ })
    .getByLabel('Có', { exact: true })
    .check();
  await continueTo(page, 'Giấy tờ');
}
