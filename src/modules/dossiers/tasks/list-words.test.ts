import { expect, it } from 'vitest';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { PostalItemRow } from '../store/postal-items.ts';
import { partNotes, postNotes, returnWords, sentByPost } from './list-words.ts';

const blank = { unit_id: newUuidV7<'unit'>(), recipient: null, phone: null, address: null, source: null };
const papers: PostalItemRow = { ...blank, direction: 'in', tracking_number: null, moved_at: null };
const home = { recipient: 'Lê Thị Lan', phone: '0530000051', address: 'Số 12, phường Tân Ninh' };
const result: PostalItemRow = { ...papers, ...home, direction: 'out' };

it('says on the slip where the result is fetched, or to whom the post brings it', () => {
  expect(returnWords([], 'Quầy Tân Ninh')).toBe('Nhận trực tiếp tại Quầy Tân Ninh');
  expect(returnWords([papers, result], 'Quầy Tân Ninh')).toBe(
    'Qua dịch vụ bưu chính công ích, giao Lê Thị Lan, điện thoại 0530000051, Số 12, phường Tân Ninh',
  );
  expect(sentByPost([papers])).toEqual([]);
  expect(sentByPost([result])).toEqual([expect.stringContaining('giao Lê Thị Lan')]);
});

it('says that papers are to come by post, or under which number they came', () => {
  expect(postNotes([result])).toEqual([]);
  expect(postNotes([papers])).toEqual([expect.stringContaining('gửi đến nơi tiếp nhận')]);
  expect(postNotes([{ ...papers, tracking_number: 'EA123456789VN' }])).toEqual([
    expect.stringContaining('số bưu gửi EA123456789VN'),
  ]);
});

it('names the procedures it carries with who takes part', () => {
  expect(partNotes([])).toEqual([]);
  const parts = [
    { name: 'Đăng ký thường trú', agency: 'Công an cấp xã' },
    { name: 'Cấp thẻ BHYT', agency: null },
  ];
  expect(partNotes(parts)).toEqual([
    'Hồ sơ này giải quyết liên thông: Đăng ký thường trú (Công an cấp xã); Cấp thẻ BHYT.',
  ]);
});
