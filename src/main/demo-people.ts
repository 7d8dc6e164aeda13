import { join } from 'node:path';
import type { DemoCitizen } from '../modules/identity/public.ts';
import type { Config } from '../platform/config.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import type { DemoOfficerRow } from './reference-data/demo-people.ts';
import { toDemoCitizens } from './reference-data/demo-records.ts';
import { loadDemoPeople } from './reference-data/load-reference-data.ts';

/** The fictional citizens: accounts of the local identity provider. None where a real one is configured. */
export async function demoCitizens(config: Pick<Config, 'mode' | 'oidc'>): Promise<readonly DemoCitizen[]> {
  if (config.mode !== 'demo' || config.oidc) return [];
  return toDemoCitizens((await loadDemoPeople(join(checkout, 'data'))).citizens);
}

/** The fictional officers, for the simulator of their telephones. None in production mode. */
export async function demoOfficers(config: Pick<Config, 'mode'>): Promise<readonly DemoOfficerRow[]> {
  if (config.mode !== 'demo') return [];
  return (await loadDemoPeople(join(checkout, 'data'))).officers;
}
