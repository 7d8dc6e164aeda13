import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type JournalWord, journalKey, type Lasting } from './journal-facts.ts';

/** Whether `recordAction` takes such facts. */
type Takes<Facts> = Facts extends Lasting<Facts> ? true : false;

describe('facts of the journal', () => {
  // Held by the compiler: `npm test -- checks` fails where one of these is otherwise.
  it('are ids, days, numbers, words of a list and keys', () => {
    expectTypeOf<Takes<{ dossierId: Id<'dossier'>; on: PlainDate; count: number }>>().toEqualTypeOf<true>();
    expectTypeOf<
      Takes<{ isNew: boolean; none: null; state: 'done'; kinds: ('a' | 'b')[] }>
    >().toEqualTypeOf<true>();
    expectTypeOf<Takes<{ number: JournalWord; inside: { each: Id<'dossier'>[] } }>>().toEqualTypeOf<true>();
  });

  it('are no text that somebody wrote, wherever it stands, and nothing that may be one', () => {
    expectTypeOf<Takes<{ reason: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Takes<{ count: number; inside: { reason: string } }>>().toEqualTypeOf<false>();
    expectTypeOf<Takes<{ lines: string[] }>>().toEqualTypeOf<false>();
    expectTypeOf<Takes<{ unsaid: unknown }>>().toEqualTypeOf<false>();
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
