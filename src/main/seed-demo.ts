import { join } from 'node:path';
import type { Role } from '../kernel/actor.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import type { Product } from './compose.ts';
import type { DemoCitizenRow, DemoOfficerRow } from './reference-data/demo-people.ts';
import { toDemoOfficers } from './reference-data/demo-records.ts';
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
  const { officers } = await loadDemoPeople(dataFolder);
  const { identity } = product.modules;
  const seeded = await identity.seedDemoPeople(toDemoOfficers(officers), password, product.clock());
  if (!seeded.ok)
    throw new Error(`data/demo: ${seeded.refusal.type} ${JSON.stringify(seeded.refusal.params)}`);
  return demoAccounts();
}

/** The accounts a visitor may try: the first citizen, then the first officer of each role, as a dossier travels. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const { officers, citizens } = await loadDemoPeople(dataFolder);
  return accountsOf(officers, citizens);
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
