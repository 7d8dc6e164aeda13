import type { Refusal } from '../../../../kernel/refusal.ts';
import { type ServiceStage, type Standing, serviceStages } from '../../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../../texts/format.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';
import { standingTableHome } from '../addresses.ts';
import { plainDate } from '../plain-date.ts';
import { StandingForm } from './standing-form.tsx';

export interface ServiceLevelProps {
  readonly standings: readonly Standing[];
  readonly on: string;
  /** A form that was refused, with what was typed. */
  readonly refused: { readonly refusal: Refusal; readonly typed: Typed } | undefined;
}

interface Row {
  readonly stage: ServiceStage;
  readonly standing: Standing | undefined;
}

/** The four values of the level of service on a day, each with its reason, and the forms that set them. */
export function ServiceLevel({ standings, on, refused }: ServiceLevelProps) {
  const { t } = useTexts();
  const rows = serviceStages.map(
    (stage): Row => ({ stage, standing: standings.find((each) => each.stage === stage) }),
  );
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="muc-do">
      <div className="mc-row mc-row--apart">
        <h2 id="muc-do">{t('catalogue.standing.title')}</h2>
        <a href={standingTableHome}>{t('catalogue.standing.table')}</a>
      </div>
      <form className="mc-choose">
        <TextField name="ngay" type="date" value={on} label={t('catalogue.standing.on')} />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('catalogue.standing.show')}
        </button>
      </form>
      <DataTable
        caption={t('catalogue.standing.title')}
        columns={columnsOf(t)}
        rows={rows}
        keyOf={({ stage }) => stage}
      />
      {serviceStages.map((stage) => (
        <StandingForm
          key={stage}
          stage={stage}
          on={on}
          refused={refused?.typed.stage === stage ? refused : undefined}
        />
      ))}
    </section>
  );
}

function columnsOf(t: Translate): readonly Column<Row>[] {
  const absent = <span className="mc-subtle">{t('catalogue.standing.absent')}</span>;
  return [
    {
      key: 'stage',
      header: t('catalogue.standing.stage'),
      isName: true,
      cell: ({ stage }) => t(`catalogue.standing.stage.${stage}`),
    },
    {
      key: 'level',
      header: t('catalogue.office.service'),
      cell: ({ standing }) =>
        standing === undefined ? absent : t(`catalogue.standing.level.${standing.level}`),
    },
    {
      key: 'from',
      header: t('catalogue.standing.from'),
      cell: ({ standing }) => (standing === undefined ? '–' : formatDate(plainDate(standing.from))),
    },
    {
      key: 'why',
      header: t('catalogue.standing.why'),
      cell: ({ standing }) => (standing === undefined ? '–' : <Why standing={standing} />),
    },
  ];
}

/** Department, reason, answers of the appraisal and the day it is looked at again. */
function Why({ standing }: { readonly standing: Standing }) {
  const { t } = useTexts();
  const { stage, department, reason, technicalAnswer, legalAnswer, reviewOn } = standing;
  const said = [
    stage === 'registered' ? department : undefined,
    reason,
    technicalAnswer && t('catalogue.standing.technical.said', { answer: technicalAnswer }),
    legalAnswer && t('catalogue.standing.legal.said', { answer: legalAnswer }),
    reviewOn && t('catalogue.standing.review.said', { date: formatDate(plainDate(reviewOn)) }),
  ].filter((line) => line !== undefined);
  if (said.length === 0) return <>–</>;
  return (
    <ul className="mc-plain mc-small">
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
