import type { DraftHistoryLine } from '../../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { DateTime } from '../../../ui/moments.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { draftAddress } from '../addresses.ts';
import type { Route } from './+types/history.ts';
import { placeWords, valueWords } from './place-words.ts';
import type { Row } from './row-values.ts';

/** Who changed which place of a draft, from what to what, latest first. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const after = new URL(request.url).searchParams.get('sau') ?? undefined;
  const { queries } = modules.catalogue;
  const { draftId, code, document } = orErrorPage(await queries.getDraft(caller, params.draftId));
  const page = orErrorPage(await queries.draftHistory(caller, { draftId, ...(after && { after }) }));
  return { ...page, draftId, code, document: document as Row, isFirst: after === undefined };
}

export default function DraftHistory({ loaderData }: Route.ComponentProps) {
  const { items, next, draftId, code, document, isFirst } = loaderData;
  const { t } = useTexts();
  const address = `${draftAddress(draftId)}/lich-su`;
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('catalogue.edit.history')}
        lead={t('catalogue.edit.history.lead')}
        back={{ href: draftAddress(draftId), text: t('catalogue.edit.title', { code }) }}
      />
      {items.length === 0 ? (
        <EmptyState title={t('catalogue.edit.history.none')} />
      ) : (
        <DataTable
          caption={t('catalogue.edit.history')}
          columns={columnsOf(document, t)}
          rows={items}
          keyOf={({ seq }) => String(seq)}
        />
      )}
      <Pager
        next={next === undefined ? undefined : `${address}?sau=${encodeURIComponent(next)}`}
        first={isFirst ? undefined : address}
      />
    </div>
  );
}

function columnsOf(document: Row, t: Translate): readonly Column<DraftHistoryLine>[] {
  return [
    {
      key: 'place',
      header: t('catalogue.edit.history.place'),
      isName: true,
      cell: ({ pointer }) => placeWords(pointer.split('/').slice(1), document, t),
    },
    {
      key: 'before',
      header: t('catalogue.edit.history.before'),
      cell: ({ op, before, pointer }) => (
        <del className="mc-was">
          {op === 'move' ? '' : valueWords(before, pointer.split('/').slice(1), document) || '–'}
        </del>
      ),
    },
    {
      key: 'after',
      header: t('catalogue.edit.history.after'),
      cell: ({ after, pointer }) => (
        <ins className="mc-now">{valueWords(after, pointer.split('/').slice(1), document) || '–'}</ins>
      ),
    },
    {
      key: 'who',
      header: t('catalogue.edit.history.who'),
      cell: ({ changed }) => changed.by ?? t('catalogue.edit.system'),
    },
    {
      key: 'at',
      header: t('catalogue.edit.history.at'),
      cell: ({ changed }) => <DateTime at={new Date(changed.at)} />,
    },
  ];
}
