import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillInbox } from '../modules/dossiers/testing/many-dossiers.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

/** A bug in a command must not be able to take back what people have been given. */
describe('what is issued is kept', () => {
  const test = useTestDatabase();

  beforeAll(async () => {
    await fillInbox(test.owner, newUuidV7(), 1, new Date('2026-11-23T08:00:00+07:00'));
    await sql`
      update dossiers.dossier set phase = 'accepted', accepted_at = submitted_at, promised_at = submitted_at,
        register_unit_id = received_unit_id, register_year = 2026, register_serial = 1
    `.execute(test.db);
  });

  it.each([
    ['the promise', sql`update dossiers.dossier set promised_at = promised_at + interval '1 day'`],
    ['the promise, by forgetting it', sql`update dossiers.dossier set promised_at = null`],
    ['the serial', sql`update dossiers.dossier set register_serial = 2`],
    ['the code', sql`update dossiers.dossier set code = 'H53.1'`],
    ['the law it came under', sql`update dossiers.dossier set submitted_under = '{"processVersionId": "1"}'`],
    ['the dossier', sql`delete from dossiers.dossier`],
    ['its steps', sql`delete from dossiers.task`],
    ['an act under a lent power', sql`delete from dossiers.delegated_act`],
    ['a power given', sql`delete from identity.permission_grant`],
    ['a power lent', sql`delete from identity.delegation`],
    ['a merge of accounts', sql`delete from identity.person_merge`],
    ['a consent to be helped', sql`delete from identity.helper_consent`],
    ['a receipt for money', sql`update payments.counter_receipt set amount = 0`],
    ['a line of the register of results', sql`update documents.result set number = '2'`],
  ] as const satisfies readonly (readonly [string, RawBuilder<unknown>])[])(
    'the application cannot change %s',
    async (_, change) => {
      await expect(change.execute(test.db)).rejects.toThrow(/stay as they are|permission denied/);
    },
  );

  it('a later migration that grants on the schema gives nothing back', async () => {
    await sql`select platform.grant_app('dossiers'), platform.grant_app('identity')`.execute(test.owner);
    const { rows } = await sql<{ may: boolean }>`
      select has_table_privilege('motcua_app', kept, 'delete') as may
      from unnest(array['dossiers.dossier', 'dossiers.promise', 'identity.delegation']) as kept`.execute(
      test.owner,
    );
    expect(rows).toEqual([{ may: false }, { may: false }, { may: false }]);
  });

  it('the application can move the dossier on', async () => {
    await sql`update dossiers.dossier set phase = 'inProcess', version = version + 1`.execute(test.db);
  });
});
