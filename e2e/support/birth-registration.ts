import { expect, type Locator, type Page } from '@playwright/test';
import { aScannedPdf } from './file-samples.ts';

/** How the birth registration form is filled in by hand, with or without script. */
export interface Filing {
  readonly page: Page;
  readonly scripted: boolean;
}

/** Answers the questions, starts the draft and stands on its first page. The citizen is signed in. */
export async function startBirthRegistration({ page }: Filing): Promise<void> {
  await page.goto('/nop/1.001193');
  await page.getByLabel('Có, bản giấy hoặc bản điện tử').check();
  await page.getByLabel('Không thuộc hoàn cảnh nào').check();
  await page
    .getByRole('group', { name: /đăng ký thay/ })
    .getByLabel('Không', { exact: true })
    .check();
  await page.getByLabel('Nơi giải quyết').selectOption({ label: 'Phường Tân Ninh' });
  await page.getByRole('button', { name: 'Xem cần chuẩn bị gì' }).click();
  await page.getByRole('button', { name: 'Bắt đầu khai' }).click();
  await onPage(page, 'Người yêu cầu');
}

/** On the page, its script loaded: nobody types before they can read. */
export async function onPage(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.waitForLoadState('networkidle');
}

/** Sends the page and expects the next one. */
export async function continueTo(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await onPage(page, title);
}

export async function fillRequester(filing: Filing): Promise<void> {
  await fillAddress(
    filing,
    filing.page.getByRole('group', { name: 'Nơi cư trú', exact: true }),
    'Số 12, khu phố 3',
  );
  await filing.page.getByLabel('Mẹ', { exact: true }).check();
}

/** Birth on 05/11/2026 of children with these names. */
export async function fillChildren(filing: Filing, names: readonly string[]): Promise<void> {
  const { page } = filing;
  const birth = page.getByRole('group', { name: 'Ngày, tháng, năm sinh', exact: true });
  await fillDate(birth, '5', '11', '2026');
  await fillAddress(filing, page.getByRole('group', { name: /^Nơi sinh/ }));
  await page.getByLabel('Tên cơ sở y tế nơi sinh').fill('Bệnh viện Đa khoa Tây Ninh');
  for (const [index, name] of names.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Thêm trẻ' }).click();
    const row = page.getByRole('group', { name: `Trẻ ${index + 1}`, exact: true });
    await row.getByLabel('Họ, chữ đệm, tên của trẻ').fill(name);
    await row.getByLabel('Nữ').check();
    await expect(row.getByLabel('Quốc tịch')).toHaveValue('Việt Nam');
    await fillAddress(filing, row.getByRole('group', { name: 'Quê quán' }));
  }
}

/** The mother is the citizen: her answers stand there already, only her address is missing. */
export async function fillMother(filing: Filing): Promise<void> {
  const { page } = filing;
  await page
    .getByRole('group', { name: /về người mẹ/ })
    .getByLabel('Có', { exact: true })
    .check();
  if (!filing.scripted) await showMore(page);
  await fillAddress(filing, page.getByRole('group', { name: /^Nơi cư trú của người mẹ/ }), 'Số 12');
}

export async function fillNoFather({ page }: Filing): Promise<void> {
  await page
    .getByRole('group', { name: /về người cha/ })
    .getByLabel('Không', { exact: true })
    .check();
}

export async function fillNoCopies({ page }: Filing): Promise<void> {
  await page
    .getByRole('group', { name: /cấp bản sao/ })
    .getByLabel('Không', { exact: true })
    .check();
}

/** From the first page to the papers, one child. */
export async function fillToPapers(filing: Filing): Promise<void> {
  const { page } = filing;
  await fillRequester(filing);
  await continueTo(page, 'Người được khai sinh');
  await fillChildren(filing, ['Nguyễn Phan Minh An']);
  await continueTo(page, 'Người mẹ');
  await fillMother(filing);
  await continueTo(page, 'Người cha');
  await fillNoFather(filing);
  await continueTo(page, 'Giấy tờ và kết quả');
  await fillNoCopies(filing);
  await continueTo(page, 'Giấy tờ');
}

/** A birth registration of the signed-in citizen with one paper, handed in; returns the dossier's code. */
export async function handInBirthRegistration(
  page: Page,
  paper = aScannedPdf('giay-chung-sinh.pdf'),
): Promise<string> {
  const filing: Filing = { page, scripted: true };
  await startBirthRegistration(filing);
  await fillToPapers(filing);
  await page.getByLabel('Chọn tệp hoặc chụp ảnh – Giấy chứng sinh').setInputFiles(paper);
  await page.getByRole('link', { name: paper.name }).waitFor();
  await page.getByRole('link', { name: 'Tiếp tục: kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await onPage(page, 'Đã nộp hồ sơ');
  return codeOn(page);
}

/** The first dossier code on the page. */
export async function codeOn(page: Page): Promise<string> {
  return (
    (await page
      .getByRole('main')
      .getByText(/^H53\.\S+$/)
      .first()
      .textContent()) ?? ''
  );
}

/** Without script, further questions come with the page sent again. */
export async function showMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Có thêm câu hỏi theo câu trả lời của bạn.')).toBeVisible();
}

export async function fillDate(group: Locator, day: string, month: string, year: string): Promise<void> {
  await group.getByLabel('Ngày').fill(day);
  await group.getByLabel('Tháng').fill(month);
  await group.getByLabel('Năm').fill(year);
}

/** Phường Tân Ninh; without script its list is asked for with a button. */
export async function fillAddress(filing: Filing, group: Locator, detail?: string): Promise<void> {
  await group.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Tây Ninh' });
  if (!filing.scripted) await group.getByRole('button', { name: 'Hiện danh sách xã, phường' }).click();
  await group.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Tân Ninh' });
  if (detail !== undefined) await group.getByLabel('Số nhà, đường, ấp, khu phố').fill(detail);
}
