import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { newUuidV7 } from '../../../platform/ids.ts';
import { createSeal } from '../../../platform/sealed-text.ts';
import { useReadCounter } from '../../../platform/testing/table-reads.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { identitySeal } from '../store/deps.ts';
import { fillInbox } from '../testing/many-dossiers.ts';
import { dossiersAbout } from './dossiers-about.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const seal = createSeal({
  keys: new Map([['k', randomBytes(32)]]),
  currentKeyId: 'k',
  blindKey: randomBytes(32),
});

describe('whose dossiers are asked for, among 10,000', () => {
  const test = useTestDatabase();
  const counter = useReadCounter(test);
  const number = '072058999004';
  const subject = {
    jurisdiction: test.jurisdiction,
    personId: newUuidV7<'person'>(),
    accountIds: [newUuidV7<'account'>()],
    name: 'Lê Văn Út Mười',
    identityNumber: number,
  };

  // Of every thousand the first is handed in with the account, the second names the record, the third number and name.
  beforeAll(async () => {
    await fillInbox(test.owner, newUuidV7(), 10_000, now);
    await sql`
      update dossiers.dossier d set submitter_account_id = ${subject.accountIds[0]}
      from (select dossier_id, row_number() over (order by code) as n from dossiers.dossier) r
      where r.dossier_id = d.dossier_id and r.n % 1000 = 0`.execute(test.owner);
    await sql`
      insert into dossiers.party (jurisdiction, dossier_id, role, name, person_id, identity_index)
      select d.jurisdiction, d.dossier_id, 'owner', case when n % 1000 = 2 then 'LE VAN UT MUOI' else 'Trần Thị Bông' end,
        case when n % 1000 = 1 then ${subject.personId}::uuid else d.dossier_id end,
        case when n % 1000 in (2, 3) then ${seal.blindIndex(number, identitySeal)} else d.dossier_id::text end
      from (select jurisdiction, dossier_id, row_number() over (order by code) as n from dossiers.dossier) d`.execute(
      test.owner,
    );
    await sql`analyze dossiers.dossier, dossiers.party`.execute(test.owner);
  }, 60_000);

  it('they are found by index alone, each way, and a number under another name is not', async () => {
    const ask = () => dossiersAbout({ db: counter.db, seal }, subject, 200);
    const found = await ask();
    expect(found.filter(({ isOwn }) => isOwn)).toHaveLength(10);
    expect(found).toHaveLength(30);
    const reads = await counter.during(ask);
    expect(reads.get('dossiers.dossier')?.wholeTable).toBe(0);
    expect(reads.get('dossiers.party')?.wholeTable).toBe(0);
  });

  it('those under another name take no place from the latest', async () => {
    const ask = (most: number) => dossiersAbout({ db: test.db, seal }, subject, most);
    expect(await ask(20)).toEqual((await ask(200)).slice(0, 20));
  });
});
