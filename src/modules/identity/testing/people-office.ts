import { sql } from 'kysely';
import { beforeAll } from 'vitest';
import type { Actor, OfficerActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { many } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { anAdministration } from './an-administration.ts';

/** The small province's administration at work, its people signed in, with makers of accounts: for tests of people and posts. */
export function usePeopleOffice(test: TestDatabase, now: Date) {
  let made: Awaited<ReturnType<typeof open>> | undefined;
  const office = () => {
    if (!made) throw new Error('the office is ready only inside tests and hooks');
    return made;
  };

  async function open() {
    const house = await anAdministration(test, now, {
      workInHand: async () => [{ unitId: unitId('tan-ninh.one-stop'), open: 3 }],
    });
    const people: Record<'admin' | 'admin2' | 'leader' | 'counter', OfficerActor> = {
      admin: await house.signIn('quantri'),
      admin2: await house.signIn('quantri2'),
      leader: await house.signIn('chutich.tanninh'),
      counter: await house.signIn('tiepnhan.tanninh'),
    };
    return { house, ...people };
  }
  beforeAll(async () => {
    made = await open();
  });

  function unitId(key: string): Id<'unit'> {
    const unit = office().house.identity.units.byKey(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit.id;
  }

  const commands = () => office().house.identity.people.commands;
  const queries = () => office().house.identity.people.queries;
  let count = 0;
  const person = (more: object = {}) => {
    count += 1;
    return {
      name: 'Nguyễn Thị Ánh',
      login: `moi.${count}`,
      phone: '0530000099',
      email: '',
      post: {
        unit: 'Văn phòng HĐND và UBND phường Tân Ninh',
        role: 'specialist',
        title: 'Chuyên viên',
        from: '2026-11-26',
      },
      ...more,
    };
  };

  return {
    get house() {
      return office().house;
    },
    get admin() {
      return office().admin;
    },
    get admin2() {
      return office().admin2;
    },
    get leader() {
      return office().leader;
    },
    get counter() {
      return office().counter;
    },
    /** Somebody's request, freshly proved. */
    as: (actor: Actor, at = now) => office().house.as(actor, at),
    commands,
    queries,
    unitId,
    /** The facts of somebody new: another login each time. */
    person,
    /** Opens an account as the first administrator. */
    open: async (more: object = {}) =>
      must(await commands().openAccount(office().house.as(office().admin), person(more))).accountId,
    page: async (accountId: string, at = now) =>
      must(await queries().person(office().house.as(office().admin, at), accountId)),
    /** What the journal says was done to an account, oldest first. */
    actions: (accountId: string) =>
      many(
        test.owner,
        sql<{ command: string; facts: object }>`
          select command, facts from platform.action where subject_id = ${accountId} order by action_id`,
      ),
  };
}
