import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, OfficerActor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { permissionRule, permissions } from '../modules/identity/contract.ts';
import { can, type Permission } from '../modules/identity/public.ts';
import { one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { everyone, useAuthorisationWorld } from './testing/authorisation-world.ts';

import { functionsOf } from './testing/functions-of.ts';
import type { GuardedFunction } from './testing/guarded-function.ts';
import { guardedFunctions, otherFunctions } from './testing/module-rules.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/**
 * Every function of every module × everybody, made from the permission file: who holds what it asks for is not forbidden,
 * everybody else is, and sees and changes nothing. Beside the people of practice stand two who hold exactly one permission and
 * all but that one, so that each function is shown to ask for its own and for no other.
 */
describe('authorisation of every module', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);

  beforeAll(async () => {
    must(
      await world.product.modules.process.editing.createDraft(world.as(all.people.procedureControl), {
        from: 'blank',
        name: 'Quy trình thử',
        procedures: [],
      }),
    );
  });

  it('has a row for every function', () => {
    const rest = Object.values(otherFunctions).flat();
    const unnamed = functionsOf(world.product.modules).filter(
      (name) =>
        !(name in guardedFunctions) &&
        !rest.some((each) => (each.endsWith('.') ? name.startsWith(each) : name === each)),
    );
    expect(unnamed).toEqual([]);
    const known = new Set(functionsOf(world.product.modules));
    expect(Object.keys(guardedFunctions).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(Object.entries(guardedFunctions))('%s', async (_, rule) => {
    const own = [...rule.needs, ...(rule.also ? [rule.also] : [])];
    const people: readonly (readonly [string, Actor])[] = [
      ...everyone.map((who) => [who, all.people[who]] as const),
      [`only ${own.join()}`, holding(own)],
      ...own.map(
        (lacking) => [`all but ${lacking}`, holding(permissions.filter((each) => each !== lacking))] as const,
      ),
      [`none of ${own.join()}`, holding(permissions.filter((each) => !own.includes(each)))],
    ];
    const may = (actor: Actor) =>
      rule.needs.some((each) => can(actor, each)) && (rule.also === undefined || can(actor, rule.also));
    const before = await written();
    for (const [who, actor] of people.filter(([, each]) => !may(each)))
      expect([who, await isLetIn(rule, actor)]).toEqual([who, false]);
    expect(await written()).toEqual(before);
    for (const [who, actor] of people.filter(([, each]) => may(each)))
      expect([who, await isLetIn(rule, actor)]).toEqual([who, true]);
  });

  it.each(
    Object.entries(guardedFunctions).filter(([name, { needs }]) =>
      needs.some((each) => asksStepUp(each, name)),
    ),
  )('%s asks whoever may for a fresh proof', async (_, rule) => {
    const stale = {
      ...holding([...rule.needs, ...(rule.also ? [rule.also] : [])]),
      provedAt: new Date('2026-11-01T08:00:00+07:00'),
    };
    const ctx = { ...world.as(stale), actor: stale };
    expect(await rule.ask(world.product.modules, ctx)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.step-up-needed' },
    });
  });

  /** Somebody without a post who was given these, everywhere. */
  function holding(given: readonly Permission[]): OfficerActor {
    const { accountId, personId } = all.officerAccount('specialist');
    const grants = given.map((permission) => ({
      grantId: newUuidV7<'grant'>() as Id<'grant'>,
      permission,
      reach: { kind: 'jurisdiction' } as const,
    }));
    return { kind: 'officer', accountId, personId, provedAt: new Date(), posts: [], grants };
  }

  async function isLetIn(rule: GuardedFunction, actor: Actor): Promise<boolean> {
    const outcome = await rule.ask(world.product.modules, world.as(actor));
    if (Array.isArray(outcome)) return outcome.length > 0;
    const { refusal } = outcome as { refusal?: { kind: string; type: string } };
    return refusal === undefined || !/^(forbidden|unauthenticated)$/.test(refusal.kind);
  }

  /** Everything a command leaves behind; reading may record that it was read. */
  function written() {
    return one(
      test.owner,
      sql<{ events: number; actions: number; requests: number }>`
        select (select count(*) from platform.event) as events, (select count(*) from platform.action) as actions,
          (select count(*) from platform.request_log) as requests`,
    );
  }
});

/** Whether the file asks whoever calls the function by the permission for a fresh proof: every act, a reading where it says so. */
function asksStepUp(permission: Permission, name: string): boolean {
  const { stepUp } = permissionRule(permission);
  return stepUp === 'always' || (stepUp === 'acts' && !name.includes('.queries.'));
}
