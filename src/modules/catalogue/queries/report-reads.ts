import type { WrongLists } from '../core/wrong-list/wrong-lists.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { reportCounts } from './wrong-list-counts.ts';
import { getReport, linkedReport, listReports, ownReports } from './wrong-list-reports.ts';

/** What is read about reports of a wrong list. */
export function createReportReads(
  deps: CatalogueDeps,
): Pick<WrongLists, 'list' | 'counts' | 'get' | 'own' | 'byLink'> {
  return {
    list: (ctx, input) => listReports(deps, ctx, input),
    counts: (ctx) => reportCounts(deps, ctx),
    get: (ctx, reportId) => getReport(deps, ctx, reportId),
    own: (ctx, input) => ownReports(deps, ctx, input),
    byLink: (ctx, token) => linkedReport(deps, ctx, token),
  };
}
