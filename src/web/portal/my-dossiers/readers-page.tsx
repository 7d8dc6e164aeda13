import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { AccessLine } from '../../../modules/audit/contract.ts';
import type { ProcessingView } from '../../../modules/privacy/contract.ts';
import { hasText } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
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
  const { register, unmaskReasons } = app.modules.privacy;
  const lines = items.map((line) => ({
    ...line,
    purpose: register.purposeOf(line.query, plainDateOf(new Date(line.at))),
    reason: unmaskReasons.find(({ key }) => line.query === `dossiers.unmask.${key}`)?.name,
  }));
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

interface ReadingLine extends AccessLine {
  readonly purpose: ProcessingView | undefined;
  /** Why what is masked otherwise was seen whole. */
  readonly reason: string | undefined;
}

function Reading({ line: { at, query, reader, own, purpose, reason } }: { readonly line: ReadingLine }) {
  const { t } = useTexts();
  const what = `audit.purpose.${query.split('.').slice(0, 2).join('.')}`;
  const post = [reader.title, reader.unit].filter((part) => part !== undefined).join(', ');
  return (
    <li className="mc-card">
      <div className="mc-stack mc-stack--tight">
        <p className="mc-strong">
          {own ? t('audit.readers.you') : reader.name || t('audit.readers.by-code')}
        </p>
        {post === '' ? null : <p>{post}</p>}
        <p>{t(hasText(what) ? what : 'audit.purpose.other')}</p>
        {reason === undefined ? null : <p>{t('privacy.reason-of-reading', { reason })}</p>}
        {purpose === undefined || own ? null : (
          <>
            <p className="mc-small">{t('privacy.purpose-of-reading', { name: purpose.name })}</p>
            <details className="mc-small">
              <summary>{t('privacy.basis-of-reading')}</summary>
              <p>{purpose.basis}</p>
            </details>
          </>
        )}
        <p className="mc-subtle mc-small">
          <DateTime at={new Date(at)} />
        </p>
      </div>
    </li>
  );
}
