import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { exportPage } from '../src/modules/privacy/core/export-page.ts';

test('the copy of one’s own data prints as numbered A4 pages, no value apart from its label', async ({
  page,
}) => {
  const facts = Array.from({ length: 6 }, (_, at) => ({
    label: `Mục ${at + 1}`,
    value: `Trương Phan Bảo An, số nhà ${at + 1}, đường Cách Mạng Tháng Tám, phường Tân Ninh\nquyển 01/2026`,
  }));
  const items = Array.from({ length: 30 }, (_, at) => ({ title: `Hồ sơ thứ ${at + 1}`, facts }));
  const head = { title: 'Dữ liệu cá nhân của tôi', lead: 'Bản sao làm lúc 9 giờ', hint: 'Chọn In' };
  await page.setContent(exportPage(head, [{ key: 'dossiers', title: 'Hồ sơ đã nộp', items }]));
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(pdf, { mergePages: false });
  expect(text.length).toBeGreaterThan(5);
  const [, , width, height] = (await pdf.getPage(1)).view;
  expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842]);
  for (const [at, words] of text.entries()) {
    expect(words).toContain(`${at + 1}/${text.length}`);
    const labels = words.match(/Mục \d/g) ?? [];
    const values = words.match(/đường Cách Mạng Tháng\s+Tám, phường Tân Ninh\s+quyển 01\/2026/g) ?? [];
    expect([at, values.length]).toEqual([at, labels.length]);
    expect(words).not.toMatch(/Hồ sơ thứ \d+\s*(\d+\/\d+)?\s*$/);
  }
  expect(text.join(' ')).not.toContain('Chọn In');
});
