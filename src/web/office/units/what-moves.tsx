import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';

type EndView = ReorganisationView['ends'][number];

/** What rests on each unit that ends, and goes on with its successor: counted now. */
export function WhatMoves({ plan }: { readonly plan: ReorganisationView }) {
  const { t } = useTexts();
  if (plan.ends.length === 0) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="chuyen">
      <h2 id="chuyen">{t('units.moves')}</h2>
      <p className="mc-subtle">{t('units.moves.lead')}</p>
      <DataTable
        caption={t('units.moves')}
        columns={columnsOf(t)}
        rows={plan.ends}
        keyOf={({ unitId }) => unitId}
      />
      {plan.endingPowers.length === 0 ? null : (
        <>
          <p>{t('units.moves.powers', { count: plan.endingPowers.length })}</p>
          <ul>
            {plan.endingPowers.map(({ delegationId, kind, lastOn, ...power }) => (
              <li key={delegationId}>
                {t(`units.moves.power.${kind}`, { ...power, lastOn: formatDate(lastOn) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A series runs for a year, or for a day as codes do. */
function periodText(period: string): string {
  const day = parsePlainDate(period);
  return day === undefined ? period : formatDate(day);
}

function columnsOf(t: Translate): readonly Column<EndView>[] {
  const count = (
    key: 'openDossiers' | 'openTasks' | 'heldTasks' | 'drafts' | 'substitutions',
  ): Column<EndView> => ({
    key,
    header: t(`units.moves.${key}`),
    align: 'end',
    cell: ({ load }) => load?.[key] ?? 0,
  });
  return [
    { key: 'unit', header: t('units.end.unit'), isName: true, cell: ({ name }) => name },
    count('openDossiers'),
    count('openTasks'),
    count('heldTasks'),
    count('drafts'),
    count('substitutions'),
    {
      key: 'series',
      header: t('units.moves.series'),
      cell: ({ load }) => (
        <>
          {(load?.series ?? []).map(({ series, name, period, lastNumber }) => (
            <span key={`${series} ${name ?? ''}`} className="mc-block">
              {t(`units.series.${series}`, {
                name: name ?? '',
                period: periodText(period),
                number: lastNumber,
              })}
            </span>
          ))}
          {load?.codePattern === undefined ? null : (
            <span className="mc-block">{t('units.series.pattern', { pattern: load.codePattern })}</span>
          )}
        </>
      ),
    },
  ];
}
