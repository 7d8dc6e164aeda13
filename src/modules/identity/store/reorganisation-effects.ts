import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { UnitFacts } from '../core/reorganisation/plan.ts';
import type { SplitRow } from '../core/reorganisation/split-rows.ts';
import type { UnitSuccession } from '../core/unit.ts';
import type { Applied } from './reorganisation-store.ts';

/** Which reorganisation writes, from which day, by which decision. */
export interface Writing {
  readonly reorganisationId: Id<'reorganisation'>;
  readonly on: PlainDate;
  readonly source: string;
}

/** Makes units whose spans follow; one that an undone reorganisation left behind is taken again. */
export async function addPlannedUnits(
  tx: Tx,
  jurisdiction: Jurisdiction,
  keys: ReadonlyMap<Id<'unit'>, string>,
): Promise<void> {
  const rows = [...keys].map(([id, key]) => ({ id, key }));
  await sql`
    insert into identity.unit (jurisdiction, id, key)
    select ${jurisdiction}, row.id, row.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, key text)
    on conflict (jurisdiction, id) do nothing`.execute(tx);
}

/** Ends the spans that hold on the day; they count as edited by the office from then on. */
export async function cutSpans(
  tx: Tx,
  ctx: CommandContext,
  on: PlainDate,
  unitIds: readonly Id<'unit'>[],
): Promise<Applied['cut']> {
  const rows = await many(
    tx,
    sql<{ unitId: string; from: string; wasEdited: boolean }>`
      with held as (
        select unit_id, valid_from, edited_at from identity.unit_span
        where jurisdiction = ${ctx.jurisdiction} and unit_id = any(${[...unitIds]}::uuid[])
          and valid_from < ${on} and valid_to is null
      )
      update identity.unit_span span set valid_to = ${on}, edited_at = ${ctx.now}
      from held
      where span.jurisdiction = ${ctx.jurisdiction} and span.unit_id = held.unit_id
        and span.valid_from = held.valid_from
      returning span.unit_id as "unitId", span.valid_from as "from", held.edited_at is not null as "wasEdited"`,
  );
  return [...rows];
}

/** Writes what units are from the day on. */
export async function addSpans(
  tx: Tx,
  ctx: CommandContext,
  { reorganisationId, on, source }: Writing,
  lines: readonly { readonly unitId: Id<'unit'>; readonly facts: UnitFacts }[],
): Promise<void> {
  const rows = lines.map(({ unitId, facts }) => ({ unitId, ...facts }));
  await sql`
    insert into identity.unit_span (jurisdiction, unit_id, valid_from, name, name_en, short_name, tier, kind, parent_id,
      gso_code, agency_code, section_code, office_hours, source, certainty, source_hash, edited_at, reorganisation_id)
    select ${ctx.jurisdiction}, row."unitId", ${on}, normalize(row.name, nfc), row."nameEn", normalize(row."shortName", nfc),
      row.tier, row.kind, row."parentId", row."gsoCode", row."agencyCode", row."sectionCode", row."officeHours", ${source},
      'official', '', ${ctx.now}, ${reorganisationId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("unitId" uuid, name text, "nameEn" text,
      "shortName" text, tier text, kind text, "parentId" uuid, "gsoCode" text, "agencyCode" text, "sectionCode" text,
      "officeHours" text)`.execute(tx);
}

/** Writes who hands work to whom, and by which rules where several take it over. */
export async function addSuccessions(
  tx: Tx,
  ctx: CommandContext,
  { reorganisationId, on, source }: Writing,
  arrows: readonly Omit<UnitSuccession, 'on'>[],
  splits: readonly SplitRow[],
): Promise<void> {
  await sql`
    insert into identity.unit_succession (jurisdiction, from_id, to_id, effective_on, kind, part, source, source_hash,
      edited_at, reorganisation_id)
    select ${ctx.jurisdiction}, row."fromId", row."toId", ${on}, row.kind, row.part, ${source}, '', ${ctx.now},
      ${reorganisationId}
    from jsonb_to_recordset(${JSON.stringify(arrows)}::jsonb) as row("fromId" uuid, "toId" uuid, kind text, part text)
    `.execute(tx);
  await sql`
    insert into identity.split_rule (jurisdiction, from_id, position, by, value, to_id, effective_on, reorganisation_id)
    select ${ctx.jurisdiction}, row."fromId", row.position, row.by, row.value, row."toId", ${on}, ${reorganisationId}
    from jsonb_to_recordset(${JSON.stringify(splits)}::jsonb)
      as row("fromId" uuid, position smallint, by text, value text, "toId" uuid)`.execute(tx);
}

/** Posts end on the day; those that go on begin anew in their new unit, as they were, for as long as they were given. */
export async function movePosts(
  tx: Tx,
  ctx: CommandContext,
  on: PlainDate,
  moves: readonly {
    readonly postId: Id<'post'>;
    readonly newPostId: Id<'post'> | null;
    readonly unitId: Id<'unit'> | null;
  }[],
): Promise<Pick<Applied, 'endedPosts' | 'begunPosts'>> {
  const rows = JSON.stringify(moves);
  const begun = await many(
    tx,
    sql<{ id: string }>`
      insert into identity.post (jurisdiction, id, person_id, unit_id, role, title, signature_lines, valid_from, valid_to)
      select post.jurisdiction, row."newPostId", post.person_id, row."unitId", post.role, post.title, post.signature_lines,
        ${on}, post.valid_to
      from jsonb_to_recordset(${rows}::jsonb) as row("postId" uuid, "newPostId" uuid, "unitId" uuid)
      join identity.post on post.jurisdiction = ${ctx.jurisdiction} and post.id = row."postId"
      where row."newPostId" is not null
      returning id`,
  );
  const ended = await many(
    tx,
    sql<{ postId: string; validTo: string | null }>`
      with held as (
        select post.id, post.valid_to
        from jsonb_to_recordset(${rows}::jsonb) as row("postId" uuid)
        join identity.post on post.jurisdiction = ${ctx.jurisdiction} and post.id = row."postId"
      )
      update identity.post set valid_to = ${on} from held
      where post.jurisdiction = ${ctx.jurisdiction} and post.id = held.id
      returning post.id as "postId", held.valid_to as "validTo"`,
  );
  return { endedPosts: [...ended], begunPosts: begun.map(({ id }) => id) };
}
