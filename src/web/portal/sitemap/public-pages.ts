import type { RequestApp } from '../../context.ts';
import {
  agencyAddress,
  browseAddress,
  countersAddress,
  eventAddress,
  listAddress,
  procedureAddress,
} from '../procedures/addresses.ts';
import type { SitemapPage } from './sitemap-xml.ts';

/** Every public page worth finding, in a fixed order: the frame, the shelves, the procedures. */
export async function publicPages({ modules, caller }: RequestApp): Promise<readonly SitemapPage[]> {
  const [procedures, shelves] = await Promise.all([
    modules.catalogue.queries.listAddresses(caller),
    modules.catalogue.browseProcedures(caller),
  ]);
  return [
    { path: '/' },
    { path: '/tra-cuu' },
    { path: countersAddress('vi') },
    { path: listAddress('vi') },
    { path: browseAddress('vi') },
    ...shelves.lifeEvents.map(({ key }) => ({ path: eventAddress('vi', key) })),
    ...shelves.agencies.map(({ key }) => ({ path: agencyAddress('vi', key) })),
    ...procedures.map(({ code, changedOn }) => ({ path: procedureAddress('vi', code), changedOn })),
  ];
}
