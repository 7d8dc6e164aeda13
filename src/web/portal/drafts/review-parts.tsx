import type { ReactNode } from 'react';
import type { DescribedLine, DescribedPage } from '../../../modules/forms/contract.ts';
import { fieldId } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { DraftPaper } from './draft-papers.ts';
import { isMissing, paperState } from './paper-state.ts';

/** The answers of one page with the way back to it. */
export function ReviewSection(props: {
  readonly page: DescribedPage;
  readonly href: string;
  readonly unfinished: boolean;
}) {
  const { t } = useTexts();
  const { page, href, unfinished } = props;
  return (
    <section className="mc-review">
      <ReviewHead title={page.label} href={href}>
        {unfinished ? <StatusTag tone="warning">{t('draft.review.page-unfinished')}</StatusTag> : null}
      </ReviewHead>
      <ReviewLines lines={page.lines} />
    </section>
  );
}

function ReviewLines({ lines }: { readonly lines: readonly DescribedLine[] }) {
  const { t } = useTexts();
  return (
    <dl className="mc-facts">
      {lines.map((line) => (
        <div key={line.pointer} id={fieldId(`/answers${line.pointer}`)} tabIndex={-1}>
          <dt>{line.label}</dt>
          <dd>
            {line.rows === undefined
              ? line.text || <span className="mc-subtle">{t('draft.review.no-answer')}</span>
              : line.rows.map((row) => (
                  <div key={row.label} className="mc-review__row">
                    <p className="mc-review__row-label">{row.label}</p>
                    <ReviewLines lines={row.lines} />
                  </div>
                ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The papers with the files given for them. */
export function ReviewPapers({
  papers,
  href,
}: {
  readonly papers: readonly DraftPaper[];
  readonly href: string;
}) {
  const { t } = useTexts();
  if (papers.length === 0) return null;
  return (
    <section className="mc-review">
      <ReviewHead title={t('draft.papers.title')} href={href} />
      <ul className="mc-checklist">
        {papers.map((paper) => (
          <li
            key={paper.key}
            id={`components.${paper.key}`}
            tabIndex={-1}
            data-state={isMissing(paper) ? 'missing' : 'done'}
          >
            <Icon name={isMissing(paper) ? 'alert' : paper.files.length > 0 ? 'check' : 'paper'} />
            <div>
              <div className="mc-checklist__title">{paper.name}</div>
              <div className="mc-subtle mc-small">{paperNote(paper, t)}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Name of a part with the way back to it. */
export function ReviewHead(props: {
  readonly title: string;
  readonly href: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <div className="mc-row mc-row--apart">
      <h2>{props.title}</h2>
      {props.children}
      <a href={props.href}>
        {t('draft.review.edit')}
        <span className="mc-visually-hidden"> – {props.title}</span>
      </a>
    </div>
  );
}

function paperNote(paper: DraftPaper, t: ReturnType<typeof useTexts>['t']): string {
  switch (paperState(paper)) {
    case 'infected':
      return t('draft.papers.infected');
    case 'given':
      return paper.files.map((file) => file.name).join(', ');
    case 'upload':
      return t('draft.papers.state.missing');
    case 'maybe':
      return t('draft.papers.state.maybe');
    case 'form':
      return t('draft.papers.by-form');
    case 'present':
      return t('draft.papers.present');
    case 'unverified':
      return t('draft.papers.unverified');
  }
}
