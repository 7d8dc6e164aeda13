import { expect, it } from 'vitest';
import { type Translate, translate } from '../../texts/translate.ts';
import { officeFieldLabel } from './field-label.ts';

const t: Translate = (key, ...values) => translate('vi', key, ...values);

it.each([
  ['/trackingNumber', 'Số bưu gửi'],
  ['/owner/name', 'Chủ hồ sơ – Họ và tên'],
  ['/submitter/taxCode', 'Người nộp – Mã số thuế (tổ chức)'],
  ['/representation/document', 'Tên giấy tờ'],
  ['/representation/issuedBy', 'Nơi cấp, nơi chứng thực'],
  ['/something/else', undefined],
])('%s is called as its form calls it', (pointer, label) => {
  expect(officeFieldLabel(pointer, t)).toBe(label);
});
