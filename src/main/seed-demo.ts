import { join } from 'node:path';
import type { Role } from '../kernel/actor.ts';
import type { DemoOfficer } from '../modules/identity/public.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import type { Product } from './compose.ts';
import type { DemoCitizenRow, DemoOfficerRow } from './reference-data/demo-people.ts';
import { loadDemoPeople } from './reference-data/load-reference-data.ts';

/** One account a visitor may try, for the list that `npm start` prints. */
export interface DemoAccount {
  readonly role: Role | 'citizen';
  readonly login: string;
  readonly name: string;
  readonly title: string;
}

const dataFolder = join(checkout, 'data');

/** Adds the fictional officers, all with one password. Throws in production mode. */
export async function seedDemo(product: Product, password: string): Promise<readonly DemoAccount[]> {
  const { officers, citizens } = await loadDemoPeople(dataFolder);
  const { identity } = product.modules;
  const seeded = await identity.seedDemoPeople(toOfficers(officers), password, product.clock());
  if (!seeded.ok)
    throw new Error(`data/demo: ${seeded.refusal.type} ${JSON.stringify(seeded.refusal.params)}`);
  return accountsOf(officers, citizens);
}

/** Rows with one login are one person with several posts. */
function toOfficers(rows: readonly DemoOfficerRow[]): readonly DemoOfficer[] {
  return [...Map.groupBy(rows, ({ login }) => login)].map(([login, posts]) => ({
    login,
    name: posts[0]?.name ?? login,
    posts: posts.map(({ unit, role, title, postFrom, postTo }) => ({
      unitKey: unit,
      role,
      title,
      from: postFrom,
      ...(postTo ? { to: postTo } : {}),
    })),
  }));
}

/** The first account of each role, in the order of a dossier's way. */
function accountsOf(
  officers: readonly DemoOfficerRow[],
  citizens: readonly DemoCitizenRow[],
): readonly DemoAccount[] {
  const [citizen] = citizens;
  const roles = Map.groupBy(officers, ({ role }) => role);
  return [
    ...(citizen
      ? [{ role: 'citizen' as const, login: citizen.login, name: citizen.name, title: 'Công dân' }]
      : []),
    ...[...roles].flatMap(([role, [first]]) =>
      first ? [{ role, login: first.login, name: first.name, title: first.title }] : [],
    ),
  ];
}
