import type { Actor, CitizenActor, OfficerActor } from '../../src/kernel/actor.ts';
import type { CommandContext } from '../../src/kernel/context.ts';
import type { Result } from '../../src/kernel/result.ts';
import { aBirthDraft } from '../../src/main/testing/birth-draft.ts';
import { newUuidV7 } from '../../src/platform/ids.ts';
import type { World } from '../requests/open-world.ts';

export interface LifePeople {
  readonly citizen: CitizenActor;
  readonly counter: OfficerActor;
  readonly specialist: OfficerActor;
  readonly leader: OfficerActor;
  readonly clerk: OfficerActor;
}

/** Does one thing and counts it: a command, or a page of personal data read. */
export type Counted = <T>(kind: 'command' | 'read', work: () => Promise<Result<T>>) => Promise<T>;

/** One birth registration from its draft to its returned result as people do it, looking before they act: 8 commands, 8 pages. */
export async function liveOneDossier(world: World, people: LifePeople, counted: Counted): Promise<void> {
  const { commands, queries } = world.product.modules.dossiers;
  const as = contextsOf(world);
  const { citizen, counter, specialist, leader, clerk } = people;
  const draftId = await aBirthDraft({ product: world.product, as }, world, citizen);
  const { version } = await counted('read', () => queries.getDraft(as(citizen), draftId));
  const { dossierId } = await counted('command', () =>
    commands.submitDraft(as(citizen), { draftId, expectedVersion: version }),
  );
  await counted('read', () => queries.inbox(as(counter), 'cho-tiep-nhan', undefined));
  const look = (officer: OfficerActor) =>
    counted('read', () => queries.getOfficeDossier(as(officer), dossierId));
  await look(counter);
  await counted('command', () =>
    commands.acceptDossier(as(counter), {
      dossierId,
      expectedVersion: 1,
      components: [
        { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
      ],
    }),
  );
  const result = {
    typeCode: 'KQ.G15.000031',
    number: newUuidV7().slice(-8),
    book: '01/2026',
    issuedOn: '2026-11-23',
  };
  for (const officer of [specialist, leader, clerk, counter]) {
    const { tasks } = await look(officer);
    const taskId = tasks.find((task) => task.closedAt === undefined)?.taskId;
    if (officer === specialist || officer === leader)
      await counted('command', () => commands.takeUpTask(as(officer), { taskId }));
    const outcome = { taskId, outcome: 'forward', ...(officer === clerk && { result }) };
    await counted('command', () => commands.completeTask(as(officer), outcome));
  }
  await counted('read', () => queries.getMyDossier(as(citizen), dossierId));
}

function contextsOf(world: World): (actor: Actor) => CommandContext {
  const { jurisdiction, clock } = world.product;
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  return (actor) => ({ jurisdiction, actor, now: clock(), origin, requestId: newUuidV7() });
}
