import { beforeAll } from 'vitest';
import type { Actor, OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import { permissionRule } from '../../../modules/identity/contract.ts';
import type { Permission } from '../../../modules/identity/public.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { compose } from '../../compose.ts';
import type { SeededProduct } from '../seeded-product.ts';
import { savepointDatabase, undone } from './savepoints.ts';
import { type Asked, type Place, type Thing, type Who, whos } from './things.ts';

/** Who sits where: what the permission file says of their role counts there. */
const posts: Readonly<Partial<Record<Who, Place>>> = {
  author: { role: 'procedureControl', unit: 'van-phong-ubnd-tinh' },
  second: { role: 'procedureControl', unit: 'van-phong-ubnd-tinh' },
  administrator: { role: 'administrator', unit: 'van-phong-ubnd-tinh' },
  chair: { role: 'leader', unit: 'phuong-tan-ninh' },
  deputy: { role: 'leader', unit: 'phuong-tan-ninh' },
  chief: { role: 'headOfSection', unit: 'phuong-tan-ninh/office' },
  specialist: { role: 'specialist', unit: 'phuong-tan-ninh/office' },
  clerk: { role: 'recordsClerk', unit: 'phuong-tan-ninh' },
  helper: { role: 'helper', unit: 'phuong-tan-ninh' },
  stranger: { role: 'leader', unit: 'xa-tan-bien' },
  otherClerk: { role: 'recordsClerk', unit: 'xa-tan-bien' },
};

const logins: Readonly<Partial<Record<Who, string>>> = {
  author: 'kiemsoat.tthc',
  second: 'duyet.tthc',
  administrator: 'quantri',
  chair: 'chutich.tanninh',
  deputy: 'phochutich.tanninh',
  chief: 'chanhvanphong.tanninh',
  specialist: 'hotich.tanninh',
  clerk: 'vanthu.tanninh',
  helper: 'hotro.tanninh',
  stranger: 'chutich.tanbien',
  otherClerk: 'vanthu.tanbien',
};

/** Everybody who asks, over a database in which each thing and each answer is undone. */
export function useThings(test: TestDatabase, seeded: SeededProduct) {
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

  /** Cells whose answer is another than expected; the thing itself is undone too. */
  async function wrongCells(thing: Thing, state: string): Promise<readonly string[]> {
    const asked = await undone(world.product.db, async () => ({ ok: true, wrong: await ask(thing, state) }));
    if (thing.changesUnits) await world.product.modules.identity.refreshUnits();
    return asked.wrong;
  }

  async function ask(thing: Thing, state: string): Promise<readonly string[]> {
    const wrong: string[] = [];
    const at = (who: Who): CommandContext => world.as(people[who], thing.now);
    const when = thing.askedAt?.(state) ?? thing.now;
    const made = await thing.make(state, { world, test, people, at });
    for (const [name, act] of Object.entries(thing.acts))
      for (const who of whos) {
        const expected = expectedOf(act, {
          who,
          state,
          holds: (permission, ...units) => holds(permission, who, ...units),
        });
        const run = (): Promise<Result<unknown>> =>
          act.run(world.product.modules, world.as(people[thing.as?.[who] ?? who], when), made);
        const answer = answerOf(await undone(world.product.db, run), expected);
        if (thing.changesUnits && answer === 'may') await world.product.modules.identity.refreshUnits();
        if (answer !== expected) wrong.push(`${name} by ${who}: ${expected}, not ${answer}`);
      }
    return wrong;
  }

  return { wrongCells };
}

function expectedOf(act: Thing['acts'][string], asked: Asked): 'may' | 'state' | 'no' {
  if (!act.by(asked)) return 'no';
  const isDone = typeof act.in === 'function' ? act.in(asked) : act.in.includes(asked.state);
  return isDone ? 'may' : 'state';
}

function answerOf(outcome: Result<unknown>, expected: string): string {
  if (outcome.ok) return 'may';
  const { kind, type } = outcome.refusal;
  const fits =
    expected === 'no' ? /^(forbidden|not-found|unauthenticated)$/ : /^(conflict|invalid|not-found)$/;
  return expected !== 'may' && fits.test(kind) ? expected : `${kind} ${type}`;
}
