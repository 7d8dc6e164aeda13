import type { HeadView } from '../../../modules/audit/contract.ts';
import type { TextKey } from '../../../texts/catalogue.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/heads-page.ts';
import { HowToCheck } from './how-to-check.tsx';

const address = '/nhat-ky-niem-phong';

/** The seals of days, for everybody: whoever keeps a copy can prove later that nobody rewrote the journal. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const before = new URL(request.url).searchParams.get('truoc') ?? undefined;
  const { heads, waitingDays } = modules.audit.queries;
  const first = before === undefined;
  const [page, waiting] = await Promise.all([heads(before), first ? waitingDays(caller.now) : []]);
  return { ...page, waiting, first };
}

export default function HeadsPage({ loaderData }: Route.ComponentProps) {
  const { items, waiting, next, first } = loaderData;
  const { t } = useTexts();
  const newest = items.find(({ stampKind }) => stampKind === 'token');
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('audit.heads.title')} lead={t('audit.heads.lead')} />
      {waiting.length > 0 && (
        <Notice tone="warning">
          <p>{t('audit.heads.waiting', { days: waiting.map((day) => formatDate(day)).join(', ') })}</p>
        </Notice>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('audit.heads.none')}>
          <p>{t('audit.heads.none.body')}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            <a href={`${address}.json`}>{t('audit.heads.download')}</a>
          </p>
          {newest && <HowToCheck address={address} day={newest.day} />}
          <ul className="mc-cards">
            {items.map((head) => (
              <li key={head.day} className="mc-card">
                <HeadCard head={head} />
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

const authorities: ReadonlyMap<string, TextKey> = new Map([
  ['rfc3161', 'audit.authority.rfc3161'],
  ['rfc3161-mo-phong', 'audit.authority.rfc3161-simulated'],
  ['khoa-he-thong', 'audit.authority.key'],
  ['mo-phong', 'audit.authority.key'],
]);

function HeadCard({ head }: { readonly head: HeadView }) {
  const { t } = useTexts();
  const name = authorities.get(head.authority);
  const day = formatDate(head.day);
  return (
    <div className="mc-stack mc-stack--tight">
      <h2 className="mc-strong">{t('audit.heads.day', { day, position: head.position })}</h2>
      <p>
        <code className="mc-code mc-break">{head.hash}</code>
      </p>
      <p className="mc-subtle mc-small">
        {t('audit.heads.stamped', { authority: name ? t(name) : head.authority })}{' '}
        <DateTime at={new Date(head.stampedAt)} />
      </p>
      <p className="mc-small">
        <a href={`${address}/${head.day}.txt`} aria-label={t('audit.heads.text.of', { day })}>
          {t('audit.heads.text')}
        </a>
        {head.stampKind === 'token' && (
          <>
            {' · '}
            <a href={`${address}/${head.day}.tsr`} aria-label={t('audit.heads.token.of', { day })}>
              {t('audit.heads.token')}
            </a>
          </>
        )}
      </p>
    </div>
  );
}
