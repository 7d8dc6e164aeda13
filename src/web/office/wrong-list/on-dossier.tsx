import type { WrongListReport } from '../../../modules/catalogue/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { ReportStanding } from '../../ui/wrong-list/report-told.tsx';
import { newReportAddress, ownReportsAddress, reportAddress } from './addresses.ts';

export interface OnDossierProps {
  readonly versionId: string;
  readonly dossierId: string;
  /** The officer's own about this dossier. */
  readonly reports: readonly WrongListReport[];
}

/** The way out of a list that is wrong: what the officer reported with this dossier, with the answers, and the form. */
export function ReportsOnDossier({ versionId, dossierId, reports }: OnDossierProps) {
  const { t } = useTexts();
  return (
    <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="bao-sai">
      <h2 id="bao-sai">{t('wrong-list.title')}</h2>
      {reports.length === 0 ? <p className="mc-small">{t('wrong-list.on-dossier.lead')}</p> : null}
      {reports.map((report) => (
        <div key={report.reportId} className="mc-stack mc-stack--tight">
          <p>
            <a href={reportAddress(report.reportId)}>
              {report.component ?? t(`wrong-list.part.${report.part}`)}
            </a>{' '}
            <ReportStanding report={report} />
          </p>
          {report.answer === undefined ? null : <p className="mc-small mc-said">{report.answer.text}</p>}
        </div>
      ))}
      <p className="mc-row">
        <a href={newReportAddress({ versionId, dossierId })}>{t('wrong-list.on-dossier.report')}</a>
        <a href={ownReportsAddress}>{t('wrong-list.own.title')}</a>
      </p>
    </section>
  );
}
