import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft, birthAnswers } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const number = '072195999001';
const walkIn = { name: 'Võ Thị Hạnh Nguyên', identityNumber: '072188999077', phone: '0530000077' };

/** Names, numbers and answers stay where they can be erased: not in the journal, not in jobs, not in messages. */
describe('personal data of a dossier', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;

  beforeAll(async () => {
    const { commands, queries } = world.product.modules.dossiers;
    const mother = await world.citizen('Phan Thị Mỹ Duyên', number, '0530000051');
    const counter = await world.officer('tiepnhan.tanninh');
    const draftId = await aBirthDraft(world, test, mother);
    // Half-filled in another shape than the form's own: whoever sends it, it is not kept open.
    const odd = { ...birthAnswers, motherIdentityNumber: [number], requesterIdentityNumber: Number(number) };
    const saved = must(
      await commands.saveDraft(world.as(mother), { draftId, expectedVersion: 3, answers: odd }),
    );
    expect(JSON.stringify(await rowsOf(['dossiers.draft']))).not.toMatch(/72195999001/);
    const again = must(
      await commands.saveDraft(world.as(mother), {
        draftId,
        expectedVersion: saved.version,
        answers: birthAnswers,
      }),
    );
    const { dossierId, code } = must(
      await commands.submitDraft(world.as(mother), { draftId, expectedVersion: again.version }),
    );
    must(await queries.getOfficeDossier(world.as(counter), dossierId));
    must(
      await commands.refuseIntake(world.as(counter), {
        dossierId,
        expectedVersion: 1,
        reason: 'Bà Phan Thị Mỹ Duyên nộp nhầm nơi',
      }),
    );
    must(await queries.search(world.as(counter), 'my duyen'));
    await queries.lookUp(world.as({ kind: 'anonymous' }), { code, secondFact: number });
    await queries.lookUp(world.as({ kind: 'anonymous' }), { code, secondFact: '072195999002' });
    must(
      await commands.registerWalkIn(world.as(counter), {
        procedureCode: '1.001193',
        caseKey: 'co-chung-sinh',
        caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
        competentUnitId: unitId('phuong-tan-ninh'),
        receivedUnitId: unitId('phuong-tan-ninh/one-stop'),
        owner: walkIn,
        components: ['to-khai', 'giay-chung-sinh', 'giay-to-tuy-than'].map((key) => ({
          key,
          receivedOriginals: 1,
          receivedCopies: 0,
          comparedWithOriginal: true,
          note: 'của bà Nguyên',
        })),
      }),
    );
  }, 60_000);

  const personal = /Duyên|Duyen|Nguyên|Bảo An|my duyen|72195999|72188999|05300000|khu phố|Bệnh viện/;

  it('is in no event, action, read, request or job, not even before the jobs have run', async () => {
    const journal = ['event', 'action', 'read', 'request_log'].map((table) => `platform.${table}`);
    const rows = await rowsOf([...journal, 'graphile_worker._private_jobs']);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => personal.test(row))).toEqual([]);
    await world.runJobs();
    const after = await rowsOf([...journal, 'notifications.message', 'dossiers.look_up_failure']);
    expect(after.filter((row) => personal.test(row))).toEqual([]);
  });

  it('leaves identity numbers readable in no table at all', async () => {
    const tables = await many(
      test.owner,
      sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const rows = await rowsOf(tables.map(({ name }) => name));
    expect(rows.filter((row) => /72195999001|72188999077/.test(row))).toEqual([]);
  });

  it('is read with a trace: who, which page, whose', async () => {
    const reads = await many(
      test.owner,
      sql<{
        query: string;
        actor_kind: string;
      }>`select query, actor_kind from platform.read order by read_id`,
    );
    expect(reads).toEqual([
      { query: 'dossiers.office-dossier', actor_kind: 'officer' },
      { query: 'dossiers.search', actor_kind: 'officer' },
      { query: 'dossiers.look-up', actor_kind: 'anonymous' },
    ]);
  });

  async function rowsOf(tables: readonly string[]): Promise<readonly string[]> {
    const all = await Promise.all(
      tables.map((table) =>
        many(test.owner, sql<{ text: string }>`select row_to_json(t)::text as text from ${sql.raw(table)} t`),
      ),
    );
    return all.flat().map(({ text }) => text);
  }
});
