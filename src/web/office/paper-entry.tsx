import type { ReactNode } from 'react';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Translate } from '../../texts/translate.ts';
import { useProblems } from '../ui/fields.tsx';
import { StatusTag, type Tone } from '../ui/status-tag.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { ListedPaper } from './listed-paper.ts';
import { PaperCheck, type PaperCheckProps } from './paper-check.tsx';
import type { Typed } from './typed.ts';

export interface PaperEntryProps {
  readonly paper: ListedPaper;
  /** The officer checks it here and now, for this form. */
  readonly check?:
    | {
        readonly form: string;
        readonly prefix: string;
        readonly typed: Typed;
        readonly refusal: Refusal | undefined;
      }
    | undefined;
  /** Where a mistake in the list about this paper is reported. */
  readonly reportAddress?: string;
  /** Condition, note, files. */
  readonly children?: ReactNode;
}

const needs = { required: 'info', conditional: 'neutral', unverified: 'warning' } as const satisfies Record<
  ListedPaper['need'],
  Tone
>;

/** One paper: what the list asks, what was handed in, and the officer's check. */
export function PaperEntry({ paper, check, reportAddress, children }: PaperEntryProps) {
  const { t } = useTexts();
  const problem = useProblems(check?.refusal)(`/components/${paper.key}`);
  return (
    <li
      id={check === undefined ? undefined : `${check.prefix}components.${paper.key}`}
      tabIndex={check === undefined ? undefined : -1}
      data-need={paper.need}
      data-wrong={problem === undefined ? undefined : ''}
    >
      <p className="mc-papers__name">{paper.name}</p>
      <p className="mc-papers__facts">
        <StatusTag tone={needs[paper.need]}>{t(`office.papers.need.${paper.need}`)}</StatusTag>
        <span>{paper.byForm ? t('office.papers.by-form') : t(`office.papers.mode.${paper.mode}`)}</span>
        <span>{paper.paperless ? t('paperless.paper') : countsText(paper, t)}</span>
      </p>
      {children}
      {problem === undefined ? null : (
        <p className="ds-validation-message" data-color="danger">
          {problem}
        </p>
      )}
      {check === undefined ? <Received paper={paper} /> : <PaperCheck {...checkProps(paper, check)} />}
      {reportAddress === undefined ? null : (
        <p className="mc-small">
          <a href={reportAddress} aria-label={t('wrong-list.paper.name', { name: paper.name })}>
            {t('wrong-list.paper')}
          </a>
        </p>
      )}
    </li>
  );
}

function checkProps(paper: ListedPaper, check: NonNullable<PaperEntryProps['check']>): PaperCheckProps {
  return { paper, ...check };
}

/** How many the list asks for; nothing where it is not known. */
export function countsText(paper: ListedPaper, t: Translate): string {
  const counts = [
    [paper.originals, 'originals'],
    [paper.copies, 'copies'],
    [paper.certifiedCopies, 'certified'],
  ] as const;
  return counts
    .flatMap(([count, kind]) =>
      count === undefined || count === 0 ? [] : [t(`procedure.papers.${kind}`, { count })],
    )
    .join(', ');
}

function Received({ paper }: { readonly paper: ListedPaper }) {
  const { t } = useTexts();
  const { receivedOriginals = 0, receivedCopies = 0, comparedWithOriginal = false, note } = paper;
  const counts = [
    ...(receivedOriginals > 0 ? [t('procedure.papers.originals', { count: receivedOriginals })] : []),
    ...(receivedCopies > 0 ? [t('procedure.papers.copies', { count: receivedCopies })] : []),
  ];
  return (
    <>
      {counts.length === 0 ? null : (
        <p className="mc-small">{t('office.papers.received', { counts: counts.join(', ') })}</p>
      )}
      {comparedWithOriginal ? (
        <p className="mc-small">
          <StatusTag tone="success">
            {t(paper.signed ? 'paperless.signed.done' : 'office.papers.compared')}
          </StatusTag>
        </p>
      ) : null}
      {note === undefined ? null : <p className="mc-small">{t('office.papers.noted', { note })}</p>}
    </>
  );
}
