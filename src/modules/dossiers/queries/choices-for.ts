import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { ProcedureVersion } from '../../catalogue/public.ts';
import type { Unit } from '../../identity/public.ts';
import type { AllowedAction, OfficeDossierView, UnitLabel } from '../contract.ts';
import { matterOf } from '../core/matter.ts';
import { signingPlaces } from '../core/signing-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { competentUnits } from '../store/pinned.ts';
import { standingUnit } from '../store/standing-unit.ts';
import type { TaskRow } from '../store/tasks.ts';
import { signersIn } from './signers-in.ts';

type Choices = Pick<OfficeDossierView, 'signers' | 'transferTo' | 'askable'>;

/** What the forms of the allowed actions offer to choose from; nothing is read for forms that are not there. */
export async function choicesFor(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  version: ProcedureVersion,
  actions: readonly AllowedAction[],
): Promise<Choices> {
  const today = plainDateOf(ctx.now);
  const agencyId = standingUnit(deps.identity.units, dossier.competent_unit_id, today);
  const open = tasks.filter((task) => task.closed_at === null).map((task) => task.unit_id);
  const has = (name: AllowedAction['action']) => actions.some(({ action }) => action === name);
  const signed = [
    ...(actions.some((each) => each.signed === true) ? [matterOf(dossier, 'supplement')] : []),
    ...(has('stop') ? [matterOf(dossier, 'stop')] : []),
  ];
  return {
    signers: await signersIn(deps, ctx, signingPlaces(agencyId, open), signed),
    transferTo: has('transfer')
      ? competentUnits(deps, version, today)
          .filter((unit) => unit.id !== agencyId)
          .map(label)
      : [],
    askable: has('opinion') ? askable(deps, agencyId, open, today) : [],
  };
}

/** Whom a step may ask: sections of its own agency first, then agencies of the province, then communes. */
function askable(
  deps: DossierDeps,
  agencyId: Id<'unit'>,
  working: readonly Id<'unit'>[],
  today: PlainDate,
): readonly UnitLabel[] {
  const { units } = deps.identity;
  const sections = units
    .unitsOn(today, { kind: 'section' })
    .filter((unit) => units.ancestorsOn(unit.id, today).some((above) => above.id === agencyId));
  const agencies = (['department', 'agency', 'board', 'commune'] as const).flatMap((kind) =>
    units.unitsOn(today, { kind }),
  );
  return [...sections, ...agencies].filter((unit) => !working.includes(unit.id)).map(label);
}

function label({ id, name }: Unit): UnitLabel {
  return { unitId: id, name };
}
