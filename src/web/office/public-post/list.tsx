import type { PostalRow } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { orProof, requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/list.ts';
import { SentTo } from './sent-to.tsx';

export const handle: PageHandle = {};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller, portal } = context.get(appContext);
  requireOfficer(caller, request);
  const list = orProof(await modules.dossiers.queries.postalList(caller, params.listId), request);
  return { list, agencyName: portal.agencyName };
}

/** The sheet that both sides sign: what was given to the post, under which numbers. */
export default function PostalListPage({ loaderData: { list, agencyName } }: Route.ComponentProps) {
  const { t } = useTexts();
  const numbers = new Map(list.items.map((row, at) => [row.dossierId, at + 1]));
  const columns: readonly Column<PostalRow>[] = [
    { key: 'order', header: t('post.list.order'), cell: (row) => numbers.get(row.dossierId) },
    { key: 'dossier', header: t('post.desk.dossier'), isName: true, cell: (row) => row.code },
    { key: 'to', header: t('post.desk.to'), cell: (row) => <SentTo row={row} /> },
    {
      key: 'number',
      header: t('post.desk.number'),
      cell: (row) => <span className="mc-number">{row.trackingNumber}</span>,
    },
  ];
  return (
    <article className="mc-sheet mc-stack">
      <title>{t('post.list.title')}</title>
      <p className="mc-no-print mc-row mc-row--apart">
        <a href="/can-bo/buu-chinh">{t('post.list.back')}</a>
        <span className="mc-subtle">{t('procedure.print.how')}</span>
      </p>
      <p className="mc-sheet__agency">{agencyName}</p>
      <h1>{t('post.list.title')}</h1>
      <p>
        {t('post.list.handed', {
          at: formatDateTime(new Date(list.handedAt)),
          unit: list.unit.name,
          count: list.items.length,
        })}
      </p>
      <DataTable
        caption={t('post.list.title')}
        columns={columns}
        rows={list.items}
        keyOf={(row) => row.dossierId}
      />
      <div className="mc-sign-pair">
        <Signature side={t('post.list.giver')} name={list.handedBy} />
        <Signature side={t('post.list.taker')} />
      </div>
    </article>
  );
}

function Signature({ side, name }: { readonly side: string; readonly name?: string }) {
  const { t } = useTexts();
  return (
    <div>
      <p>
        <strong>{side}</strong>
      </p>
      <p className="mc-small mc-subtle">{t('post.list.sign')}</p>
      <p className="mc-sign-pair__name">{name}</p>
    </div>
  );
}
