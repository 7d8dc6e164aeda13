import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import { plainDateOf } from '../../src/kernel/plain-date.ts';
import type { World } from '../requests/open-world.ts';

/** Tasks of one dossier: five steps, the last one open in the dossiers still on their way. */
const stepsOfDossier = 5;

/**
 * Fills the communes of the province with dossiers of some years: `tasks` rows in all, `open` of them open, a twentieth
 * of those in phường Tân Ninh and the communes it succeeded, every fourth of those assigned to `holder`. Constraints and
 * indexes are put up again afterwards, as a restore does.
 */
export async function fillMillions(
  { owner, product }: World,
  tasks: number,
  open: number,
  holder: Id<'account'>,
): Promise<void> {
  const run = (statement: RawBuilder<unknown>) => statement.execute(owner);
  const places = placesOf(product);
  const dossiers = Math.floor(tasks / stepsOfDossier);
  const indexes = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'dossiers' and tablename in ('task', 'dossier') and indexname not like '%pkey'
  `.execute(owner);
  for (const { name } of indexes.rows) await run(sql`drop index dossiers.${sql.raw(name)}`);
  const triggers = (state: 'disable' | 'enable') =>
    Promise.all(
      ['task', 'dossier'].map((table) =>
        run(sql.raw(`alter table dossiers.${table} ${state} trigger all`) as never),
      ),
    );
  await triggers('disable');
  await run(sql`
    create unlogged table dossiers.bench_place as
      select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as p(at integer, commune uuid, office uuid, counter uuid)
  `);
  await run(sql`
    insert into dossiers.dossier (jurisdiction, dossier_id, code, channel, phase, version, last_seq, submitted_under,
      procedure_version_id, process_version_id, procedure_code, procedure_name, sector, case_key, case_answers,
      received_unit_id, competent_unit_id, return_unit_id, owner_name, search_text, second_facts, answers, submitted_at,
      accepted_at, promised_at, register_unit_id, register_year, register_serial)
    select 1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'H53.BENCH-' || n, 'online',
      case when n <= ${open}::int then 'inProcess' else 'returned' end, 1, 0, '{}', p.commune, p.commune, '1.001193',
      'Đăng ký khai sinh', 'Hộ tịch', 'mot', '{}', p.counter, p.commune, p.counter, 'Trần Thị Số ' || n,
      'tran thi so ' || n, '{}', '{}', at_time.at, at_time.at, at_time.at + interval '2 days', p.commune, 2026, n
    from generate_series(1, ${dossiers}::int) n
    join dossiers.bench_place p on p.at = case when n / 10 % 20 = 0 then n / 200 % 3 else n % ${places.length}::int end
    cross join lateral (select ${product.clock()}::timestamptz - interval '2 days'
      + (case when n <= ${open}::int then (n::bigint * 7919 % 4320)::int - 1440 else -n end) * interval '1 minute' as at) at_time
  `);
  await run(sql`
    insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours, opened_at,
      due_at, code, procedure_code, procedure_name, owner_name, promised_at, channel, closed_at, outcome, assigned_to, waiting)
    select 1, d.dossier_id, gen_random_uuid(), s.key, s.name, s.kind,
      case s.role when 'oneStopOfficer' then p.counter when 'specialist' then p.office else p.commune end, s.role, 8,
      d.submitted_at, d.promised_at, d.code, d.procedure_code, d.procedure_name, d.owner_name, d.promised_at, d.channel,
      case when s.is_open then null else d.submitted_at + interval '3 hours' end, case when s.is_open then null else 'forward' end,
      case when s.is_open and s.role = 'specialist' and p.at < 3 and d.register_serial % 4 = 1 then ${holder}::uuid end,
      case when s.is_open and s.role = 'specialist' and d.register_serial % 9 = 0 then 'supplement' end
    from dossiers.dossier d
    join dossiers.bench_place p on p.commune = d.competent_unit_id
    cross join lateral (
      select steps.*, d.phase = 'inProcess'
        and steps.at = (array[1, 2, 2, 2, 2, 2, 3, 4, 5, 2])[d.register_serial % 10 + 1] as is_open
      from (values (1, 'tiep-nhan', 'Tiếp nhận', 'intake', 'oneStopOfficer'), (2, 'tham-dinh', 'Thẩm định', 'work', 'specialist'),
        (3, 'ky', 'Ký', 'sign', 'leader'), (4, 'phat-hanh', 'Phát hành', 'issue', 'recordsClerk'),
        (5, 'tra', 'Trả kết quả', 'return', 'oneStopOfficer')) as steps(at, key, name, kind, role)
    ) s
    where d.code like 'H53.BENCH-%'
  `);
  await run(sql`drop table dossiers.bench_place`);
  await triggers('enable');
  for (const { definition } of indexes.rows) await run(sql.raw(definition) as never);
  await run(sql`vacuum analyze dossiers.task`);
  await run(sql`vacuum analyze dossiers.dossier`);
}

/** The communes with their section and counter; the first three are phường Tân Ninh and two of those it succeeded. */
function placesOf(product: World['product']) {
  const { units } = product.modules.identity;
  const today = plainDateOf(product.clock());
  const ward = units.byKey('phuong-tan-ninh');
  if (!ward) throw new Error('no ward');
  const placed = (commune: Id<'unit'>, holder: Id<'unit'>) => ({
    commune,
    office: units.findSubUnit(holder, { kind: 'section', sectionCode: 'office' }, today)?.id ?? holder,
    counter: units.findSubUnit(holder, { kind: 'oneStop' }, today)?.id ?? holder,
  });
  const own = units
    .scopeOf(ward.id, today)
    .slice(0, 3)
    .map((unitId) => placed(unitId, ward.id));
  const others = units
    .unitsOn(today, { kind: 'commune' })
    .filter(({ id }) => id !== ward.id)
    .map(({ id }) => placed(id, id));
  return [...own, ...others].map((place, at) => ({ at, ...place }));
}
