import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { type PlainDate, parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import { differingParts } from '../core/differing-parts.ts';
import { planChange } from '../core/plan-change.ts';
import { planPublication } from '../core/plan-publication.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import type { VersionOrigin } from '../core/procedure-version.ts';
import { contentHash } from './content-hash.ts';
import { saveNationalRecords } from './national-records.ts';
import { findNewest, loadNewest, lockCatalogue } from './newest-versions.ts';
import { insertVersions, type NewVersion, saveProcedures } from './save-versions.ts';
import { type Amendment, amendSpans, findSpans, noSpans } from './spans.ts';

/** A procedure of ours that stays although the record says otherwise, with the parts that differ. */
export interface Difference {
  readonly code: string;
  readonly parts: readonly string[];
}

export interface Published {
  readonly created: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: number;
  readonly differing: readonly Difference[];
}

/** Brings records into the catalogue; codes must be unique among them. See `planPublication` for the rules. */
export async function publishRecords(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  origin: VersionOrigin,
  records: readonly ProcedureRecord[],
): Promise<Published> {
  await lockCatalogue(tx, ctx.jurisdiction);
  const today = plainDateOf(ctx.now);
  const codes = records.map((record) => record.code);
  const newest = await findNewest(tx, ctx.jurisdiction, codes);
  const published = await findSpans(tx, ctx.jurisdiction, codes);
  const versions: NewVersion[] = [];
  const amendments: Amendment[] = [];
  const differing: Difference[] = [];
  for (const record of records) {
    const hash = contentHash(record);
    const arriving = { contentHash: hash, validFrom: dayOf(record) };
    const plan = planPublication(arriving, origin, newest.get(record.code), today);
    if (plan.kind === 'differs') differing.push(await differenceOf(tx, ctx, record, origin));
    if (plan.kind !== 'publish') continue;
    const { spans, highest } = published.get(record.code) ?? noSpans;
    const { validFrom } = plan;
    const change = planChange(spans, validFrom, 'publish');
    if (change) amendments.push({ ...change, from: validFrom });
    versions.push({
      id: newId<'procedureVersion'>(),
      record,
      contentHash: hash,
      number: highest + 1,
      validFrom,
    });
  }
  const kept = new Set(differing.map((difference) => difference.code));
  if (origin === 'imported') {
    const others = records.filter((record) => kept.has(record.code));
    await saveNationalRecords(tx, ctx, others);
  }
  await saveProcedures(
    tx,
    ctx.jurisdiction,
    records.filter((record) => !kept.has(record.code)),
  );
  await amendSpans(tx, ctx.jurisdiction, today, amendments);
  await insertVersions(tx, ctx, origin, versions);
  return {
    created: versions.filter((version) => version.number === 1).map((version) => version.record.code),
    replaced: versions.filter((version) => version.number > 1).map((version) => version.record.code),
    unchanged: records.length - versions.length - differing.length,
    differing,
  };
}

async function differenceOf(
  tx: Tx,
  ctx: CommandContext,
  record: ProcedureRecord,
  origin: VersionOrigin,
): Promise<Difference> {
  const ours = await loadNewest(tx, ctx.jurisdiction, record.code);
  return { code: record.code, parts: ours ? differingParts(ours, record, origin) : [] };
}

function dayOf(record: ProcedureRecord): PlainDate {
  const day = parsePlainDate(record.validFrom);
  if (!day) throw new Error(`${record.code}: ${record.validFrom} is not a day`);
  return day;
}
