import { redirect } from 'react-router';
import type { WrongCell } from '../../../../modules/identity/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext, commandOf } from '../../../context.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { activationHome, peopleImportHome } from '../addresses.ts';
import type { Route } from './+types/outcome.ts';
import { CodeSheet, IssueCodes } from './codes.tsx';
import { Settle } from './settle.tsx';

/** Wrong places shown on the page; the list to take home has more. */
const mostShown = 200;

/** What a file of people holds and what taking it in would do, or did. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const found = orErrorPage(await modules.identity.people.queries.getImport(caller, params.importId));
  return { ...found, wrong: found.wrong.slice(0, mostShown), places: found.wrong.length };
}

/** Takes the file in, lays it aside, or issues codes: these are in the answer to the form itself, shown this once. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { commands } = app.modules.identity.people;
  const asked = form.get('accountIds');
  if (typeof asked === 'string') {
    const issued = await commands.issueCodes(commandOf(app, form), { accountIds: asked.split(',') });
    if (!issued.ok) return refusedPage(issued.refusal, { slips: undefined, link: undefined });
    return { refusal: undefined, slips: issued.value, link: new URL(activationHome, app.baseUrl).href };
  }
  const choice = form.get('choice');
  const settled = await commands.settlePeople(commandOf(app, form), {
    importId: params.importId,
    choice: choice === 'rest' || choice === 'whole' ? choice : 'nothing',
  });
  if (!settled.ok) return refusedPage(settled.refusal, { slips: undefined, link: undefined });
  throw redirect(`${peopleImportHome}/${encodeURIComponent(params.importId)}`);
}

export default function PeopleImportOutcome({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { fileName, state, effect, read, wrongRows, isRechecked, withoutCode } = loaderData;
  const { slips, link } = actionData ?? {};
  return (
    <div className="mc-stack">
      <PageTitle
        title={fileName}
        lead={t('people.import.found', { read, wrong: wrongRows })}
        back={{ href: peopleImportHome, text: t('people.import.title') }}
      />
      <ErrorSummary refusal={actionData?.refusal} />
      {slips && link ? <CodeSheet slips={slips} link={link} /> : null}
      <div className={slips ? 'mc-stack mc-no-print' : 'mc-stack'}>
        {state === 'waiting' ? null : (
          <Notice tone={state === 'applied' ? 'success' : 'neutral'} announced>
            <p>{t(`people.import.done.${state}`)}</p>
          </Notice>
        )}
        {state === 'waiting' && isRechecked ? (
          <Notice tone="warning" announced>
            <p>{t('people.import.rechecked')}</p>
          </Notice>
        ) : null}
        {state === 'discarded' ? null : (
          <section className="mc-stack mc-stack--snug" aria-labelledby="tac-dong">
            <h2 id="tac-dong">{t(state === 'applied' ? 'people.import.did' : 'people.import.would')}</h2>
            <DefinitionList
              items={[
                { term: t('people.import.accounts'), value: effect.accounts },
                { term: t('people.import.known'), value: effect.known },
                { term: t('people.import.posts'), value: effect.posts },
              ]}
            />
          </section>
        )}
        {state === 'waiting' ? <Settle ready={effect.posts} wrongRows={wrongRows} /> : null}
        {withoutCode.length === 0 ? null : <IssueCodes accountIds={withoutCode} />}
        {wrongRows === 0 ? null : <WrongCells {...loaderData} />}
      </div>
    </div>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function WrongCells({ wrong, wrongRows, places, importId }: Loaded) {
  const { t } = useTexts();
  const title = t('people.import.places', { count: wrongRows });
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cho-sai">
      <div className="mc-row mc-row--apart">
        <h2 id="cho-sai">{title}</h2>
        <a href={`${peopleImportHome}/${importId}/cho-sai.csv`}>{t('people.import.places.csv')}</a>
      </div>
      <DataTable caption={title} columns={columnsOf(t)} rows={wrong} keyOf={keyOf} />
      {places > wrong.length ? (
        <p className="mc-subtle">{t('people.import.places.more', { count: places - wrong.length })}</p>
      ) : null}
    </section>
  );
}

function keyOf({ row, column, reason, detail }: WrongCell): string {
  return [row, column, reason, detail].join(' ');
}

function columnsOf(t: Translate): readonly Column<WrongCell>[] {
  return [
    {
      key: 'place',
      header: t('people.import.place'),
      isName: true,
      cell: ({ row, column }) =>
        column === undefined
          ? t('people.import.place.row', { row })
          : t('people.import.place.cell', { row, column }),
    },
    { key: 'header', header: t('people.import.column'), cell: ({ header }) => header ?? '–' },
    {
      key: 'reason',
      header: t('people.import.why'),
      cell: ({ reason, detail }) => (
        <span className="mc-stack mc-stack--tight">
          <span>{t(`people.import.reason.${reason}`)}</span>
          {detail === undefined ? null : <span className="mc-subtle mc-small">{detail}</span>}
        </span>
      ),
    },
  ];
}
