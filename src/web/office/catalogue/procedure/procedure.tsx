import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { catalogueHome, draftAddress } from '../addresses.ts';
import type { Route } from './+types/procedure.ts';
import { Begin } from './begin.tsx';
import { Check, RequiredParts } from './check.tsx';
import { Compare } from './compare.tsx';
import { Versions } from './versions.tsx';

/** A procedure with its versions, what is wrong with it, and the difference of two of them (`?truoc=&sau=`). */
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
  return {
    versions,
    draft: drafts.items[0],
    newest: shown,
    findings: orErrorPage(await queries.lint(caller, { of: { versionId: shown.id } })),
    compared: { before, after },
    comparison: comparison && { sentences: comparison.sentences, rows: comparison.rows },
  };
}

export default function OfficeProcedure({ loaderData }: Route.ComponentProps) {
  const { versions, draft, newest, findings, compared, comparison } = loaderData;
  const { t } = useTexts();
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={newest.name} back={back} lead={`${newest.code} · ${newest.sector}`}>
        <div className="mc-row">
          <a href={`/thu-tuc/${newest.code}`}>{t('catalogue.procedure.public')}</a>
          <a href={`${catalogueHome}/xuat?dang=excel&ma=${newest.code}`}>{t('catalogue.procedure.export')}</a>
        </div>
      </PageTitle>
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
          {versions.length < 2 ? null : (
            <Compare versions={versions} compared={compared} comparison={comparison} />
          )}
          <Check findings={findings} />
          <RequiredParts content={newest.content} />
        </div>
        <aside className="mc-stack">
          <Versions versions={versions} />
          <Begin versionId={newest.id} code={newest.code} isDrafted={draft !== undefined} />
        </aside>
      </div>
    </div>
  );
}
