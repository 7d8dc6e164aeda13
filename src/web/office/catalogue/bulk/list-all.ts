import { mostAtOnce, type OfficeProcedure } from '../../../../modules/catalogue/contract.ts';
import type { RequestApp } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import type { ListFilterValues } from '../read-filters.ts';

/** The procedures the filters find, as many as can be edited at once, and how many there are. */
export async function listAll(app: RequestApp, { after: _page, ...asked }: ListFilterValues) {
  const items: OfficeProcedure[] = [];
  let { items: found, total, next } = await pageOf(app, asked, mostAtOnce);
  items.push(...found);
  while (next !== undefined && items.length < mostAtOnce) {
    ({ items: found, next } = await pageOf(app, { ...asked, after: next }, mostAtOnce - items.length));
    items.push(...found);
  }
  return { items: items.map(({ code, name, sector }) => ({ code, name, sector })), total };
}

async function pageOf({ modules, caller }: RequestApp, asked: ListFilterValues, most: number) {
  const { queries } = modules.catalogue;
  return orErrorPage(await queries.listForOffice(caller, { ...asked, limit: Math.min(200, most) }));
}
