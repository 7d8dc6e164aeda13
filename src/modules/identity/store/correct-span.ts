import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import type { UnitFacts } from '../core/reorganisation/plan.ts';

/** Writes over what one span says; from then on the reference data list a difference instead of writing. */
export async function correctSpan(
  tx: Tx,
  ctx: CommandContext,
  {
    unitId,
    validFrom,
    facts,
  }: { readonly unitId: Id<'unit'>; readonly validFrom: PlainDate; readonly facts: UnitFacts },
): Promise<void> {
  await sql`
    update identity.unit_span
    set name = normalize(${facts.name}::text, nfc), short_name = normalize(${facts.shortName ?? null}::text, nfc),
      name_en = ${facts.nameEn ?? null}, gso_code = ${facts.gsoCode ?? null}, agency_code = ${facts.agencyCode ?? null},
      office_hours = ${facts.officeHours ?? null}, edited_at = ${ctx.now}
    where jurisdiction = ${ctx.jurisdiction} and unit_id = ${unitId} and valid_from = ${validFrom}`.execute(
    tx,
  );
}
