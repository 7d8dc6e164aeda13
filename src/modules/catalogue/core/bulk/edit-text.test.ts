import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWholeText } from '../../testing/a-whole-text.ts';
import { differences } from '../difference/differences.ts';
import { sentencesOf } from '../difference/sentences.ts';
import { procedureText } from '../procedure-text.ts';
import { type BulkEdit, bulkEdit } from './bulk-edit.ts';
import { editText } from './edit-text.ts';

const text = aWholeText(
  {
    legalBases: [
      { number: '60/2014/QH13', name: 'Luật Hộ tịch', articles: 'Điều 16' },
      { number: '123/2015/NĐ-CP' },
    ],
    fees: [
      { key: 'le-phi', name: 'Lệ phí', type: 'charge', basis: '45/2016/NQ-HĐND' },
      { key: 'phi', name: 'Phí', type: 'fee', basis: '281/2016/TT-BTC' },
    ],
  },
  { sectorEn: 'Civil status' },
);

function edited(edit: BulkEdit, of = text) {
  const outcome = editText(of, edit);
  if ('not' in outcome) throw new Error(outcome.not);
  return outcome.text;
}
const sentences = (edit: BulkEdit) => {
  const after = edited(edit);
  return sentencesOf(differences(text, after), text, after);
};

describe('an edit of many procedures', () => {
  it('moves a procedure to another sector, without the English name of the old one', () => {
    const after = edited({ field: 'sector', to: 'Tư pháp' });
    expect(after.sector).toBe('Tư pháp');
    expect(after.sectorEn).toBeUndefined();
  });

  it('says who decides anew and keeps the rule that finds them', () => {
    const { competentAgency } = edited({ field: 'agency', to: 'UBND cấp xã' }).content;
    expect(competentAgency).toMatchObject({ name: 'UBND cấp xã', rule: text.content.competentAgency.rule });
  });

  it('puts a document in the place of another, with nothing of the old one but its place', () => {
    const edit = { field: 'legalBasis', from: '60/2014/QH13', to: '10/2026/QH16' } as const;
    expect(edited(edit).content.legalBases).toEqual([
      { number: '10/2026/QH16' },
      { number: '123/2015/NĐ-CP' },
    ]);
    expect(edited({ ...edit, name: 'Luật Hộ tịch' }).content.legalBases[0]).toEqual({
      number: '10/2026/QH16',
      name: 'Luật Hộ tịch',
    });
    expect(sentences(edit)).toEqual(['Sửa đổi căn cứ pháp lý: bỏ “Luật Hộ tịch”; thêm “10/2026/QH16”.']);
  });

  it('cites a document once', () => {
    const edit = { field: 'legalBasis', from: '60/2014/QH13', to: '123/2015/NĐ-CP' } as const;
    expect(edited(edit).content.legalBases).toEqual([{ number: '123/2015/NĐ-CP' }]);
  });

  it('sets the basis of every fee, or only of those that rest on another', () => {
    const bases = (edit: BulkEdit) => edited(edit).content.fees.map(({ basis }) => basis);
    expect(bases({ field: 'feeBasis', to: '5/2026/NQ-HĐND' })).toEqual(['5/2026/NQ-HĐND', '5/2026/NQ-HĐND']);
    expect(bases({ field: 'feeBasis', from: '45/2016/NQ-HĐND', to: '5/2026/NQ-HĐND' })).toEqual([
      '5/2026/NQ-HĐND',
      '281/2016/TT-BTC',
    ]);
  });

  it('adds a channel and takes one away', () => {
    expect(edited({ field: 'channel', does: 'add', channel: 'post' }).content.channels).toEqual([
      'online',
      'counter',
      'post',
    ]);
    expect(edited({ field: 'channel', does: 'remove', channel: 'online' }).content.channels).toEqual([
      'counter',
    ]);
  });

  it.each<[string, BulkEdit]>([
    ['catalogue.bulk-same', { field: 'sector', to: text.sector }],
    ['catalogue.bulk-same', { field: 'agency', to: 'Ủy ban nhân dân cấp xã' }],
    ['catalogue.bulk-same', { field: 'channel', does: 'add', channel: 'online' }],
    ['catalogue.bulk-same', { field: 'channel', does: 'remove', channel: 'post' }],
    ['catalogue.bulk-no-such-basis', { field: 'legalBasis', from: '1/2000/QH10', to: '2/2026/QH16' }],
    ['catalogue.bulk-no-fee', { field: 'feeBasis', from: '1/2000/TT', to: '2/2026/TT' }],
  ])('is refused as %s', (reason, edit) => {
    expect(editText(text, edit)).toEqual({ not: reason });
  });

  it('leaves no procedure without a channel, and no paper, time or fee without its own', () => {
    const single = aWholeText({ channels: ['online'] });
    const scoped = aWholeText({
      timeLimits: [{ rule: { unit: 'working-days', amount: 1 }, channels: ['online'] }],
    });
    const edit = { field: 'channel', does: 'remove', channel: 'online' } as const;
    expect(editText(single, edit)).toEqual({ not: 'catalogue.bulk-last-channel' });
    expect(editText(scoped, edit)).toEqual({ not: 'catalogue.bulk-channel-in-use' });
  });

  it('changes one part and no other, makes a text again, and has nothing to do a second time', () => {
    const word = fc.constantFrom('60/2014/QH13', '123/2015/NĐ-CP', '45/2016/NQ-HĐND', 'Hộ tịch', 'mới');
    const channel = fc.constantFrom('online', 'counter', 'post');
    const anyEdit = fc
      .oneof(
        fc.record({ field: fc.constant('sector'), to: word }),
        fc.record({ field: fc.constant('agency'), to: word }),
        fc.record({ field: fc.constant('legalBasis'), from: word, to: word }),
        fc.record({ field: fc.constant('feeBasis'), to: word }),
        fc.record({ field: fc.constant('channel'), does: fc.constantFrom('add', 'remove'), channel }),
      )
      .map((edit) => bulkEdit.parse(edit));
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const outcome = editText(text, edit);
        if ('not' in outcome) return;
        expect(procedureText.parse(outcome.text)).toEqual(outcome.text);
        const parts = new Set(differences(text, outcome.text).map(({ part }) => part));
        expect(parts.size).toBe(1);
        expect(editText(outcome.text, edit)).toHaveProperty('not');
      }),
    );
  });
});
