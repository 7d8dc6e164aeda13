import { sql } from 'kysely';
import { beforeAll } from 'vitest';
import type { Actor, CitizenActor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { addDays, plainDateOf } from '../../kernel/plain-date.ts';
import { one } from '../../platform/database.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';

import { dossierSamples } from './dossier-samples.ts';
import type { SeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';

/** People whose rights the tables of authorisation name. */
export type Who =
  | 'anonymous'
  | 'owner'
  | 'otherCitizen'
  | 'counter'
  | 'specialist'
  | 'leader'
  | 'clerk'
  | 'otherCounter'
  | 'otherSpecialist'
  | 'procedureControl'
  | 'administrator'
  | 'postOffice'
  | 'helper';

export const everyone: readonly Who[] = [
  'anonymous',
  'owner',
  'otherCitizen',
  'counter',
  'specialist',
  'leader',
  'clerk',
  'otherCounter',
  'otherSpecialist',
  'procedureControl',
  'administrator',
  'postOffice',
  'helper',
];

/** Officers of the units that take part in the dossier, and those who watch over procedures everywhere. */
export const readers: readonly Who[] = [
  'counter',
  'specialist',
  'leader',
  'clerk',
  'procedureControl',
  'postOffice',
];

export const citizens = ['owner', 'otherCitizen'] as const;
export const officers = everyone.filter(
  (who) => who !== 'anonymous' && who !== 'owner' && who !== 'otherCitizen',
);

/** Everybody signed in, a draft and a running dossier of one of them, and fresh inputs they may send. */
export function useAuthorisationWorld(test: TestDatabase, world: SeededProduct) {
  const dossiers = () => world.product.modules.dossiers;
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  let people: Readonly<Record<Who, Actor>>;
  let owner: CitizenActor;
  let draftId: string;
  let running: { readonly dossierId: string; readonly code: string; readonly fileId: Id<'file'> };

  beforeAll(async () => {
    owner = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    people = {
      anonymous: { kind: 'anonymous' },
      owner,
      otherCitizen: await world.citizen('Lê Văn Khác', '072195999002', '0530000052'),
      counter: await world.officer('tiepnhan.tanninh'),
      specialist: await world.officer('hotich.tanninh'),
      leader: await world.officer('phochutich.tanninh'),
      clerk: await world.officer('vanthu.tanninh'),
      otherCounter: await world.officer('tiepnhan.tanbien'),
      otherSpecialist: await world.officer('hotich.tanbien'),
      procedureControl: await world.officer('kiemsoat.tthc'),
      administrator: await world.officer('quantri'),
      postOffice: await world.officer('buudien.tanninh'),
      helper: await world.officer('hotro.tanninh'),
    };
    ({ draftId } = await samples.aDraft());
    const accepted = await samples.anAccepted();
    const file = await one(
      test.owner,
      sql<{ id: Id<'file'> }>`
        select file_id as id from dossiers.dossier_file where dossier_id = ${accepted.dossierId} and kind = 'component'`,
    );
    running = { ...accepted, fileId: file.id };
    must(
      await dossiers().commands.saveQueueChoice(world.as(people.specialist), {
        queue: 'dang-thu-ly',
        choice: { sort: 'newest' },
      }),
    );
    must(await dossiers().commands.substitute(world.as(people.leader), aSubstitution()));
  }, 60_000);

  const samples = dossierSamples(world, test, () => ({ owner, counter: officerAccount('counter') }));

  async function aTakenTask() {
    const task = await samples.aTask();
    must(await dossiers().commands.takeUpTask(world.as(people.specialist), task));
    return task;
  }

  function aLeaver() {
    return {
      unitId: unitId('phuong-tan-ninh/office'),
      fromAccountId: officerAccount('specialist').accountId,
    };
  }

  /** The specialist is away on a day of which each call takes the next; the leader does their tasks. */
  let absences = 0;
  function aSubstitution() {
    absences += 1;
    const day = addDays(plainDateOf(morning), 30 + absences);
    return {
      unitId: unitId('phuong-tan-ninh/office'),
      absentAccountId: officerAccount('specialist').accountId,
      substituteAccountId: officerAccount('leader').accountId,
      fromOn: day,
      lastOn: day,
      reason: 'Nghỉ phép',
    };
  }

  function officerAccount(who: Who) {
    const actor = people[who];
    if (actor.kind !== 'officer') throw new Error(`${who} is no officer`);
    return actor;
  }

  return {
    ...samples,
    dossiers,
    unitId,
    officerAccount,
    aTakenTask,
    aLeaver,
    aSubstitution,
    get people() {
      return people;
    },
    get owner() {
      return owner;
    },
    get draftId() {
      return draftId;
    },
    get running() {
      return running;
    },
  };
}

export type AuthorisationWorld = ReturnType<typeof useAuthorisationWorld>;
