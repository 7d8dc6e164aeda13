import { expect, test } from 'vitest';
import type { Translate } from '../../../texts/translate.ts';
import { translate } from '../../../texts/translate.ts';
import { peopleFieldLabel } from './field-label.ts';

const t: Translate = (key, ...values) => translate('vi', key, ...values);

test.each([
  ['/post/title', 'Chức danh'],
  ['/title', 'Chức danh'],
  ['/post/unit', 'Đơn vị'],
  ['/lastOn', 'Ngày cuối'],
  ['/post/signatureLines/2', 'Thể thức ký'],
  ['/login', 'Tên đăng nhập'],
  ['/toString', undefined],
])('%s is called %s, as the form calls it', (pointer, label) => {
  expect(peopleFieldLabel(pointer, t)).toBe(label);
});
