import { redirect } from 'react-router';
import { parsePlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { appContext, commandOf } from '../../../context.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { typedOf } from '../../typed.ts';
import { catalogueHome, draftAddress, officeProcedureAddress } from '../addresses.ts';
import type { Route } from './+types/procedure.ts';
import { Begin } from './begin.tsx';
import { Check, RequiredParts } from './check.tsx';
import { Compare } from './compare.tsx';
import { Decisions } from './decisions.tsx';
import { ServiceLevel } from './service-level.tsx';
import { standingFieldId } from './standing-form.tsx';
import { standingIn } from './standing-in.ts';
import { standingLabel } from './standing-label.ts';
import { Versions } from './versions.tsx';

/**
 * A procedure with its versions and the decisions they rest on, its level of service (on `?ngay=`), what is wrong with it, and the
 * difference of two versions (`?truoc=&sau=`).
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { queries } = modules.catalogue;
  const versions = orErrorPage(await queries.listVersions(caller, params.code));
  const drafts = orErrorPage(await queries.listDrafts(caller, { code: params.code }));
  const [newest] = versions;
  const { searchParams } = new URL(request.url);
  const after = searchParams.get('sau') ?? newest?.versionId ?? '';
  const before = searchParams.get('truoc') ?? versions[1]?.versionId;
  const comparison =
    before === undefined
      ? undefined
      : orErrorPage(
          await queries.compareTexts(caller, { before: { versionId: before }, after: { versionId: after } }),
        );
  const shown = orErrorPage(await modules.catalogue.readVersion(caller, newest?.versionId ?? ''));
  const today = plainDateOf(caller.now);
  const on = parsePlainDate(searchParams.get('ngay') ?? '') ?? today;
  return {
    versions,
    today,
    on,
    decisions: orErrorPage(await queries.decisionsOf(caller, params.code)),
    standings: orErrorPage(await queries.standingsOf(caller, { code: params.code, on })),
    draft: drafts.items[0],
    newest: shown,
    findings: orErrorPage(await queries.lint(caller, { of: { versionId: shown.id } })),
    compared: { before, after },
    comparison: comparison && { sentences: comparison.sentences, rows: comparison.rows },
  };
}

/** Sets one of the four values of the level of service; then the page as it stands on the value's first day. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const wanted = standingIn(form, params.code);
  const recorded = await app.modules.catalogue.commands.recordStanding(commandOf(app, form), wanted);
  if (!recorded.ok) return refusedPage(recorded.refusal, { typed: typedOf(form) });
  const query = new URLSearchParams({ ngay: wanted.from ?? '' });
  throw redirect(`${officeProcedureAddress(params.code)}?${query}#muc-do`);
}

export default function OfficeProcedure({ loaderData, actionData }: Route.ComponentProps) {
  const { versions, today, draft, newest, findings, compared, comparison } = loaderData;
  const { t } = useTexts();
  const stage = actionData?.typed.stage ?? '';
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={newest.name} back={back} lead={`${newest.code} · ${newest.sector}`}>
        <div className="mc-row">
          <a href={`/thu-tuc/${newest.code}`}>{t('catalogue.procedure.public')}</a>
          <a href={`${catalogueHome}/xuat?dang=excel&ma=${newest.code}`}>{t('catalogue.procedure.export')}</a>
        </div>
      </PageTitle>
      <ErrorSummary
        refusal={actionData?.refusal}
        idOf={(pointer) => standingFieldId(stage, pointer.slice(1))}
        labelOf={(pointer) => standingLabel(pointer, t)}
      />
      {draft === undefined ? null : (
        <Notice tone="info">
          <p>
            {t('catalogue.procedure.draft', {
              state: t(`catalogue.edit.state.${draft.state}`).toLocaleLowerCase('vi'),
            })}{' '}
            <a href={draftAddress(draft.draftId)}>{t('catalogue.office.open-draft')}</a>
          </p>
        </Notice>
      )}
      <div className="mc-drafting">
        <div className="mc-stack mc-stack--loose">
          <Decisions versions={versions} decisions={loaderData.decisions} today={today} />
          <ServiceLevel standings={loaderData.standings} on={loaderData.on} refused={actionData} />
          {versions.length < 2 ? null : (
            <Compare versions={versions} compared={compared} comparison={comparison} />
          )}
          <Check findings={findings} />
          <RequiredParts content={newest.content} />
        </div>
        <aside className="mc-stack">
          <Versions versions={versions} today={today} />
          <Begin versionId={newest.id} code={newest.code} isDrafted={draft !== undefined} />
        </aside>
      </div>
    </div>
  );
}
