import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, OfficerActor } from '../kernel/actor.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import { permissionRule } from '../modules/identity/contract.ts';
import type { Permission } from '../modules/identity/public.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { compose } from './compose.ts';
import { kept } from './testing/matrix/kept-things.ts';
import { savepointDatabase, undone } from './testing/matrix/savepoints.ts';
import { type Place, type Thing, type Who, whos } from './testing/matrix/things.ts';
import { type SeededProduct, useSeededProduct } from './testing/seeded-product.ts';

/** Who sits where: what the permission file says of their role counts there. */
const posts: Readonly<Partial<Record<Who, Place>>> = {
  author: { role: 'procedureControl', unit: 'van-phong-ubnd-tinh' },
  second: { role: 'procedureControl', unit: 'van-phong-ubnd-tinh' },
  administrator: { role: 'administrator', unit: 'van-phong-ubnd-tinh' },
  chair: { role: 'leader', unit: 'phuong-tan-ninh' },
  deputy: { role: 'leader', unit: 'phuong-tan-ninh' },
  chief: { role: 'headOfSection', unit: 'phuong-tan-ninh/office' },
  specialist: { role: 'specialist', unit: 'phuong-tan-ninh/office' },
  stranger: { role: 'leader', unit: 'xa-tan-bien' },
};

const logins: Readonly<Partial<Record<Who, string>>> = {
  author: 'kiemsoat.tthc',
  second: 'duyet.tthc',
  administrator: 'quantri',
  chair: 'chutich.tanninh',
  deputy: 'phochutich.tanninh',
  chief: 'chanhvanphong.tanninh',
  specialist: 'hotich.tanninh',
  stranger: 'chutich.tanbien',
};

/**
 * What stands in a state in the other modules, and drafts of dossiers: every command about it × everybody × every state. Each is
 * brought to its state once, each answer undone; what is expected follows from the permission file and whose the thing is.
 */
describe('acts on what is kept in states', () => {
  const test = useTestDatabase();
  const seeded = useSeededProduct(test);
  let world: SeededProduct;
  let people: Readonly<Record<Who, Actor>>;

  beforeAll(async () => {
    const signedIn: Partial<Record<Who, Actor>> = {};
    for (const who of whos) {
      const login = logins[who];
      if (login !== undefined) signedIn[who] = await seeded.officer(login);
    }
    people = {
      ...(signedIn as Record<Who, OfficerActor>),
      anonymous: { kind: 'anonymous' },
      owner: await seeded.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051'),
      otherCitizen: await seeded.citizen('Lê Văn Khác', '072195999002', '0530000052'),
    };
    const product = await compose(seeded.product.config, savepointDatabase(test.url));
    world = { ...seeded, as: seeded.as, product };
  }, 120_000);

  const holds = (permission: Permission, who: Who, ...units: readonly string[]): boolean => {
    const post = posts[who];
    const { inUnits = [], everywhere = [] } = permissionRule(permission);
    return (
      post !== undefined &&
      (everywhere.includes(post.role) || (inUnits.includes(post.role) && units.includes(post.unit)))
    );
  };

  const cells = Object.entries(kept).flatMap(([name, thing]) =>
    thing.states.map((state) => [name, state, thing] as const),
  );

  it.each(cells)('%s that is %s', async (_, state, thing) => {
    expect(await wrongCells(thing, state)).toEqual([]);
  });

  it('sees somebody who is let in, and somebody who is kept out', async () => {
    const leaky = { ...kept.delegation, as: { stranger: 'chair', chair: 'stranger' } } as const;
    expect(await wrongCells(leaky, 'running')).toEqual([
      'end by chair: may, not not-found identity.delegation-not-found',
      'end by stranger: no, not may',
    ]);
  });

  /** Cells whose answer is another than expected; the thing itself is undone too. */
  async function wrongCells(thing: Thing, state: string): Promise<readonly string[]> {
    const asked = await undone(world.product.db, async () => ({ ok: true, wrong: await ask(thing, state) }));
    return asked.wrong;
  }

  async function ask(thing: Thing, state: string): Promise<readonly string[]> {
    const wrong: string[] = [];
    const at = (who: Who): CommandContext => world.as(people[who]);
    const made = await thing.make(state, { world, test, people, at });
    for (const [name, act] of Object.entries(thing.acts))
      for (const who of whos) {
        const may = act.by({ who, state, holds: (permission, ...units) => holds(permission, who, ...units) });
        const expected = may ? (act.in.includes(state) ? 'may' : 'state') : 'no';
        const run = (): Promise<Result<unknown>> =>
          act.run(world.product.modules, at(thing.as?.[who] ?? who), made);
        const answer = answerOf(await undone(world.product.db, run), expected);
        if (answer !== expected) wrong.push(`${name} by ${who}: ${expected}, not ${answer}`);
      }
    return wrong;
  }

  function answerOf(outcome: Result<unknown>, expected: string): string {
    if (outcome.ok) return 'may';
    const { kind, type } = outcome.refusal;
    const fits =
      expected === 'no' ? /^(forbidden|not-found|unauthenticated)$/ : /^(conflict|invalid|not-found)$/;
    return expected !== 'may' && fits.test(kind) ? expected : `${kind} ${type}`;
  }
});
