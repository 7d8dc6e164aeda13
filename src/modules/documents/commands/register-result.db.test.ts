import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { NewResult } from '../core/result-register.ts';
import { incrementCounter, selectResults } from '../store/result-rows.ts';
import { registerResult } from './register-result.ts';

describe('result register', () => {
  const test = useTestDatabase();
  const unitId = newUuidV7<'unit'>();

  function aContext(): CommandContext {
    return {
      jurisdiction: test.jurisdiction,
      actor: { kind: 'system', task: 'test' },
      now: new Date('2026-11-20T09:00:00+07:00'),
      origin: { ip: undefined, userAgent: undefined },
      requestId: newUuidV7<'request'>(),
    };
  }

  function aResult(changes: Partial<NewResult> = {}): NewResult {
    return {
      subjectId: newUuidV7<'dossier'>(),
      typeCode: 'KQ.G15.000031',
      unitId,
      book: '01/2026',
      issuedOn: '2026-11-20' as PlainDate,
      signerLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      ...changes,
    };
  }

  const register = (result: NewResult) =>
    inTransaction(test.db, (tx) => registerResult({ newId: newUuidV7 }, tx, aContext(), result));

  async function numberOf(result: NewResult): Promise<string> {
    const registered = await register(result);
    if (!registered.ok) throw new Error(registered.refusal.type);
    return registered.value.number;
  }

  describe('registerResult', () => {
    it('gives 64 results at once the numbers 1 to 64, none missing, none twice', async () => {
      const book = { unitId: newUuidV7<'unit'>() };
      const numbers = await Promise.all(Array.from({ length: 64 }, () => numberOf(aResult(book))));
      expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1));
    });

    it('gives a number back when the transaction does not commit', async () => {
      const book = { unitId: newUuidV7<'unit'>() };
      expect(await numberOf(aResult(book))).toBe('1');
      await inTransaction(test.db, async (tx) => {
        await registerResult({ newId: newUuidV7 }, tx, aContext(), aResult(book));
        return refuse('conflict', 'test.rolled-back');
      });
      expect(await numberOf(aResult(book))).toBe('2');
    });

    it('counts each agency, kind of result, book and year by itself', async () => {
      const own = { unitId: newUuidV7<'unit'>() };
      expect(await numberOf(aResult(own))).toBe('1');
      expect(await numberOf(aResult({ ...own, book: '02/2026' }))).toBe('1');
      expect(await numberOf(aResult({ ...own, typeCode: 'KQ.G15.000032' }))).toBe('1');
      expect(await numberOf(aResult({ ...own, issuedOn: '2027-01-04' as PlainDate }))).toBe('1');
      expect(await numberOf(aResult(own))).toBe('2');
    });

    it('keeps a number given elsewhere, passes over it later, and refuses it twice', async () => {
      const own = { unitId: newUuidV7<'unit'>() };
      expect(await numberOf(aResult({ ...own, number: '2' }))).toBe('2');
      expect([await numberOf(aResult(own)), await numberOf(aResult(own))]).toEqual(['1', '3']);
      expect(await register(aResult({ ...own, number: '2' }))).toMatchObject({
        ok: false,
        refusal: { type: 'documents.result-number-taken', params: { number: '2', book: '01/2026' } },
      });
    });

    it('refuses a file that is not there', async () => {
      expect(await register(aResult({ fileId: newUuidV7<'file'>() }))).toMatchObject({
        refusal: { type: 'documents.file-unknown' },
      });
    });

    it('lists the results of a subject, oldest first', async () => {
      const subjectId: Id<'dossier'> = newUuidV7<'dossier'>();
      const own = { unitId: newUuidV7<'unit'>(), subjectId };
      await register(aResult(own));
      await register(aResult({ ...own, typeCode: 'KQ.G15.000033', number: '88/TLKS' }));
      const listed = await selectResults(test.db, test.jurisdiction, subjectId);
      expect(listed.map(({ typeCode, number, issuedOn }) => [typeCode, number, issuedOn])).toEqual([
        ['KQ.G15.000031', '1', '2026-11-20'],
        ['KQ.G15.000033', '88/TLKS', '2026-11-20'],
      ]);
    });
  });

  describe('nextNumber', () => {
    it('runs from 1 without gaps for a book of outgoing letters', async () => {
      const book = { unitId: newUuidV7<'unit'>(), book: 'van-ban-di', year: 2026 };
      const take = () =>
        inTransaction(test.db, async (tx) => ok(await incrementCounter(tx, test.jurisdiction, book)));
      expect([await take(), await take()]).toEqual([ok(1), ok(2)]);
    });
  });
});
