import type { DecisionLineView } from '../../../../modules/catalogue/contract.ts';
import { formatNumber } from '../../../../texts/format.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { decisionAddress, draftAddress, officeProcedureAddress } from '../addresses.ts';
import type { Part } from './part-of.ts';

export interface LinesProps {
  readonly decisionId: string;
  readonly lines: Part<DecisionLineView>;
  /** All there are. */
  readonly count: number;
  readonly version: number;
  readonly isOpen: boolean;
}

/** The procedures a decision touches and what it does to each. */
export function Lines({ decisionId, lines, count, version, isOpen }: LinesProps) {
  const { t } = useTexts();
  if (count === 0) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cac-thu-tuc">
      <h2 id="cac-thu-tuc">{t('catalogue.decision.lines')}</h2>
      {count === lines.rows.length ? null : (
        <p className="mc-subtle">
          {t('catalogue.decision.part', { shown: lines.rows.length, count: formatNumber(count) })}
        </p>
      )}
      <DataTable
        caption={t('catalogue.decision.lines')}
        columns={columnsOf(version, isOpen, t)}
        rows={lines.rows}
        keyOf={({ code }) => code}
      />
      <Pager
        next={lines.next && decisionAddress(decisionId, { dong: lines.next })}
        first={lines.isFirst ? undefined : decisionAddress(decisionId)}
      />
    </section>
  );
}

function columnsOf(version: number, isOpen: boolean, t: Translate): readonly Column<DecisionLineView>[] {
  return [
    {
      key: 'name',
      header: t('catalogue.office.procedure'),
      isName: true,
      cell: ({ code, name, draftId }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={draftId && isOpen ? draftAddress(draftId) : officeProcedureAddress(code)}>
            {name ?? code}
          </a>
          <span className="mc-subtle mc-number">{code}</span>
        </span>
      ),
    },
    {
      key: 'change',
      header: t('catalogue.decision.change'),
      cell: ({ change, replacedBy }) => (
        <>
          {t(`catalogue.decision.change.${change}`)}
          {replacedBy === undefined ? null : ` → ${replacedBy}`}
        </>
      ),
    },
    ...(isOpen
      ? [
          {
            key: 'remove',
            header: t('catalogue.decision.remove'),
            cell: ({ code, name }: DecisionLineView) => (
              <form method="post">
                <RequestId form={`bo-${code}`} />
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="code" value={code} />
                <button type="submit" className="mc-tool">
                  {t('catalogue.decision.remove')}
                  <span className="mc-visually-hidden"> {name ?? code}</span>
                </button>
              </form>
            ),
          },
        ]
      : []),
  ];
}
