import { describe, expect, it } from 'vitest';
import { acceptInput, intentOf, stepInput } from './dossier-intents.ts';
import { fieldIdOf } from './field-id.ts';

function aForm(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  return form;
}

describe('the forms of a dossier', () => {
  it('reads the checks of the papers shown, in their order, and the money taken', () => {
    const form = aForm({
      expectedVersion: '3',
      component: ['giay-chung-sinh', 'to-khai'],
      'components.giay-chung-sinh.receivedOriginals': ' 1 ',
      'components.giay-chung-sinh.receivedCopies': '',
      'components.giay-chung-sinh.comparedWithOriginal': 'on',
      'components.to-khai.note': 'thiếu chữ ký',
      'fee.amount': '21.000',
      'fee.receiptNumber': 'BL 15',
      'fee.quantities.page': '5',
      'fee.quantities.copy': '',
    });
    expect(acceptInput('d', form)).toEqual({
      dossierId: 'd',
      expectedVersion: 3,
      components: [
        { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
        {
          key: 'to-khai',
          receivedOriginals: 0,
          receivedCopies: 0,
          comparedWithOriginal: false,
          note: 'thiếu chữ ký',
        },
      ],
      fee: { quantities: { page: 5 }, receiptNumber: 'BL 15', amount: 21_000 },
    });
  });

  it('leaves what is no number for the command to refuse', () => {
    const form = aForm({ component: 'a', 'components.a.receivedCopies': 'hai', 'fee.amount': '-5' });
    expect(acceptInput('d', form)).toMatchObject({
      components: [{ receivedCopies: 'hai' }],
      fee: { amount: '-5', receiptNumber: '' },
    });
  });

  it('says nothing of money when none was entered', () => {
    expect(acceptInput('d', aForm({ 'fee.amount': '0', 'fee.receiptNumber': '' }))).not.toHaveProperty('fee');
  });

  it('reads each kind of step', () => {
    const fields = {
      taskId: 't',
      note: 'xem lại',
      backTo: 'tham-dinh',
      handedTo: 'Bà Út',
      'result.typeCode': 'KQ.G15.000031',
      'result.number': '',
      'result.book': '01/2026',
      'result.issuedOn': '2026-11-22',
    };
    const form = aForm(fields);
    expect(stepInput('forward', form)).toEqual({ taskId: 't', outcome: 'forward', note: 'xem lại' });
    expect(stepInput('back', form)).toMatchObject({ outcome: 'back', backTo: 'tham-dinh' });
    expect(stepInput('return', form)).toMatchObject({ outcome: 'forward', handedTo: 'Bà Út' });
    expect(stepInput('issue', form)).toMatchObject({
      result: { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: '2026-11-22' },
    });
    expect(stepInput('issue', form)).not.toHaveProperty('result.number');
  });

  it('knows its own intents only', () => {
    expect(intentOf(aForm({ intent: 'accept' }))).toBe('accept');
    expect(intentOf(aForm({ intent: 'toString' }))).toBeUndefined();
    expect(intentOf(aForm({}))).toBeUndefined();
  });
});

it('a refusal points at its control, papers by key', () => {
  expect(fieldIdOf('/components/1/receivedCopies', 'accept', ['a', 'b'])).toBe(
    'accept.components.b.receivedCopies',
  );
  expect(fieldIdOf('/components/giay-chung-sinh', 'accept', [])).toBe('accept.components.giay-chung-sinh');
  expect(fieldIdOf('/result/number', 'issue', [])).toBe('issue.result.number');
});
