import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';
import { ok } from '../../../kernel/result.ts';
import { newUuidV7 as newId } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { aTestIdentity } from '../../identity/testing/test-identity.ts';
import type { FormDefinition } from '../core/definition.ts';
import { createForms } from '../module.ts';
import { aFormDefinition } from '../testing/sample-form.ts';

describe('form versions', () => {
  const database = useTestDatabase();
  const forms = {
    get module() {
      return createForms({ db: database.db, newId, identity: aTestIdentity(database), provinces: [] });
    },
  };
  const now = new Date('2026-11-22T03:00:00Z');

  async function load(...definitions: readonly FormDefinition[]) {
    const outcome = await inTransaction(database.db, async (tx) =>
      ok(await forms.module.loadFormVersions(tx, database.jurisdiction, definitions, now)),
    );
    if (!outcome.ok) throw new Error('refused');
    return outcome.value;
  }
  const inForce = (code: string, on: string) =>
    forms.module.getFormInForce(database.db, database.jurisdiction, code, day(on));

  it('loading twice changes nothing; a corrected text is a new revision beside the old', async () => {
    const first = aFormDefinition({ code: 'a', procedureCode: '9.000010' });
    expect(await load(first)).toEqual({ added: ['a@2025-07-01'], unchanged: 0 });
    expect(await load(first)).toEqual({ added: [], unchanged: 1 });
    const pinned = await inForce('9.000010', '2026-01-01');
    await load(aFormDefinition({ code: 'a', procedureCode: '9.000010', name: 'Tờ khai sửa' }));
    const corrected = await inForce('9.000010', '2026-01-01');
    expect(corrected).toMatchObject({ value: { revision: 2, definition: { name: 'Tờ khai sửa' } } });
    if (!pinned.ok) throw new Error('refused');
    expect(await forms.module.getFormVersion(database.db, database.jurisdiction, pinned.value.id)).toEqual(
      ok({ ...pinned.value, definition: first }),
    );
  });

  it('the version in force is chosen by day, half-open', async () => {
    await load(
      aFormDefinition({ code: 'b', procedureCode: '9.000011', validTo: '2026-02-01' }),
      aFormDefinition({
        code: 'b',
        procedureCode: '9.000011',
        validFrom: '2026-01-01',
        validTo: '2026-03-01',
      }),
    );
    expect(await inForce('9.000011', '2025-06-30')).toMatchObject({
      refusal: { type: 'forms.no-form-in-force' },
    });
    expect(await inForce('9.000011', '2025-12-31')).toMatchObject({
      value: { definition: { validFrom: '2025-07-01' } },
    });
    expect(await inForce('9.000011', '2026-01-01')).toMatchObject({
      value: { definition: { validFrom: '2026-01-01' } },
    });
    expect(await inForce('9.000011', '2026-03-01')).toMatchObject({ ok: false });
  });

  it('no row can be changed, not even by the owner', async () => {
    await load(aFormDefinition({ code: 'c', procedureCode: '9.000012' }));
    const change = sql`update forms.form_version set definition = '{}'::jsonb where code = 'c'`;
    await expect(change.execute(database.owner)).rejects.toThrow('does not change');
    await expect(change.execute(database.db)).rejects.toThrow('permission denied');
  });

  it('an unknown id is refused', async () => {
    const found = await forms.module.getFormVersion(
      database.db,
      database.jurisdiction,
      newId<'formVersion'>(),
    );
    expect(found).toMatchObject({ refusal: { type: 'forms.version-not-found' } });
  });
});

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}
