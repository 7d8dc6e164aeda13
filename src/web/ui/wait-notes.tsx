import type { WaitView } from '../../modules/dossiers/contract.ts';
import { DateTime } from './moments.tsx';
import { Notice } from './notice.tsx';
import { useTexts } from './use-texts.ts';

/** Who outside is waited for, since when, by when, and what that asks of the citizen. */
export function WaitNotes({ waits }: { readonly waits: readonly WaitView[] }) {
  const { t } = useTexts();
  return waits.map((wait) => (
    <Notice key={wait.taskId} tone="info" title={t('dossiers.wait.title')}>
      <p lang="vi">{wait.citizenText ?? wait.name}</p>
      <p className="mc-small">
        {t('dossiers.wait.since')} <DateTime at={new Date(wait.since)} />
        {wait.dueAt === undefined ? null : (
          <>
            ; {t('dossiers.wait.due')} <DateTime at={new Date(wait.dueAt)} />
          </>
        )}
        .
      </p>
    </Notice>
  ));
}
