import type { OwnReading } from '../../../modules/audit/contract.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/readings-page.ts';
import { Reading } from './reading.tsx';
import { withPurposes } from './with-purposes.ts';

const home = '/tai-khoan/nguoi-xem';

/** Who else read anything kept of the citizen: their record, their dossiers, dossiers that name them (Law 91/2025/QH15). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const cursor = new URL(request.url).searchParams.get('tu') ?? undefined;
  const { items, next } = orErrorPage(await app.modules.audit.queries.myReadings(app.caller, cursor));
  return { lines: withPurposes(app, items), next, first: cursor === undefined };
}

export default function ReadingsPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { lines, next, first } = loaderData;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('audit.mine.title')}
        lead={t('audit.mine.lead')}
        back={{ href: '/tai-khoan', text: t('account.title') }}
      />
      {lines.length === 0 ? (
        <EmptyState title={t('audit.mine.none')}>
          <p>{t('audit.mine.none.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-cards">
          {lines.map((line) => (
            <Reading key={`${line.at} ${line.query} ${line.reader.name}`} line={line}>
              <About about={line.about} />
            </Reading>
          ))}
        </ul>
      )}
      <Pager
        next={next === undefined ? undefined : `${home}?tu=${encodeURIComponent(next)}`}
        first={first ? undefined : home}
      />
    </div>
  );
}

function About({ about }: Pick<OwnReading, 'about'>) {
  const { t } = useTexts();
  if (about.length === 0) return <p className="mc-small">{t('audit.mine.record')}</p>;
  return (
    <ul className="mc-plain mc-small">
      {about.map(({ code, procedureName, dossierId }) => (
        <li key={code}>
          {dossierId === undefined ? (
            <>
              {t('audit.mine.dossier', { code, procedure: procedureName })} {t('audit.mine.named')}
            </>
          ) : (
            <a href={`/ho-so/${dossierId}`}>{t('audit.mine.dossier', { code, procedure: procedureName })}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
