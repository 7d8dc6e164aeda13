import type { LinkedReport, WrongListReport } from '../../../modules/catalogue/contract.ts';
import { DefinitionList } from '../definition-list.tsx';
import { DateTime } from '../moments.tsx';
import { Notice } from '../notice.tsx';
import { StatusTag, type Tone } from '../status-tag.tsx';
import { useTexts } from '../use-texts.ts';

type Told = LinkedReport | WrongListReport;

const tones = {
  accepted: 'success',
  rejected: 'neutral',
  alreadyCorrected: 'info',
} as const satisfies Record<NonNullable<Told['answer']>['kind'], Tone>;

/** Open, overdue or how it was answered, as icon and word. */
export function ReportStanding({ report }: { readonly report: Pick<Told, 'answer' | 'overdue'> }) {
  const { t } = useTexts();
  const { answer, overdue } = report;
  if (answer !== undefined)
    return <StatusTag tone={tones[answer.kind]}>{t(`wrong-list.answer.${answer.kind}`)}</StatusTag>;
  if (overdue) return <StatusTag tone="danger">{t('wrong-list.state.overdue')}</StatusTag>;
  return <StatusTag tone="warning">{t('wrong-list.state.open')}</StatusTag>;
}

/** What was reported, when, and by when it is answered. */
export function ReportFacts({ report }: { readonly report: Told }) {
  const { t } = useTexts();
  const { code, procedureName, versionNumber, part, component, receivedAt, dueAt } = report;
  return (
    <div className="mc-stack mc-stack--snug">
      <DefinitionList
        items={[
          {
            term: t('wrong-list.procedure'),
            value: t('wrong-list.procedure.version', { code, name: procedureName, number: versionNumber }),
          },
          { term: t('wrong-list.part'), value: t(`wrong-list.part.${part}`) },
          ...(component === undefined ? [] : [{ term: t('wrong-list.component'), value: component }]),
          { term: t('wrong-list.received'), value: <DateTime at={new Date(receivedAt)} /> },
          { term: t('wrong-list.due'), value: <DateTime at={new Date(dueAt)} /> },
        ]}
      />
      <blockquote className="mc-quote">{report.text}</blockquote>
    </div>
  );
}

/** The answer; nothing while there is none. */
export function ReportAnswer({ report }: { readonly report: Told }) {
  const { t } = useTexts();
  const { answer } = report;
  if (answer === undefined) return null;
  const by = 'by' in answer ? answer.by : undefined;
  return (
    <Notice tone={tones[answer.kind]} title={t(`wrong-list.answer.${answer.kind}`)}>
      <p className="mc-said">{answer.text}</p>
      <p className="mc-small mc-subtle">
        {by === undefined ? t('wrong-list.answered') : t('wrong-list.answered.by', { by })}{' '}
        <DateTime at={new Date(answer.at)} />
        {answer.inTime ? null : ` (${t('wrong-list.answered.late')})`}
      </p>
    </Notice>
  );
}
