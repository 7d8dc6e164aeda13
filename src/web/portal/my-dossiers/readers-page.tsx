import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { Reading } from '../account/reading.tsx';
import { withPurposes } from '../account/with-purposes.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/readers-page.ts';

/** Who read this dossier and its papers, and what for (Law 91/2025/QH15: the right to know). */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const cursor = new URL(request.url).searchParams.get('tu') ?? undefined;
  const { items, next } = orErrorPage(
    await app.modules.audit.queries.accesses(app.caller, params.dossierId, cursor),
  );
  const lines = withPurposes(app, items);
  return { address: `/ho-so/${params.dossierId}`, lines, next, first: cursor === undefined };
}

export default function ReadersPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { address, lines, next, first } = loaderData;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('audit.readers.title')}
        lead={t('audit.readers.lead')}
        back={{ href: address, text: t('audit.readers.back') }}
      />
      {lines.length === 0 ? (
        <EmptyState title={t('audit.readers.none')}>
          <p>{t('audit.readers.none.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-cards">
          {lines.map((line) => (
            <Reading key={`${line.at} ${line.query} ${line.reader.name}`} line={line} />
          ))}
        </ul>
      )}
      <Pager
        next={next === undefined ? undefined : `${address}/nguoi-xem?tu=${encodeURIComponent(next)}`}
        first={first ? undefined : `${address}/nguoi-xem`}
      />
    </div>
  );
}
