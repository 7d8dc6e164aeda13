import type { ServiceStage, StandingLevel, StandingRow } from '../../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { standingListAddress } from '../addresses.ts';

/** A column of numbers of the report: how many, and what is asked of the list behind them. */
export interface Figure {
  readonly key: string;
  readonly header: string;
  readonly count: (row: StandingRow) => number;
  readonly asks: { readonly stage?: ServiceStage; readonly value?: StandingLevel };
}

const published = ['full', 'part', 'information'] as const;

/** The columns of the 2021 report: procedures, registered, refused, published by level. */
export function figures(t: Translate): readonly Figure[] {
  return [
    {
      key: 'procedures',
      header: t('catalogue.standing.report.procedures'),
      count: ({ procedures }) => procedures,
      asks: {},
    },
    {
      key: 'registered',
      header: t('catalogue.standing.report.registered'),
      count: ({ counts }) => sum(counts.registered),
      asks: { stage: 'registered' },
    },
    {
      key: 'refused',
      header: t('catalogue.standing.report.refused'),
      count: ({ counts }) => counts.appraised.refused ?? 0,
      asks: { stage: 'appraised', value: 'refused' },
    },
    ...published.map(
      (value): Figure => ({
        key: `published-${value}`,
        header: t('catalogue.standing.report.published', {
          level: t(`catalogue.standing.level.${value}`).toLocaleLowerCase('vi'),
        }),
        count: ({ counts }) => counts.published[value] ?? 0,
        asks: { stage: 'published', value },
      }),
    ),
  ];
}

/** The address of the list behind a number. */
export function behind(figure: Figure, row: StandingRow, on: string): string {
  return standingListAddress({ ngay: on, so: row.department, cap: row.level, ...renamed(figure.asks) });
}

function renamed({ stage, value }: Figure['asks']): Record<string, string> {
  return { ...(stage && { buoc: stage }), ...(value && { muc: value }) };
}

function sum(counts: Partial<Readonly<Record<StandingLevel, number>>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}
