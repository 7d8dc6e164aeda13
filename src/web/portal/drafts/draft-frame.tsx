import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { DraftView } from '../../../modules/dossiers/contract.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ProgressSteps } from '../../ui/progress-steps.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { DraftStep } from './draft-steps.ts';

export interface DraftFrameProps {
  readonly draft: Pick<DraftView, 'draftId' | 'procedureName' | 'competentUnit' | 'outdated' | 'helps'>;
  readonly steps: readonly DraftStep[];
  /** Key of the step shown. */
  readonly current: string;
  readonly title: string;
  /** The way back of a page beside the steps; otherwise to the step before. */
  readonly back?: { readonly href: string; readonly text: string };
  readonly children: ReactNode;
}

/** What stands above every step of a draft: for whom and where it goes, how far it is, and whether the law has moved on. */
export function DraftFrame({ draft, steps, current, title, back, children }: DraftFrameProps) {
  const { t } = useTexts();
  const index = Math.max(
    0,
    steps.findIndex((step) => step.key === current),
  );
  const previous = steps[index - 1];
  const toPrevious = previous && {
    href: previous.href,
    text: t('draft.back-to', { step: previous.label }),
  };
  const wayBack = back ?? toPrevious;
  return (
    <div className="mc-draft mc-stack mc-stack--loose">
      <div className="mc-stack">
        <p className="mc-subtle">
          {draft.procedureName} · {t('draft.sent-to', { unit: draft.competentUnit.name })}
        </p>
        <ProgressSteps steps={steps.map((step) => step.label)} current={index} />
        <PageTitle title={title} {...(wayBack && { back: wayBack })} />
        {draft.helps === undefined ? null : (
          <p className="mc-strong">{t('consent.helps', { name: draft.helps })}</p>
        )}
        <DraftNotices draftId={draft.draftId} outdated={draft.outdated} />
      </div>
      {children}
    </div>
  );
}

function DraftNotices({ draftId, outdated }: { readonly draftId: string; readonly outdated: boolean }) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  return (
    <>
      {outdated ? (
        <Notice tone="warning" title={t('draft.outdated.title')}>
          <p>{t('draft.outdated.body')}</p>
          <form method="post" action={`/ban-khai/${draftId}`}>
            <RequestId form="renew" />
            <button className="ds-button" data-variant="secondary" name="_action" value="renew" type="submit">
              {t('draft.outdated.renew')}
            </button>
          </form>
        </Notice>
      ) : null}
      {query.has('da-cap-nhat') ? (
        <Notice tone="success" announced>
          <p>{t('draft.renewed')}</p>
        </Notice>
      ) : null}
      {query.has('them') ? (
        <Notice tone="info" announced>
          <p>{t('draft.more-questions')}</p>
        </Notice>
      ) : null}
      {query.has('da-luu') ? (
        <Notice tone="success" announced>
          <p>{t('draft.saved')}</p>
        </Notice>
      ) : null}
    </>
  );
}
