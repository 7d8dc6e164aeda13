import { Icon } from './icon.tsx';
import { useTexts } from './use-texts.ts';

export interface PagerProps {
  /** Address of the next page; absent on the last. */
  readonly next?: string | undefined;
  /** Address of the first page; absent when this is it. */
  readonly first?: string | undefined;
}

/** Walking a keyset-paged list: forward, or back to its start. No page numbers, no counts. */
export function Pager({ next, first }: PagerProps) {
  const { t } = useTexts();
  if (next === undefined && first === undefined) return null;
  return (
    <nav className="mc-pager mc-no-print mc-row mc-row--apart" aria-label={t('common.pages')}>
      {first === undefined ? <span /> : <a href={first}>{t('common.first-page')}</a>}
      {next === undefined ? null : (
        <a className="ds-button" data-variant="secondary" href={next} rel="next">
          {t('common.next')} <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
