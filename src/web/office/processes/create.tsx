import { redirect } from 'react-router';
import { appContext, commandOf } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, Tick } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { typedOf } from '../typed.ts';
import type { Route } from './+types/create.ts';

/** The templates to begin from, and the procedure the address names. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { caller, modules } = context.get(appContext);
  requireOfficer(caller, request);
  const code = new URL(request.url).searchParams.get('thu-tuc') ?? '';
  const page =
    code === '' ? undefined : await modules.catalogue.getProcedurePage(caller, { code, answers: {} });
  const version = page?.ok === true ? page.value.version : undefined;
  return {
    code,
    procedureName: version === undefined ? undefined : (version.shortName ?? version.name),
    templates: modules.process.editing.templates.map(({ key, name, note, source, rows }) => ({
      key,
      name,
      note,
      source,
      rows: rows.length,
    })),
  };
}

/** Begins the draft; a version is copied from its own page, which sends `versionId`. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const created = await app.modules.process.editing.createDraft(commandOf(app, form), inputOf(form));
  if (created.ok) return redirect(`/can-bo/quy-trinh/${created.value.draftId}`);
  const { type, params } = created.refusal;
  const open = params?.draftId;
  if (type === 'process.draft-open' && open !== undefined && open !== '')
    return redirect(`/can-bo/quy-trinh/${open}`);
  return refusedPage(created.refusal, { typed: typedOf(form) });
}

function inputOf(form: FormData): unknown {
  const versionId = form.get('versionId');
  if (versionId !== null) return { from: 'version', versionId };
  const template = form.get('template');
  const name = form.get('name');
  const codes = form.get('procedures');
  const procedures = typeof codes === 'string' ? (codes.match(/\d\.\d{6}/g) ?? []) : [];
  return template === '' || template === null
    ? { from: 'blank', name, procedures }
    : { from: 'template', template, name, procedures };
}

export default function CreateProcess({ loaderData, actionData }: Route.ComponentProps) {
  const { code, procedureName, templates } = loaderData;
  const { t } = useTexts();
  const typed = actionData?.typed ?? {};
  const proposed =
    procedureName === undefined ? '' : t('process.create.name-of', { procedure: procedureName });
  return (
    <>
      <PageTitle
        title={t('process.create.title')}
        lead={t('process.create.lead')}
        back={{ href: '/can-bo/quy-trinh', text: t('process.list.title') }}
      />
      <form method="post" className="mc-stack mc-measure">
        <ErrorSummary refusal={actionData?.refusal} />
        <RequestId form="create" />
        <TextField name="name" label={t('process.name')} value={typed.name ?? proposed} />
        <TextField
          name="procedures"
          label={t('process.procedures')}
          hint={t('process.procedures.hint')}
          value={typed.procedures ?? code}
        />
        <fieldset className="ds-fieldset">
          <legend className="ds-label" data-weight="medium">
            {t('process.create.from')}
          </legend>
          <Tick
            type="radio"
            name="template"
            id="template.blank"
            value=""
            checked={(typed.template ?? '') === ''}
            label={t('process.create.blank')}
          />
          {templates.map(({ key, name, note, source, rows }) => (
            <Tick
              key={key}
              type="radio"
              name="template"
              id={`template.${key}`}
              value={key}
              checked={typed.template === key}
              label={
                <>
                  {name} <span className="mc-subtle">({t('process.create.rows', { count: rows })})</span>
                  <span className="mc-subtle mc-small mc-block">
                    {note} {t('process.create.source', { source })}
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('process.create.submit')}
          </button>
        </div>
      </form>
    </>
  );
}
