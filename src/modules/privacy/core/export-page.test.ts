import { expect, it } from 'vitest';
import { exportPage } from './export-page.ts';

it('shows what people wrote as text, whatever they wrote', () => {
  const page = exportPage({ title: 'Dữ liệu của <b>', lead: '& tôi', hint: '<i>' }, [
    {
      key: 'profile',
      title: 'Hồ sơ cá nhân',
      items: [{ title: 'x', facts: [{ label: 'Tên', value: '<script>alert(1)</script>"' }] }],
    },
  ]);
  expect(page).not.toContain('<script');
  expect(page).not.toMatch(/<[bi]>/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
  expect(page).toContain('<dt>Tên</dt>');
});
