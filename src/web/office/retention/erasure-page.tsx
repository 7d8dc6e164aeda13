import { redirect } from 'react-router';
import type { ErasureItemView, ErasureListView } from '../../../modules/privacy/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/erasure-page.ts';
import { dueAddress, erasureAddress } from './addresses.ts';
import { Confirm } from './confirm.tsx';
import { dayText, kindsText, whatAndWhen } from './due-columns.tsx';
import { ListState } from './lists.tsx';

/** One list to erase with every dossier in it, what became of each, and the second step. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  return { list: orErrorPage(await modules.privacy.retention.erasure(caller, params.erasureId)) };
}

/** Confirms the list, or gives it up. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { erasureId } = params;
  const { retention } = app.modules.privacy;
  const typed = {
    decisionNumber: String(form.get('decisionNumber') ?? ''),
    decidedOn: String(form.get('decidedOn') ?? ''),
  };
  const isDropped = form.get('intent') === 'drop';
  const settled = isDropped
    ? await retention.dropErasure(commandOf(app, form), { erasureId })
    : await retention.confirmErasure(commandOf(app, form), { erasureId, ...typed });
  return settled.ok ? redirect(erasureAddress(erasureId)) : refusedPage(settled.refusal, { typed });
}

export default function ErasurePage({ loaderData: { list }, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  return (
    <div className="mc-stack">
      <PageTitle title={t('retention.list.title')} back={{ href: dueAddress, text: t('retention.title') }}>
        <ListState state={list.state} />
      </PageTitle>
      <ErrorSummary
        refusal={refusal}
        labelOf={(pointer) =>
          t(pointer === '/decidedOn' ? 'retention.confirm.on' : 'retention.confirm.number')
        }
      />
      <Steps list={list} />
      <DataTable
        caption={t('retention.list.title')}
        columns={columnsOf(t)}
        rows={list.lines}
        keyOf={(line) => line.dossierId}
      />
      {list.mayConfirm ? <Confirm list={list} refusal={refusal} typed={actionData?.typed} /> : null}
      {list.state === 'fixed' ? <Drop isOwn={!list.mayConfirm} /> : null}
    </div>
  );
}

/** Who did which step, and how far the job is. */
function Steps({ list }: { readonly list: ErasureListView }) {
  const { t } = useTexts();
  const at = (instant: string) => formatDateTime(new Date(instant));
  const erased = list.lines.filter((line) => line.erasedAt !== undefined).length;
  return (
    <div className="mc-stack mc-stack--tight">
      <p>{t('retention.list.fixed', { name: list.fixedBy, at: at(list.fixedAt), count: list.items })}</p>
      {list.confirmedAt === undefined ? null : (
        <p>
          {t('retention.list.confirmed', {
            name: list.confirmedBy ?? '',
            at: at(list.confirmedAt),
            number: list.decisionNumber ?? '',
            on: dayText(list.decidedOn ?? ''),
          })}
        </p>
      )}
      {list.finishedAt === undefined ? null : (
        <p>
          {t('retention.list.finished', {
            at: at(list.finishedAt),
            erased,
            left: list.lines.length - erased,
          })}
        </p>
      )}
      {list.state === 'running' ? (
        <Notice tone="info">
          <p>{t('retention.list.running')}</p>
        </Notice>
      ) : null}
    </div>
  );
}

function Drop({ isOwn }: { readonly isOwn: boolean }) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-stack mc-stack--snug mc-no-print">
      <RequestId form="bo danh muc" />
      {isOwn ? <p>{t('retention.confirm.other')}</p> : null}
      <div>
        <button className="ds-button" data-variant="secondary" name="intent" value="drop" type="submit">
          {t('retention.drop')}
        </button>
      </div>
    </form>
  );
}

function columnsOf(t: Translate): readonly Column<ErasureItemView>[] {
  return [
    {
      key: 'code',
      header: t('retention.code'),
      isName: true,
      cell: (line) => (
        <a className="mc-whole" href={`/can-bo/ho-so/${line.dossierId}`}>
          {line.code}
        </a>
      ),
    },
    ...whatAndWhen(t),
    {
      key: 'rule',
      header: t('retention.rule'),
      cell: (line) => (
        <div className="mc-room">
          {t('retention.kept', { kinds: kindsText(line.kinds, t), basis: line.basis })}
        </div>
      ),
    },
    { key: 'outcome', header: t('retention.list.outcome'), cell: (line) => outcomeText(line, t) },
  ];
}

function outcomeText({ erasedAt, leftBecause }: ErasureItemView, t: Translate): string {
  if (erasedAt !== undefined) return t('retention.list.erased', { at: formatDateTime(new Date(erasedAt)) });
  return leftBecause === undefined ? t('retention.list.waits') : t(`retention.list.left.${leftBecause}`);
}
