import type { Refusal } from '../../../kernel/refusal.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle, type PageTitleProps } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** What may come in as a file: each has its own words. */
type Area = 'catalogue' | 'people';

interface ImportBrief {
  readonly importId: string;
  readonly fileName: string;
  readonly state: 'waiting' | 'applied' | 'discarded';
  readonly stagedAt: Date | string;
  readonly read: number;
  readonly wrong: number;
}

interface ImportPageProps {
  readonly area: Area;
  /** Address of this page; the file is sent below it. */
  readonly home: string;
  readonly template: string;
  readonly back: NonNullable<PageTitleProps['back']>;
  /** Endings of files the chooser offers. */
  readonly accept: string;
  readonly refusal: Refusal | undefined;
  readonly imports: readonly ImportBrief[];
}

/** Where a file is sent in to be read and shown before anything is taken over, and what was sent lately. */
export function ImportPage({ area, home, template, back, accept, refusal, imports }: ImportPageProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t(`${area}.import.title`)} lead={t(`${area}.import.lead`)} back={back} />
      <ErrorSummary refusal={refusal} />
      <form
        method="post"
        action={`${home}/tep`}
        encType="multipart/form-data"
        className="mc-panel mc-stack mc-stack--snug"
      >
        <RequestId form="nhap" />
        <div className="ds-field">
          <label className="ds-label" data-weight="medium" htmlFor="tep">
            {t(`${area}.import.file`)}
          </label>
          <p className="mc-subtle mc-small" id="tep-goi-y">
            {t(`${area}.import.file.hint`)}
          </p>
          <input
            className="ds-input"
            id="tep"
            type="file"
            name="tep"
            required
            accept={accept}
            aria-describedby="tep-goi-y"
          />
        </div>
        <div className="mc-row">
          <button type="submit" className="ds-button" data-variant="primary">
            {t('import.send')}
          </button>
          <a href={template}>{t('import.template')}</a>
        </div>
      </form>
      {imports.length === 0 ? null : (
        <section className="mc-stack mc-stack--snug" aria-labelledby="gan-day">
          <h2 id="gan-day">{t(`${area}.import.latest`)}</h2>
          <DataTable
            caption={t(`${area}.import.latest`)}
            columns={columnsOf(t, area, home)}
            rows={imports}
            keyOf={({ importId }) => importId}
          />
        </section>
      )}
    </div>
  );
}

function columnsOf(t: Translate, area: Area, home: string): readonly Column<ImportBrief>[] {
  return [
    {
      key: 'file',
      header: t('import.file-name'),
      isName: true,
      cell: ({ importId, fileName }) => <a href={`${home}/${importId}`}>{fileName}</a>,
    },
    {
      key: 'at',
      header: t('import.at'),
      cell: ({ stagedAt }) => <DateTime at={new Date(stagedAt)} />,
    },
    { key: 'state', header: t('import.state'), cell: ({ state }) => t(`import.state.${state}`) },
    { key: 'read', header: t(`${area}.import.read`), align: 'end', cell: ({ read }) => read },
    { key: 'wrong', header: t(`${area}.import.wrong`), align: 'end', cell: ({ wrong }) => wrong },
  ];
}

/** Why the file sent last was not read, of the address the browser was sent back to; only sentences of this module are said. */
export function importRefusalIn(address: string, module: 'catalogue' | 'identity'): Refusal | undefined {
  const type = new URL(address).searchParams.get('loi');
  return type?.startsWith(`${module}.`) && hasText(type) ? { kind: 'invalid', type } : undefined;
}
