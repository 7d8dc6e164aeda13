import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/heads-page.ts';

const address = '/nhat-ky-niem-phong';

/** The seals of days, for everybody: whoever keeps a copy can prove later that nobody rewrote the journal. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules } = context.get(appContext);
  const before = new URL(request.url).searchParams.get('truoc') ?? undefined;
  return { ...(await modules.audit.queries.heads(before)), first: before === undefined };
}

export default function HeadsPage({ loaderData: { items, next, first } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('audit.heads.title')} lead={t('audit.heads.lead')} />
      {items.length === 0 ? (
        <EmptyState title={t('audit.heads.none')}>
          <p>{t('audit.heads.none.body')}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            <a href={`${address}.json`}>{t('audit.heads.download')}</a>
          </p>
          <ul className="mc-cards">
            {items.map((head) => (
              <li key={head.day} className="mc-card">
                <div className="mc-stack mc-stack--tight">
                  <p className="mc-strong">
                    {t('audit.heads.day', { day: formatDate(head.day), position: head.position })}
                  </p>
                  <p>
                    <code className="mc-code mc-break">{head.hash}</code>
                  </p>
                  <p className="mc-subtle mc-small">
                    {t('audit.heads.stamped', { authority: head.authority })}{' '}
                    <DateTime at={new Date(head.stampedAt)} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Pager
        next={next === undefined ? undefined : `${address}?truoc=${next}`}
        first={first ? undefined : address}
      />
    </div>
  );
}
