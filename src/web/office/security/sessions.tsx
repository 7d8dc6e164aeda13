import { DateTime } from '../../ui/moments.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { deviceOf } from './device-of.ts';

interface SessionsProps {
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly current: boolean;
    readonly createdAt: string;
    readonly seenAt: string;
    readonly ip?: string;
    readonly userAgent?: string;
    readonly byProvince: boolean;
  }[];
}

/** Machines the account is signed in on; each can be ended from here. */
export function Sessions({ sessions }: SessionsProps) {
  const { t } = useTexts();
  return (
    <section className="mc-panel mc-stack">
      <h2>{t('security.sessions')}</h2>
      <p>{t('security.sessions.body')}</p>
      <ul className="mc-cards">
        {sessions.map(({ sessionId, current, createdAt, seenAt, ip, userAgent, byProvince }) => (
          <li key={sessionId} className="mc-card mc-row mc-row--apart">
            <div className="mc-stack mc-stack--tight">
              <strong>{deviceOf(userAgent) ?? t('security.sessions.unknown')}</strong>
              <span className="mc-subtle mc-small">
                {ip === undefined ? null : <>{t('security.sessions.from', { ip })} · </>}
                {t('security.sessions.since')} <DateTime at={new Date(createdAt)} /> ·{' '}
                {t('security.sessions.seen')} <DateTime at={new Date(seenAt)} />
                {byProvince ? <> · {t('province.session')}</> : null}
              </span>
            </div>
            {current ? (
              <StatusTag tone="success">{t('security.sessions.this')}</StatusTag>
            ) : (
              <form method="post">
                <input type="hidden" name="sessionId" value={sessionId} />
                <button
                  type="submit"
                  name="_action"
                  value="end-session"
                  className="ds-button"
                  data-variant="tertiary"
                >
                  {t('security.sessions.end')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <form method="post">
          <button
            type="submit"
            name="_action"
            value="end-others"
            className="ds-button"
            data-variant="secondary"
          >
            {t('security.sessions.end-others')}
          </button>
        </form>
      )}
    </section>
  );
}
