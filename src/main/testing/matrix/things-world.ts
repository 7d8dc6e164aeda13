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
import { type Asked, type Place, type Thing, type Told, type Who, whos } from './things.ts';

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
  counter: { role: 'oneStopOfficer', unit: 'phuong-tan-ninh/one-stop' },
  postOffice: { role: 'postOfficeOfficer', unit: 'phuong-tan-ninh/one-stop' },
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
  counter: 'tiepnhan.tanninh',
  postOffice: 'buudien.tanninh',
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

  /** Cells whose answer is another than expected; the thing itself is undone too. */
  async function wrongCells(thing: Thing, state: string): Promise<readonly string[]> {
    const asked = await undone(world.product.db, async () => ({ ok: true, wrong: await ask(thing, state) }));
    await thing.refresh?.(world.product.modules);
    return asked.wrong;
  }

  async function ask(thing: Thing, state: string): Promise<readonly string[]> {
    const wrong: string[] = [];
    const { db, modules } = world.product;
    const at = (who: Who): CommandContext => world.as(people[who], thing.now);
    const when = thing.askedAt?.(state) ?? thing.now;
    const making = { world, test, people, at };
    const made = await thing.make(state, making);
    const then = (await thing.peopleThen?.(making, state, made)) ?? people;
    for (const [name, act] of Object.entries(thing.acts))
      for (const who of whos) {
        const expected = expectedOf(thing, name, askedBy(who, state));
        const asker = then[thing.as?.[who] ?? who];
        const answer = answerOf(
          await undone(db, () => act.run(modules, world.as(asker, when), made)),
          expected,
        );
        if (answer === 'may') await thing.refresh?.(modules);
        if (answer !== expected.answer) wrong.push(`${name} by ${who}: ${expected.answer}, not ${answer}`);
      }
    return wrong;
  }

  return { wrongCells };
}

/** What the permission file says of who asks. */
function askedBy(who: Who, state: string): Asked {
  const post = posts[who];
  const holds = (permission: Permission, units: readonly string[]) => {
    const { inUnits = [], everywhere = [] } = permissionRule(permission);
    return (
      post !== undefined &&
      (everywhere.includes(post.role) || (inUnits.includes(post.role) && units.includes(post.unit)))
    );
  };
  return {
    who,
    state,
    ...(post && { role: post.role }),
    holds: (permission, ...units) => holds(permission, units),
    holdsSomewhere: (permission) => post !== undefined && holds(permission, [post.unit]),
  };
}

interface Expected {
  /** `may`, or the type of the refusal. */
  readonly answer: string;
  readonly isBarred: boolean;
}

function expectedOf(thing: Thing, name: string, asked: Asked): Expected {
  const act = thing.acts[name];
  if (!act) throw new Error(`no act ${name}`);
  if (!act.by(asked)) return { answer: typeOf(act.no ?? thing.no, asked), isBarred: true };
  const isDone = typeof act.in === 'function' ? act.in(asked) : act.in.includes(asked.state);
  return { answer: isDone ? 'may' : typeOf(act.not, asked), isBarred: false };
}

function typeOf(told: Told | undefined, asked: Asked): string {
  const type = typeof told === 'function' ? told(asked) : typeof told === 'object' ? told[asked.state] : told;
  return type ?? 'a refusal that its row does not name';
}

/** The refusal's type, or that of its field; its kind too where it is not one of somebody who may not. */
function answerOf(outcome: Result<unknown>, { isBarred }: Expected): string {
  if (outcome.ok) return 'may';
  const { kind, type, fields } = outcome.refusal;
  const named = (type === 'input.invalid' && fields?.[0]?.type) || type;
  return isBarred && !/^(forbidden|not-found|unauthenticated)$/.test(kind) ? `${kind} ${named}` : named;
}
