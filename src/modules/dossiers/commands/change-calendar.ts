import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { saveCalendarInput } from '../../process/public.ts';
import type { ChangedCalendar } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { moveOpenSteps } from '../store/move-steps.ts';
import { recountBy, writeRecounted } from '../store/recount-many.ts';

/**
 * A new version of a working calendar, and in the same transaction every open forecast and step that counts by it. What
 * was promised never moves: promises are not read here.
 */
export async function changeCalendar(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<ChangedCalendar>> {
  const changed = await runCommand(
    deps,
    ctx,
    'dossiers.change-calendar',
    saveCalendarInput,
    input,
    async (tx, wanted) => {
      const saved = await deps.process.saveCalendar(tx, ctx, wanted);
      if (!saved.ok) return saved;
      const calendar = saved.value;
      const recounted = await recountBy(tx, ctx, calendar);
      await writeRecounted(tx, ctx, calendar, recounted);
      const steps = await moveOpenSteps(tx, ctx, deps, calendar);
      const moved = recounted.filter(
        ({ clock, standing }) =>
          standing.kind === 'running' && standing.dueAt.getTime() !== clock.forecast_at?.getTime(),
      );
      return ok({ version: calendar.version, forecasts: moved.length, steps });
    },
  );
  if (changed.ok) await deps.process.refreshCalendars();
  return changed;
}
