import type { OfficerActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Permission } from '../../identity/public.ts';
import type { ProcessGraph } from '../../process/public.ts';
import { phaseAfter } from './life-cycle.ts';
import {
  clockPlaces,
  endPlaces,
  messagePlaces,
  type PlacedDossier,
  type PlacedTask,
  type PowerPlace,
  placesHolding,
  postIn,
  promisePlaces,
  scanPlaces,
  supplementPlaces,
} from './power-places.ts';
import type { ExplainedAct } from './wire/access.ts';
import type { Phase } from './wire/views.ts';

/** A dossier as far as it decides what can be done to it at all. */
interface Standing extends PlacedDossier {
  readonly phase: Phase;
}

/** One act that can be done to the dossier now: whether the officer may, by their own post or a lent one, and who may. */
export interface ActPower {
  readonly act: ExplainedAct;
  readonly verdict: 'own' | 'lent' | 'no';
  readonly needs: readonly { readonly permission: Permission; readonly unitId: Id<'unit'> }[];
}

/** What can be done to a dossier beside its steps, and by whose power: the places that commands ask. */
export function actPowers(
  officer: OfficerActor,
  dossier: Standing,
  tasks: readonly PlacedTask[],
  known: { readonly graph: ProcessGraph; readonly askedIn: Id<'unit'> | undefined },
): readonly ActPower[] {
  return placesOfActs(dossier, tasks, known).map(([act, places]) => {
    const post = postIn(officer, dossier, places);
    const needs = new Map(
      places.map(({ permission, unitId }) => [`${permission} ${unitId}`, { permission, unitId }]),
    );
    const verdict = post === undefined ? 'no' : 'delegation' in post ? 'lent' : 'own';
    return { act, verdict, needs: [...needs.values()] };
  });
}

function placesOfActs(
  dossier: Standing,
  tasks: readonly PlacedTask[],
  { graph, askedIn }: { readonly graph: ProcessGraph; readonly askedIn: Id<'unit'> | undefined },
): readonly (readonly [ExplainedAct, readonly PowerPlace[]])[] {
  const { phase, received_unit_id: counter } = dossier;
  const runs = phaseAfter(phase, 'stop').ok;
  const wait = tasks.find((task) => task.kind === 'wait' && task.closed_at === null);
  const all: readonly (readonly [ExplainedAct, boolean, readonly PowerPlace[]])[] = [
    ['accept', phase === 'submitted', placesHolding('dossiers.accept', [counter])],
    ['refuse', phase === 'submitted', placesHolding('dossiers.refuse', [counter])],
    ['scan', phaseAfter(phase, 'scan').ok, scanPlaces(dossier, tasks)],
    ['supplement', askedIn !== undefined, supplementPlaces(dossier, askedIn)],
    ['message', wait !== undefined, wait ? messagePlaces(dossier, wait) : []],
    ['clock', runs, clockPlaces(tasks, dossier)],
    ['apology', runs, promisePlaces(dossier, 'apology')],
    ['extension', runs, promisePlaces(dossier, 'extension')],
    ['stop', runs, endPlaces(graph, tasks, dossier)],
  ];
  return all.filter(([, isPossible]) => isPossible).map(([act, , places]) => [act, places]);
}
