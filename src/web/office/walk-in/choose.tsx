import { redirect } from 'react-router';
import type { ProcedureBrief } from '../../../modules/catalogue/public.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/choose.ts';

export const handle: PageHandle = { js: true };

/** Procedures to receive: the commonest first, or what was searched; a whole code opens its page at once. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim();
  const found = orErrorPage(await modules.catalogue.findProcedures(caller, { q, limit: 20 }));
  const [first] = found.items;
  if (first?.code === q) throw redirect(walkInAddress(first));
  return { q, procedures: found.items };
}

export default function ChooseProcedure({ loaderData }: Route.ComponentProps) {
  const { q, procedures } = loaderData;
  const { t } = useTexts();
  useListKeys();
  return (
    <>
      <PageTitle title={t('office.walk-in.title')} lead={t('office.walk-in.lead')} />
      <div className="mc-stack">
        <search>
          <form className="mc-choose">
            <TextField
              name="q"
              id="tim-thu-tuc"
              label={t('office.walk-in.search')}
              hint={t('office.walk-in.search.hint')}
              value={q}
              autoFocus
            />
            <button type="submit" className="ds-button" data-variant="primary">
              {t('office.search.submit')}
            </button>
          </form>
        </search>
        {procedures.length === 0 ? (
          <EmptyState icon="search" title={t('office.walk-in.nothing', { text: q })}>
            <p>{t('office.walk-in.nothing.body')}</p>
          </EmptyState>
        ) : (
          <section className="mc-stack mc-stack--snug" aria-labelledby="thu-tuc">
            <h2 id="thu-tuc">{t(q === '' ? 'office.walk-in.common' : 'office.walk-in.found')}</h2>
            <ul className="mc-picks">
              {procedures.map((procedure) => (
                <Pick key={procedure.code} procedure={procedure} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Pick({ procedure }: { readonly procedure: ProcedureBrief }) {
  return (
    <li data-list-row="">
      <a href={walkInAddress(procedure)}>{procedure.shortName ?? procedure.name}</a>
      <span className="mc-subtle mc-small">
        {procedure.code} – {procedure.sector}
      </span>
    </li>
  );
}

function walkInAddress({ code }: { readonly code: string }): string {
  return `/can-bo/tiep-nhan/${encodeURIComponent(code)}`;
}
