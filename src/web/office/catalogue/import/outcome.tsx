import { redirect } from 'react-router';
import type { ImportView, WrongPlace } from '../../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext, commandOf } from '../../../context.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { catalogueHome } from '../addresses.ts';
import type { Route } from './+types/outcome.ts';
import { Effect } from './effect.tsx';
import { Settle } from './settle.tsx';

/** Wrong places shown on the page; the list to take home has them all. */
const mostShown = 200;

/** What a file holds and what taking it in would do, or did. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const found = orErrorPage(await modules.catalogue.imports.get(caller, params.importId));
  return { ...found, wrong: found.wrong.slice(0, mostShown) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const choice = form.get('choice');
  const settled = await app.modules.catalogue.imports.settle(commandOf(app, form), {
    importId: params.importId,
    choice: choice === 'rest' || choice === 'whole' ? choice : 'nothing',
  });
  if (!settled.ok) return refusedPage(settled.refusal);
  throw redirect(`${catalogueHome}/nhap/${params.importId}`);
}

export default function ImportOutcome({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { fileName, state, wrongCount, wrong, importId, read, ready } = loaderData;
  const back = { href: `${catalogueHome}/nhap`, text: t('catalogue.import.title') };
  const lead = t('catalogue.import.found', { read, wrong: wrongCount });
  return (
    <div className="mc-stack">
      <PageTitle title={fileName} lead={lead} back={back} />
      <ErrorSummary refusal={actionData?.refusal} />
      {state === 'waiting' ? null : (
        <Notice tone={state === 'applied' ? 'success' : 'neutral'} announced>
          <p>{t(`catalogue.import.done.${state}`)}</p>
        </Notice>
      )}
      <Effect effect={loaderData.effect} state={state} />
      {state === 'waiting' ? <Settle ready={ready} wrongCount={wrongCount} /> : null}
      {wrongCount === 0 ? null : (
        <section className="mc-stack mc-stack--snug" aria-labelledby="cho-sai">
          <div className="mc-row mc-row--apart">
            <h2 id="cho-sai">{t('catalogue.import.places', { count: wrongCount })}</h2>
            <a href={`${catalogueHome}/nhap/${importId}/cho-sai.csv`}>{t('catalogue.import.places.csv')}</a>
          </div>
          <DataTable
            caption={t('catalogue.import.places', { count: wrongCount })}
            columns={columnsOf(t)}
            rows={wrong}
            keyOf={keyOf}
          />
          {wrongCount > wrong.length ? (
            <p className="mc-subtle">
              {t('catalogue.import.places.more', { count: wrongCount - wrong.length })}
            </p>
          ) : null}
        </section>
      )}
    </div>
  );
}

type Shown = ImportView['wrong'][number];

function keyOf({ sheet, row, column, reason, detail }: Shown): string {
  return [sheet, row, column, reason, detail].join(' ');
}

function columnsOf(t: Translate): readonly Column<WrongPlace>[] {
  return [
    {
      key: 'place',
      header: t('catalogue.import.place'),
      isName: true,
      cell: ({ sheet, row, column }) =>
        sheet === undefined
          ? t('catalogue.import.place.line', { row, column: column ?? '' })
          : t('catalogue.import.place.cell', { sheet, row, column: column ?? '' }),
    },
    { key: 'header', header: t('catalogue.import.column'), cell: ({ header }) => header ?? '–' },
    { key: 'code', header: t('procedure.code'), cell: ({ code }) => code ?? '–' },
    {
      key: 'reason',
      header: t('catalogue.import.why'),
      cell: ({ reason, detail }) => (
        <span className="mc-stack mc-stack--tight">
          <span>{t(`catalogue.import.reason.${reason}`)}</span>
          {detail === undefined ? null : <span className="mc-subtle mc-small">{detail}</span>}
        </span>
      ),
    },
  ];
}
