import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { journalKey, type Lasting } from './journal-facts.ts';

/** As `recordAction` takes them. */
const facts = <const F extends object>(given: F & Lasting<F>) => given;
declare const dossierId: Id<'dossier'>;
declare const day: PlainDate;
const said: { readonly reason: string; readonly unsaid: unknown } = { reason: 'bà Duyên ốm', unsaid: 1 };

describe('facts of the journal', () => {
  it('are ids, days, numbers, words of a list and keys; a text that somebody wrote does not compile', () => {
    const compiles = () => [
      facts({ dossierId, on: day, count: 3, isNew: true, none: null, state: 'done', kinds: ['a', 'b'] }),
      facts({ number: journalKey('05/QĐ-UBND'), inside: { each: [dossierId] } }),
      // @ts-expect-error a plain text
      facts({ reason: said.reason }),
      // @ts-expect-error a plain text below
      facts({ dossierId, inside: { reason: said.reason } }),
      // @ts-expect-error a plain text in a list
      facts({ lines: [said.reason] }),
      // @ts-expect-error what nobody knows may be a text
      facts({ unsaid: said.unsaid }),
    ];
    expect(compiles).toBeTypeOf('function');
  });

  it.each([
    '01a218d8-b7eb-7402-9ddc-c4b580432055',
    '05/QĐ-UBND',
    '2026-11-26T01:00:00.000Z',
    '1.001193',
    'tan-ninh.one-stop',
    '{HEX}EICAR.TEST.3.UNOFFICIAL',
  ])('keep the key %s', (key) => {
    expect(journalKey(key)).toBe(key);
  });

  it.each(['Chị Lê Thị Xuân điều trị ung thư', '', 'a\nb', '<b>', 'x@y.vn', 'a'.repeat(200)])(
    'leave out %j, which is no key, whoever sent it as one',
    (text) => {
      expect(journalKey(text)).toBe('not-a-key');
    },
  );
});
