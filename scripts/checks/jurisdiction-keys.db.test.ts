import { describe, expect, it } from 'vitest';
import { runScript } from '../../src/platform/database.ts';
import { useTestDatabase } from '../../src/platform/testing/test-database.ts';
import { checkJurisdictionKeys } from './jurisdiction-keys.ts';

describe('jurisdiction leads every key', () => {
  const database = useTestDatabase();

  it('holds in the migrated database', async () => {
    expect(await checkJurisdictionKeys(database.owner)).toEqual([]);
  });

  it('catches each seeded fault', async () => {
    await runScript(
      database.owner,
      `create schema if not exists payments;
       create table payments.unwalled (jurisdiction smallint, id uuid, primary key (jurisdiction, id));
       create table payments.unscoped (id uuid primary key);
       create table payments.id_first (jurisdiction smallint, id uuid, note text unique, primary key (id, jurisdiction));
       select platform.wall('payments.id_first');
       create index by_lower on payments.id_first (lower(note));
       create table payments.child (jurisdiction smallint, id uuid, primary key (jurisdiction, id),
         constraint parent foreign key (id, jurisdiction) references payments.id_first (id, jurisdiction));
       select platform.wall('payments.child');`,
    );
    expect(await checkJurisdictionKeys(database.owner)).toEqual([
      'jurisdiction: payments.unscoped has no column jurisdiction',
      'jurisdiction: payments.unwalled has no row-level security; call platform.wall',
      'jurisdiction: payments.by_lower of payments.id_first does not begin with jurisdiction',
      'jurisdiction: payments.id_first_note_key of payments.id_first does not begin with jurisdiction',
      'jurisdiction: payments.id_first_pkey of payments.id_first does not begin with jurisdiction',
      'jurisdiction: parent of payments.child does not begin with jurisdiction',
    ]);
  });
});
