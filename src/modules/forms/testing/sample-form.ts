import type { FormDefinition } from '../core/definition.ts';
import { parseFormDefinition } from '../core/parse-definition.ts';

/** A small form with every kind of field, for tests. */
export function aFormDefinition(changes: Readonly<Record<string, unknown>> = {}): FormDefinition {
  const parsed = parseFormDefinition({ ...sample, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

const sample = {
  code: 'mau-thu',
  procedureCode: '9.000001',
  name: 'Tờ khai thử',
  validFrom: '2025-07-01',
  source: 'tests',
  certainty: 'unchecked',
  fields: [
    { kind: 'section', key: 'applicant', label: 'Người yêu cầu' },
    {
      kind: 'choice',
      key: 'relation',
      label: 'Quan hệ với người được khai sinh',
      requiredWhen: true,
      options: [
        { value: 'mother', label: 'Mẹ' },
        { value: 'father', label: 'Cha' },
        { value: 'other', label: 'Người khác' },
      ],
    },
    {
      kind: 'text',
      key: 'relationNote',
      label: 'Nêu rõ quan hệ',
      maxLength: 40,
      visibleWhen: { '==': [{ var: 'relation' }, 'other'] },
      requiredWhen: true,
    },
    { kind: 'phone', key: 'phone', label: 'Số điện thoại', prefill: [{ from: 'person.phone' }] },
    { kind: 'email', key: 'email', label: 'Thư điện tử' },
    {
      kind: 'section',
      key: 'mother',
      label: 'Người mẹ',
      visibleWhen: { '!=': [{ var: '$case' }, 'abandoned'] },
    },
    {
      kind: 'personName',
      key: 'motherName',
      label: 'Họ, chữ đệm, tên người mẹ',
      requiredWhen: true,
      prefill: [{ from: 'person.fullName', when: { '==': [{ var: 'relation' }, 'mother'] } }],
    },
    {
      kind: 'identityNumber',
      key: 'motherId',
      label: 'Số định danh của người mẹ',
      prefill: [{ from: 'person.identityNumber', when: { '==': [{ var: 'relation' }, 'mother'] } }],
    },
    { kind: 'partialDate', key: 'motherBirth', label: 'Năm sinh của người mẹ', within: 'past' },
    { kind: 'section', key: 'child', label: 'Người được khai sinh' },
    {
      kind: 'date',
      key: 'birthDate',
      label: 'Ngày sinh',
      requiredWhen: true,
      within: 'past',
      refuseWhen: [
        {
          when: { '<': [{ addYears: [{ var: 'birthDate' }, 30] }, { var: '$today' }] },
          message: 'Tờ khai thử chỉ dùng cho người dưới 30 tuổi.',
        },
      ],
    },
    { kind: 'address', key: 'birthPlace', label: 'Nơi sinh', at: 'birthDate' },
    { kind: 'yesNo', key: 'twins', label: 'Sinh đôi' },
    { kind: 'heading', key: 'more', label: 'Thông tin khác' },
    { kind: 'number', key: 'weight', label: 'Cân nặng', min: 0.3, max: 8, unit: 'kg' },
    { kind: 'money', key: 'amount', label: 'Số tiền', max: 1_000_000 },
    { kind: 'longText', key: 'note', label: 'Ghi chú' },
    {
      kind: 'multiChoice',
      key: 'copies',
      label: 'Giấy cần nhận',
      options: [
        { value: 'original', label: 'Bản chính' },
        { value: 'extract', label: 'Trích lục' },
      ],
    },
    {
      kind: 'repeat',
      key: 'siblings',
      label: 'Anh, chị, em',
      itemLabel: 'Người',
      min: 0,
      max: 3,
      visibleWhen: { '==': [{ var: 'twins' }, true] },
      fields: [
        { kind: 'personName', key: 'name', label: 'Họ tên', requiredWhen: true },
        { kind: 'identityNumber', key: 'identity', label: 'Số định danh' },
        { kind: 'date', key: 'born', label: 'Ngày sinh', within: 'past' },
        {
          kind: 'yesNo',
          key: 'adult',
          label: 'Đã đủ 18 tuổi',
          visibleWhen: { '<=': [{ addYears: [{ var: 'row.born' }, 18] }, { var: '$today' }] },
        },
      ],
    },
    {
      kind: 'attachment',
      key: 'surrogacyPaper',
      label: 'Văn bản xác nhận mang thai hộ',
      component: 'mang-thai-ho',
      visibleWhen: { '==': [{ var: '$case' }, 'surrogacy'] },
      requiredWhen: true,
    },
  ],
};
