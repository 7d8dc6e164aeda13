import { redirect } from 'react-router';
import type { MessageView } from '../../../modules/notifications/contract.ts';
import { hasText } from '../../../texts/translate.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/inbox-page.ts';

/** What the offices have told the citizen, newest first. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const { queries } = app.modules.notifications;
  const cursor = new URL(request.url).searchParams.get('tu') ?? undefined;
  const { items, next } = orErrorPage(await queries.inbox(app.caller, cursor));
  return {
    messages: items,
    next,
    first: cursor === undefined,
    unread: await queries.unreadCount(app.caller),
  };
}

/** Marks everything as read. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const marked = await app.modules.notifications.commands.markInboxRead(
    commandOf(app, await request.formData()),
  );
  return marked.ok ? redirect('/hop-thu') : refusedPage(marked.refusal);
}

export default function InboxPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { messages, next, first, unread } = loaderData;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('inbox.title')}
        lead={unread === 0 ? t('inbox.all-read') : t('inbox.unread-count', { count: unread })}
      />
      <ErrorSummary refusal={actionData?.refusal} />
      {unread === 0 ? null : (
        <form method="post">
          <RequestId form="read" />
          <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t('inbox.mark-read')}
          </button>
        </form>
      )}
      {messages.length === 0 ? (
        <EmptyState title={t('inbox.empty')}>
          <p>{t('inbox.empty.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-cards">
          {messages.map((message) => (
            <Message key={message.messageId} message={message} />
          ))}
        </ul>
      )}
      <Pager
        next={next === undefined ? undefined : `/hop-thu?tu=${encodeURIComponent(next)}`}
        first={first ? undefined : '/hop-thu'}
      />
    </div>
  );
}

function Message({ message }: { readonly message: MessageView }) {
  const { t } = useTexts();
  const { textKey, facts, dossierId, createdAt, read } = message;
  return (
    <li className="mc-card" data-unread={!read}>
      <div className="mc-stack mc-stack--tight">
        <p className={read ? undefined : 'mc-strong'}>
          <a href={`/ho-so/${dossierId}`}>{hasText(textKey) ? t(textKey, facts) : textKey}</a>
        </p>
        <p className="mc-subtle mc-small">
          <DateTime at={new Date(createdAt)} />
        </p>
      </div>
      {read ? null : <StatusTag tone="info">{t('inbox.unread')}</StatusTag>}
    </li>
  );
}
