import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Connection } from '../../../platform/database.ts';
import type { ProcedureVersion } from '../../catalogue/public.ts';
import type { Unit } from '../../identity/public.ts';
import { findStep, type PerformedStep, type ProcessVersion } from '../../process/public.ts';
import type { DossierDeps } from './deps.ts';

/** What a new dossier is pinned to on its day. */
export interface Pinned {
  readonly version: ProcedureVersion;
  readonly process: ProcessVersion;
  /** The agency that decides. */
  readonly competent: Unit;
  /** The one-stop counter that receives. */
  readonly received: Unit;
  /** The first step: intake. */
  readonly intake: PerformedStep;
}

/**
 * What is in force today for a procedure, case and agency. Refuses a procedure or case that is not in force,
 * handled in another system, without process, an agency that is not competent, and a counter without officers.
 */
export async function pinToday(
  connection: Connection,
  ctx: QueryContext,
  deps: DossierDeps,
  wanted: {
    readonly procedureCode: string;
    readonly caseKey: string;
    readonly competentUnitId: string;
    /** The counter; left out, the competent agency's own. */
    readonly receivedUnitId?: string;
  },
): Promise<Result<Pinned>> {
  const today = plainDateOf(ctx.now);
  const version = await deps.catalogue.getVersionInForce(
    connection,
    ctx.jurisdiction,
    wanted.procedureCode,
    today,
  );
  if (!version.ok) return version;
  if (!version.value.content.cases.some((each) => each.key === wanted.caseKey)) {
    return refuse('invalid', 'dossiers.case-unknown', { params: { case: wanted.caseKey } });
  }
  if (version.value.routing.kind !== 'here') return refuse('invalid', 'dossiers.handled-elsewhere');
  const places = findPlaces(deps, version.value, wanted, today);
  if (!places.ok) return places;
  const process = await deps.process.getProcessInForce(
    connection,
    wanted.procedureCode,
    today,
    wanted.caseKey,
  );
  if (!process.ok)
    return refuse('invalid', 'dossiers.no-process', { params: { code: wanted.procedureCode } });
  const intake = firstStep(process.value);
  const { received } = places.value;
  if (!(await deps.identity.hasPerformer(connection, received.id, intake.performer.role, today))) {
    return refuse('unavailable', 'dossiers.unit-without-officer', { params: { unit: received.name } });
  }
  return ok({ version: version.value, process: process.value, intake, ...places.value });
}

function findPlaces(
  deps: DossierDeps,
  version: ProcedureVersion,
  wanted: { readonly competentUnitId: string; readonly receivedUnitId?: string },
  today: PlainDate,
): Result<Pick<Pinned, 'competent' | 'received'>> {
  const { units } = deps.identity;
  const competent = competentUnits(deps, version, today).find((unit) => unit.id === wanted.competentUnitId);
  if (!competent) return refuse('invalid', 'dossiers.unit-not-competent');
  const received =
    wanted.receivedUnitId === undefined
      ? oneStopOf(deps, competent, today)
      : units.unitsOn(today, { kind: 'oneStop' }).find((unit) => unit.id === wanted.receivedUnitId);
  if (!received)
    return refuse('unavailable', 'dossiers.unit-without-officer', { params: { unit: competent.name } });
  return ok({ competent, received });
}

/** Agencies that may decide on a procedure today, by the rule of its version and not by a counter's address. */
export function competentUnits(
  deps: Pick<DossierDeps, 'identity'>,
  version: ProcedureVersion,
  on: PlainDate,
): readonly Unit[] {
  const { units } = deps.identity;
  const { rule } = version.content.competentAgency;
  if (rule.kind === 'commune') return units.unitsOn(on, { kind: 'commune' });
  if (rule.kind === 'named') return [];
  const named = units.byKey(rule.unitKey);
  if (!named) return [];
  // Split by rules, one goes on with the procedure; left to be decided one by one, people choose among the successors.
  const heir = units.heirFor(named.id, on, { procedure: version.code, sector: version.sector });
  return heir ? [heir] : units.successorsOn(named.id, on);
}

/** The agency's own counter, else that of the nearest unit above it. */
export function oneStopOf(deps: DossierDeps, competent: Unit, on: PlainDate): Unit | undefined {
  const { units } = deps.identity;
  for (const holder of [competent, ...units.ancestorsOn(competent.id, on)]) {
    const counter = units.findSubUnit(holder.id, { kind: 'oneStop' }, on);
    if (counter) return counter;
  }
  return undefined;
}

function firstStep(process: ProcessVersion): PerformedStep {
  const node = findStep(process.graph, process.graph.start);
  if (!node) throw new Error(`process ${process.code} does not begin with a step`);
  return node.step;
}
