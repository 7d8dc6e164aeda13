import { safeCsv } from '../../../kernel/safe-csv.ts';
import type { LateRow } from '../../../modules/dossiers/contract.ts';
import { formatDateTime, formatWorkingTime } from '../../../texts/format.ts';
import { type Translate, translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { orProof, requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/export-late.ts';
import { lateAddress, lateFilterIn, lateQuery } from './late-filter.ts';

/** A list taken away ends here; who needs more needs a report. */
const mostRows = 5000;

/**
 * The list as it is narrowed, for a spreadsheet: the first 5,000 rows. Each page read is in the journal as an export. Without a
 * fresh proof it leads to one and back to the list.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller, locale } = context.get(appContext);
  requireOfficer(caller, request);
  const filter = lateFilterIn(new URL(request.url).searchParams);
  const rows: LateRow[] = [];
  let cursor: string | undefined;
  do {
    const page = orProof(
      await modules.dossiers.queries.lateDossiers(caller, filter, { cursor, isExport: true }),
      request,
      `${lateAddress}${lateQuery(filter)}`,
    );
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < mostRows);
  const t: Translate = (key, values) => translate(locale, key, values);
  return new Response(safeCsv([headings(t), ...rows.map((row) => line(t, row))]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ho-so-tre-han.csv"',
    },
  });
}

function headings(t: Translate): readonly string[] {
  return [
    t('office.queue.code'),
    t('office.queue.procedure'),
    t('office.queue.owner'),
    t('office.late.essential'),
    t('office.late.unit'),
    t('office.queue.promised'),
    t('office.late.late'),
    t('office.late.cause'),
    t('office.late.cause-step'),
    t('office.late.cause-over'),
  ];
}

function line(t: Translate, row: LateRow): readonly (string | undefined)[] {
  return [
    row.code,
    row.procedureName,
    row.ownerName,
    t(row.isEssential ? 'form.yes' : 'form.no'),
    row.unit.name,
    formatDateTime(new Date(row.promisedAt)),
    formatWorkingTime(row.lateMinutes),
    row.cause?.unit.name,
    row.cause?.stepName,
    row.cause && formatWorkingTime(row.cause.overMinutes),
  ];
}
