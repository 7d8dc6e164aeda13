import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { DraftView } from '../../../modules/dossiers/contract.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ProgressSteps } from '../../ui/progress-steps.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { successorText } from '../../ui/successor-text.ts';
import { useTexts } from '../../ui/use-texts.ts';
import type { DraftStep } from './draft-steps.ts';

export interface DraftFrameProps {
  readonly draft: Pick<
    DraftView,
    'draftId' | 'procedureName' | 'competentUnit' | 'outdated' | 'successors' | 'helps'
  >;
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
        <DraftNotices draft={draft} />
      </div>
      {children}
    </div>
  );
}

function DraftNotices({ draft }: Pick<DraftFrameProps, 'draft'>) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  return (
    <>
      {draft.outdated ? <Outdated draft={draft} /> : null}
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

/** The law has moved on, or the agency has: what was filled in goes along, and of several successors one is chosen. */
function Outdated({ draft }: Pick<DraftFrameProps, 'draft'>) {
  const { t } = useTexts();
  const isSplit = draft.successors.length > 0;
  return (
    <Notice tone="warning" title={t(isSplit ? 'draft.split.title' : 'draft.outdated.title')}>
      <p>{isSplit ? t('draft.split.body', { unit: draft.competentUnit.name }) : t('draft.outdated.body')}</p>
      <form method="post" action={`/ban-khai/${draft.draftId}`} className="mc-stack mc-stack--snug">
        <RequestId form="renew" />
        {isSplit ? (
          <SelectField
            name="competentUnitId"
            label={t('draft.split.choose')}
            empty={t('draft.split.none')}
            options={draft.successors.map((each) => ({
              value: each.unitId,
              label: successorText(each, t),
            }))}
          />
        ) : null}
        <div>
          <button className="ds-button" data-variant="secondary" name="_action" value="renew" type="submit">
            {t(isSplit ? 'draft.split.renew' : 'draft.outdated.renew')}
          </button>
        </div>
      </form>
    </Notice>
  );
}
