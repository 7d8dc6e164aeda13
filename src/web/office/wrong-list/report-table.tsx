import type { WrongListReport } from '../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReportStanding } from '../../ui/wrong-list/report-told.tsx';
import { reportAddress } from './addresses.ts';

export interface ReportTableProps {
  readonly reports: readonly WrongListReport[];
  readonly caption: string;
}

/** Reports one a row: what is said to be wrong, by whom, until when, and where it stands. */
export function ReportTable({ reports, caption }: ReportTableProps) {
  const { t } = useTexts();
  return (
    <DataTable caption={caption} columns={columnsOf(t)} rows={reports} keyOf={({ reportId }) => reportId} />
  );
}

function columnsOf(t: Translate): readonly Column<WrongListReport>[] {
  return [
    {
      key: 'what',
      header: t('wrong-list.what'),
      isName: true,
      cell: ({ reportId, code, procedureName, part, component }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={reportAddress(reportId)}>{component ?? t(`wrong-list.part.${part}`)}</a>
          <span className="mc-subtle mc-small">
            {code} {procedureName}
          </span>
        </span>
      ),
    },
    { key: 'by', header: t('wrong-list.reporter'), cell: ({ reporter }) => <Reporter reporter={reporter} /> },
    {
      key: 'due',
      header: t('wrong-list.due'),
      cell: ({ dueAt }) => <DateTime at={new Date(dueAt)} />,
    },
    { key: 'state', header: t('wrong-list.state'), cell: (report) => <ReportStanding report={report} /> },
  ];
}

/** An officer with their unit; a citizen stays unnamed. */
export function Reporter({ reporter }: Pick<WrongListReport, 'reporter'>) {
  const { t } = useTexts();
  if (reporter.kind !== 'officer') return <>{t(`wrong-list.reporter.${reporter.kind}`)}</>;
  return <>{[reporter.name, reporter.unit].filter((each) => each !== undefined).join(', ')}</>;
}
