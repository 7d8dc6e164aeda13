import { parsePlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { safeCsv } from '../../../../kernel/safe-csv.ts';
import { type Translate, translate } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { requireOfficer } from '../../require-officer.ts';
import type { Route } from './+types/export-report.ts';
import { figures } from './columns.ts';

/** The report as it is shown, for a spreadsheet. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller, locale } = context.get(appContext);
  requireOfficer(caller, request);
  const on = parsePlainDate(new URL(request.url).searchParams.get('ngay') ?? '') ?? plainDateOf(caller.now);
  const rows = orErrorPage(await modules.catalogue.queries.standingTable(caller, { on }));
  const t: Translate = (key, values) => translate(locale, key, values);
  const columns = figures(t);
  const headings = [
    t('catalogue.standing.report.department'),
    t('catalogue.standing.report.level'),
    ...columns.map(({ header }) => header),
  ];
  const lines = rows.map((row) => [
    row.department,
    t(`procedures.level.${row.level}`),
    ...columns.map(({ count }) => String(count(row))),
  ]);
  return new Response(safeCsv([headings, ...lines]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="muc-do-dich-vu-${on}.csv"`,
    },
  });
}
