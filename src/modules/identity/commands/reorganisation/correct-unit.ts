import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../../kernel/result.ts';
import { published } from '../../../../platform/journal-facts.ts';
import type { UnitFacts } from '../../core/reorganisation/plan.ts';
import { factsOf } from '../../core/reorganisation/planned-units.ts';
import { codeHolder } from '../../core/reorganisation/unit-codes.ts';
import { correctSpan } from '../../store/correct-span.ts';
import { lockUnits } from '../../store/hold-units.ts';
import type { ReorganisationDeps } from '../../store/reorganisation-deps.ts';
import { recordWithReason } from '../../store/stated-reasons.ts';
import { loadUnitDirectory } from '../../store/unit-store.ts';
import { administer } from '../administer.ts';
import { correctUnitInput, refusal } from './inputs.ts';

/**
 * Puts right what one span of a unit says: a slip in its name, a code or office hours that were not known. Nothing moves
 * by it; what was written before stays in the journal. A new name by a decision is a reorganisation.
 */
export async function correctUnit(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const command = { name: 'identity.correct-unit' as const, input: correctUnitInput, refusal };
  const done = await administer(deps, ctx, command, input, async (tx, wanted) => {
    const unitId = wanted.unitId as Id<'unit'>;
    await lockUnits(tx, ctx.jurisdiction);
    const units = await loadUnitDirectory(tx, ctx.jurisdiction);
    const span = units.unitOn(unitId, wanted.validFrom);
    if (span?.validFrom !== wanted.validFrom) return refuse('not-found', 'identity.unit-unknown');
    const before = factsOf(span);
    const { kind, tier, parentId, sectionCode } = before;
    const after: UnitFacts = {
      ...wanted.facts,
      kind,
      tier,
      ...(parentId !== undefined && { parentId }),
      ...(sectionCode !== undefined && { sectionCode }),
    };
    const on =
      span.validTo === undefined && span.validFrom <= plainDateOf(ctx.now)
        ? plainDateOf(ctx.now)
        : span.validFrom;
    const taken = codeHolder(units.unitsOn(on), unitId, after);
    if (taken) {
      return refuseField(`/facts/${taken.code}`, 'identity.unit-code-taken', {
        kind: 'conflict',
        params: { unit: taken.unit.name },
      });
    }
    if (after.officeHours !== undefined && deps.isCalendar?.(after.officeHours) === false) {
      return refuseField('/facts/officeHours', 'identity.office-hours-unknown');
    }
    await correctSpan(tx, ctx, { unitId, validFrom: wanted.validFrom, facts: after });
    await recordWithReason(tx, ctx, deps.newId, {
      command: command.name,
      subjectId: unitId,
      reason: wanted.reason,
      facts: { validFrom: wanted.validFrom, before: published(before), after: published(after) },
    });
    return ok(null);
  });
  if (done.ok) await deps.refreshUnits();
  return done;
}
