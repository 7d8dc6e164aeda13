import type { Actor, CitizenActor, OfficerActor } from '../../src/kernel/actor.ts';
import type { CommandContext } from '../../src/kernel/context.ts';
import type { Result } from '../../src/kernel/result.ts';
import { aBirthDraft } from '../../src/main/testing/birth-draft.ts';
import { newUuidV7 } from '../../src/platform/ids.ts';
import { must } from '../../src/platform/testing/must.ts';
import type { World } from './open-world.ts';
import { recordStatements, type Statement } from './record-statements.ts';

/** The statements of each command and query of a dossier's way, by the name of the command. */
export type Walked = ReadonlyMap<string, readonly Statement[]>;

export interface Journey {
  readonly walked: Walked;
  /** A draft ready to submit. */
  readonly draftId: string;
  readonly draftVersion: number;
  /** A dossier accepted and waiting at its first working step. */
  readonly acceptedId: string;
}

export interface People {
  readonly citizen: CitizenActor;
  readonly counter: OfficerActor;
  readonly specialist: OfficerActor;
  readonly leader: OfficerActor;
  readonly clerk: OfficerActor;
}

/** Lets one birth registration travel to its end through the commands, writing down what each sends to the database. */
export async function walkJourney(world: World, people: People): Promise<Journey> {
  const { commands, queries } = world.product.modules.dossiers;
  const as = contextsOf(world);
  const walked = new Map<string, readonly Statement[]>();
  const step = async <T>(name: string, work: () => Promise<Result<T>>): Promise<T> => {
    const { value, statements } = await recordStatements(work);
    walked.set(name, statements);
    return must(value);
  };
  const { citizen, counter, specialist, leader, clerk } = people;
  const newDraft = () => aBirthDraft({ product: world.product, as }, world, citizen);
  const submit = async () => {
    const draftId = await newDraft();
    const { version } = must(await queries.getDraft(as(citizen), draftId));
    return commands.submitDraft(as(citizen), { draftId, expectedVersion: version });
  };
  const accept = (dossierId: string) =>
    commands.acceptDossier(as(counter), {
      dossierId,
      expectedVersion: 1,
      components: [
        { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
      ],
    });
  const openTask = async (officer: OfficerActor, dossierId: string) => {
    const { tasks, actions } = must(await queries.getOfficeDossier(as(officer), dossierId));
    return actions.find((each) => 'taskId' in each)?.taskId ?? tasks.at(-1)?.taskId;
  };

  // Once without looking: what is read once per process (processes, plans) is not the command's own.
  must(await accept(must(await submit()).dossierId));

  const draftId = await newDraft();
  const draft = await step('getDraft', () => queries.getDraft(as(citizen), draftId));
  const { dossierId } = await step('submitDraft', () =>
    commands.submitDraft(as(citizen), { draftId, expectedVersion: draft.version }),
  );
  await step('inbox', () => queries.inbox(as(counter), 'cho-tiep-nhan', undefined));
  await step('getOfficeDossier', () => queries.getOfficeDossier(as(counter), dossierId));
  await step('acceptDossier', () => accept(dossierId));
  for (const [kind, officer] of [
    ['work', specialist],
    ['sign', leader],
  ] as const) {
    const taskId = await openTask(officer, dossierId);
    await step(`takeUpTask (${kind})`, () => commands.takeUpTask(as(officer), { taskId }));
    await step(`completeTask (${kind})`, () =>
      commands.completeTask(as(officer), { taskId, outcome: 'forward' }),
    );
  }
  const issueTask = await openTask(clerk, dossierId);
  const result = { typeCode: 'KQ.G15.000031', number: '152', book: '01/2026', issuedOn: '2026-11-23' };
  await step('completeTask (issue)', () =>
    commands.completeTask(as(clerk), { taskId: issueTask, outcome: 'forward', result }),
  );
  await step('getMyDossier', () => queries.getMyDossier(as(citizen), dossierId));
  const returnTask = await openTask(counter, dossierId);
  await step('completeTask (return)', () =>
    commands.completeTask(as(counter), { taskId: returnTask, outcome: 'forward' }),
  );

  const acceptedId = must(await submit()).dossierId;
  must(await accept(acceptedId));
  return { walked, draftId: await newDraft(), draftVersion: draft.version, acceptedId };
}

function contextsOf(world: World): (actor: Actor) => CommandContext {
  const { jurisdiction, clock } = world.product;
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  return (actor) => ({ jurisdiction, actor, now: clock(), origin, requestId: newUuidV7() });
}
