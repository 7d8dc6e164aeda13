import type { ReactNode } from 'react';
import type { DraftView } from '../../../modules/process/public.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';

const pages = ['', 'so-do', 'mo-phong', 'kiem-tra'] as const;

const words = {
  '': 'process.tab.table',
  'so-do': 'process.tab.diagram',
  'mo-phong': 'process.tab.simulation',
  'kiem-tra': 'process.tab.check',
} as const;

export interface DraftFrameProps {
  readonly draft: Pick<DraftView, 'draftId' | 'content' | 'findings'>;
  readonly procedureName: string | undefined;
  readonly current: (typeof pages)[number];
  readonly children: ReactNode;
}

/** What stands above every page of a draft: its name, for what, and the ways to look at it. */
export function DraftFrame({ draft, procedureName, current, children }: DraftFrameProps) {
  const { t } = useTexts();
  const { draftId, content } = draft;
  const errors = draft.findings.filter(({ severity }) => severity === 'error').length;
  const lead =
    procedureName === undefined
      ? t('process.serves.none')
      : `${procedureName} – ${content.procedures.join(', ')}`;
  return (
    <>
      <PageTitle
        title={content.name === '' ? t('process.unnamed') : content.name}
        lead={lead}
        back={{ href: '/can-bo/quy-trinh', text: t('process.list.title') }}
      />
      <nav aria-label={t('process.tabs')} className="mc-views">
        <ul>
          {pages.map((page) => (
            <li key={page}>
              <a
                href={`/can-bo/quy-trinh/${draftId}${page === '' ? '' : `/${page}`}`}
                aria-current={page === current ? 'page' : undefined}
              >
                {t(words[page])}
                {page === 'kiem-tra' && errors > 0 ? (
                  <span className="mc-views__count">{t('process.tab.errors', { count: errors })}</span>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
