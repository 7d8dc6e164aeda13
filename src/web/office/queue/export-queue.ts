import { data } from 'react-router';
import { safeCsv } from '../../../kernel/safe-csv.ts';
import { type InboxRow, queues } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { type Translate, translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { queueAddress } from '../office-queues.ts';
import { orProof, requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/export-queue.ts';
import { choiceIn } from './queue-params.ts';

/** A list taken away ends here; who needs more needs a report. */
const mostRows = 5000;

/**
 * The list as it is shown, for a spreadsheet: the first 5,000 rows. Each page read is in the journal as an export. Without a fresh
 * proof it leads to one and back to the list.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller, locale } = context.get(appContext);
  requireOfficer(caller, request);
  const queue = queues.find((each) => each === params.queue);
  if (queue === undefined) throw data(null, { status: 404 });
  const { queries } = modules.dossiers;
  const { search, searchParams } = new URL(request.url);
  const choice = choiceIn(searchParams) ?? (await queries.queueChoice(caller, queue));
  const rows: InboxRow[] = [];
  let cursor: string | undefined;
  do {
    const page = orProof(
      await queries.inbox(caller, queue, { cursor, choice, isExport: true }),
      request,
      `${queueAddress(queue)}${search}`,
    );
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < mostRows);
  const t: Translate = (key, values) => translate(locale, key, values);
  return new Response(safeCsv([headings(t), ...rows.map((row) => line(row, t))]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${queue}.csv"`,
    },
  });
}

function headings(t: Translate): readonly string[] {
  return [
    t('office.queue.code'),
    t('office.queue.procedure'),
    t('office.queue.owner'),
    t('office.queue.step'),
    t('office.queue.unit'),
    t('office.queue.channel'),
    t('office.queue.opened'),
    t('office.queue.due'),
    t('office.queue.promised'),
    t('office.queue.taker'),
  ];
}

function line(row: InboxRow, t: Translate): readonly (string | undefined)[] {
  return [
    row.code,
    row.procedureName,
    row.ownerName,
    row.stepName,
    row.unit.name,
    row.channel && t(`dossiers.channel.${row.channel}`),
    formatDateTime(new Date(row.openedAt)),
    formatDateTime(new Date(row.dueAt)),
    row.promisedAt && formatDateTime(new Date(row.promisedAt)),
    row.holder,
  ];
}
