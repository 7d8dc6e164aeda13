import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many } from '../platform/database.ts';
import { createSeal, type SealedText } from '../platform/sealed-text.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { later, useEndedDossiers } from './testing/ended-dossiers.ts';
import { everyWord } from './testing/every-word.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { testSealKeys } from './testing/test-config.ts';

const number = '072195999001';
/** What was known of the people of the dossier, in any of the shapes in which it is kept. */
const personal =
  /Mỹ Duyên|my duyen|72195999001|0530000051|khu phố 3|Bảo An|Bệnh viện Đa khoa|BÍ MẬT|bí mật|duyen@/;

describe('a dossier that was erased', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useEndedDossiers(test, world);
  const now = later(6);
  let dossier: { readonly dossierId: string; readonly code: string };
  /** Another dossier of the same person that is kept on. */
  let kept: { readonly dossierId: string; readonly code: string };
  let paper: string;
  let counted: unknown;

  beforeAll(async () => {
    dossier = await all.anEnded();
    await everyWord(test, world, all, dossier.dossierId);
    paper = await all.aPaper(dossier.dossierId, 'Giấy của bà Phan Thị Mỹ Duyên');
    kept = await all.anEnded('2029-05-01T08:00:00+07:00');
    await world.runJobs();
    const hold = {
      code: dossier.code,
      ground: 'court',
      reason: 'Tòa án đang giải quyết vụ của bà Phan Thị Mỹ Duyên',
      decisionNumber: '12/TB-TA',
    };
    const { retention } = await all.under(now);
    const { holdId } = must(await retention.putHold(world.as(all.clerk, now), hold));
    must(await retention.liftHold(world.as(all.clerk, now), { holdId, reason: 'BÍ MẬT: xong vụ án' }));
    await all.nightly(now);
    await world.runJobs();
    expect((await wholeDatabase()).filter((row) => personal.test(row)).length).toBeGreaterThan(25);
    counted = await facts();
    await all.carryOut(await all.confirmed(now), now);
    await world.runJobs();
  }, 120_000);

  async function wholeDatabase(): Promise<readonly string[]> {
    const tables = await many(
      test.owner,
      sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) =>
        many(
          test.owner,
          sql<{
            text: string;
          }>`select ${name} || ': ' || row_to_json(t)::text as text from ${sql.raw(name)} t`,
        ),
      ),
    );
    return rows.flat().map(({ text }) => text);
  }

  /** What indicators and lists count, by dossier. */
  async function facts() {
    return many(
      test.owner,
      sql`
        select d.code, d.phase, d.channel, d.procedure_code, d.submitted_at, d.accepted_at, d.promised_at, d.returned_at,
          d.register_serial, d.competent_unit_id,
          (select count(*) from dossiers.party p where p.dossier_id = d.dossier_id) as parties,
          (select count(*) from dossiers.task t where t.dossier_id = d.dossier_id) as tasks,
          (select count(*) from dossiers.component c where c.dossier_id = d.dossier_id) as papers,
          (select count(*) from dossiers.supplement_request s where s.dossier_id = d.dossier_id) as asks,
          (select count(*) from dossiers.promise s where s.dossier_id = d.dossier_id and s.late) as apologies,
          (select count(*) from privacy.correction s where s.dossier_id = d.dossier_id) as corrections
        from dossiers.dossier d order by d.code`,
    );
  }

  it('changes nothing that is counted', async () => {
    expect(await facts()).toEqual(counted);
  });

  it('is found in no column of any table and no file, but where the person is kept for another reason', async () => {
    // The account, and the dossier that is not due, stay.
    const allowed = [all.mother.personId, kept.dossierId, kept.code];
    const drafts = await many(
      test.owner,
      sql<{ draft_id: string }>`select draft_id from dossiers.draft where dossier_id = ${kept.dossierId}`,
    );
    const rows = await wholeDatabase();
    const found = rows.filter(
      (row) =>
        personal.test(row) &&
        ![...allowed, ...drafts.map((each) => each.draft_id)].some((id) => row.includes(id)),
    );
    expect(found).toEqual([]);
    // Nor under a seal: what was asked about it, and why it was held.
    const seal = createSeal(testSealKeys);
    const sealed = await many(
      test.owner,
      sql<{ text: SealedText; context: string }>`
        select asked_sealed as text, 'privacy.correction.text' as context from privacy.correction ${all.ofDossier(dossier.dossierId)}
        union select answer_sealed, 'privacy.correction.text' from privacy.correction ${all.ofDossier(dossier.dossierId)}`,
    );
    expect(new Set(sealed.map(({ text, context }) => seal.open(text, context)))).toEqual(new Set(['']));
    expect(
      await many(
        test.owner,
        sql`select distinct reason_sealed, lift_reason_sealed from privacy.retention_hold ${all.ofDossier(dossier.dossierId)}`,
      ),
    ).toEqual([{ reason_sealed: null, lift_reason_sealed: null }]);
    const stores = await filesBelow(join(world.product.config.dataFolder, 'files'));
    const contents = await Promise.all(stores.map((file) => readFile(file, 'utf8')));
    expect(contents.filter((text) => personal.test(text))).toEqual([]);
    const letters = await many(
      test.owner,
      sql<{ sha256: string }>`
        select f.sha256 from documents.file f join dossiers.letter l on l.file_id = f.file_id
        where l.dossier_id = ${kept.dossierId}`,
    );
    // Only the letters of the dossier that is kept are left in the store.
    expect(stores.map((file) => file.slice(-64)).toSorted()).toEqual(
      letters.map((each) => each.sha256).toSorted(),
    );
    expect(letters.length).toBeGreaterThan(0);
  });

  it('leaves every text of its tables empty, but for codes and names of things', async () => {
    /** What may stay filled: keys, codes, names of steps and papers, what signers are, what the law said. */
    const things = new Set(
      `phase code channel procedure_code procedure_name sector case_key essential_by foreign_code submitted_under
      erased_kinds role capacity component_key name mode need kind form step_key step_name outcome waiting queue how
      ground ground_name source certainty effect stage money number signer_lines closed_as verdict state result_number
      agency direction tracking_number explanation extension rule calendar remaining node timer_key refusal command
      not_by`.split(/\s+/),
    );
    const columns = await many(
      test.owner,
      sql<{ t: string; c: string }>`
        select c.table_name as t, c.column_name as c from information_schema.columns c
        where c.table_schema = 'dossiers' and c.data_type in ('text', 'jsonb', 'bytea', 'ARRAY')
          and exists (select from information_schema.columns o
            where o.table_schema = 'dossiers' and o.table_name = c.table_name and o.column_name = 'dossier_id')`,
    );
    expect(columns.length).toBeGreaterThan(80);
    const left: string[] = [];
    for (const { t, c } of columns.filter(
      (each) =>
        !(each.t === 'dossier_file' || things.has(each.c)) || (each.t === 'party' && each.c === 'name'),
    )) {
      const rows = await many(
        test.owner,
        sql<{ text: string }>`
          select ${sql.ref(c)}::text as text from ${sql.table(`dossiers.${t}`)} ${all.ofDossier(dossier.dossierId)}
            and ${sql.ref(c)}::text not in ('', '{}', '[]', '–')`,
      );
      left.push(...rows.map(({ text }) => `${t}.${c}: ${text}`));
    }
    expect(left).toEqual([]);
  });

  it('is shown as erased, to everybody, and opens nothing', async () => {
    const { queries } = world.product.modules.dossiers;
    const office = must(await queries.getOfficeDossier(world.as(all.clerk, now), dossier.dossierId));
    expect(office).toMatchObject({
      code: dossier.code,
      parties: [],
      letters: [],
      erasedAt: now.toISOString(),
    });
    expect(office.timeline.at(-1)).toMatchObject({ key: 'erased' });
    expect(must(await queries.getMyDossier(world.as(all.mother), dossier.dossierId))).toMatchObject({
      letters: [],
      erasedAt: now.toISOString(),
    });
    const look = { code: dossier.code, secondFact: number };
    expect(await queries.lookUp(world.as({ kind: 'anonymous' }), look)).toMatchObject({
      refusal: { type: 'dossiers.erased' },
    });
    expect(must(await queries.search(world.as(all.clerk), 'my duyen'))).toMatchObject([{ code: kept.code }]);
    must(await queries.search(world.as(all.clerk), dossier.code));
    const trace = await (await all.under(now)).retention.tracesOf(world.as(all.mother), dossier.dossierId);
    expect(trace).toMatchObject([{ basis: 'Thời hạn đã đối chiếu (thử)', decisionNumber: '05/QĐ-UBND' }]);
    const [file] = await many(
      test.owner,
      sql`select name, sha256, erased_at is not null as erased from documents.file where file_id = ${paper}`,
    );
    expect(file).toEqual({ name: '', sha256: '0'.repeat(64), erased: true });
    const about = { field: 'phone', dossierId: dossier.dossierId, text: 'Số điện thoại đã đổi rồi' };
    expect(await (await all.under(now)).commands.askCorrection(world.as(all.mother), about)).toMatchObject({
      refusal: { type: 'dossiers.erased' },
    });
  });

  it('cannot be written back, not even by a fault', async () => {
    for (const change of [
      sql`owner_name = 'Phan Thị Mỹ Duyên'`,
      sql`answers = '{"a": 1}'`,
      sql`erased_at = null, erased_kinds = '{}'`,
    ])
      await expect(
        sql`update dossiers.dossier set ${change} ${all.ofDossier(dossier.dossierId)}`.execute(test.db),
      ).rejects.toThrow(/what was erased stays erased/);
    await expect(
      sql`update dossiers.promise set reason = '' ${all.ofDossier(kept.dossierId)}`.execute(test.db),
    ).rejects.toThrow(/what was promised/);
  });

  it('leaves the journal whole', async () => {
    const { audit } = world.product.modules;
    expect(await audit.commands.seal(now)).toBeGreaterThan(0);
    expect(await audit.queries.verify(now)).toMatchObject({ findings: [] });
  });

  async function filesBelow(folder: string): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }
});
