import { PassThrough } from 'node:stream';
import { roles } from '../../../../kernel/actor.ts';
import type { QueryContext } from '../../../../kernel/context.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { translate } from '../../../../texts/translate.ts';
import { unitFinder } from '../../core/people/find-unit.ts';
import { mayGive } from '../../core/people/manage-reach.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { reachOf } from '../../store/people/reach.ts';
import { writePeopleTemplate } from '../../store/people/write-people-template.ts';
import { administrator } from './people-imports.ts';

/** The empty workbook, offering the units and roles that its reader may give. */
export async function peopleTemplate(
  deps: Pick<PeopleDeps, 'units'>,
  ctx: QueryContext,
): Promise<Result<PassThrough>> {
  const actor = administrator(ctx);
  if (!actor.ok) return actor;
  const today = plainDateOf(ctx.now);
  const reach = reachOf(deps.units, actor.value, today);
  const all = deps.units.unitsOn(today);
  const finder = unitFinder(all);
  const mine = all.filter(({ id }) => reach === 'everywhere' || reach.has(id));
  const given = roles.filter((role) => mine.some(({ id }) => mayGive(reach, { unitId: id, role })));
  const stream = new PassThrough();
  writePeopleTemplate(stream, {
    roles: given.map((role) => translate('vi', `office.role.${role}`)),
    units: mine.map((unit) => finder.label(unit)),
  }).catch((error: Error) => stream.destroy(error));
  return ok(stream);
}
