import type { OfficeColumn, OfficeProcedure } from '../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { draftAddress, officeProcedureAddress } from './addresses.ts';

export interface ListTableProps {
  readonly items: readonly OfficeProcedure[];
  /** Those chosen, beside the name. */
  readonly columns: readonly OfficeColumn[];
}

/** Procedures as the office lists them; each opens its page. */
export function ListTable({ items, columns }: ListTableProps) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('catalogue.office.title')}
      columns={columnsOf(t).filter(({ key }) => key === 'name' || columns.some((column) => column === key))}
      rows={items}
      keyOf={({ code }) => code}
    />
  );
}

function columnsOf(t: Translate): readonly Column<OfficeProcedure>[] {
  return [
    {
      key: 'name',
      header: t('catalogue.office.procedure'),
      isName: true,
      cell: ({ code, name }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={officeProcedureAddress(code)}>{name}</a>
          <span className="mc-subtle mc-number">{code}</span>
        </span>
      ),
    },
    { key: 'sector', header: t('procedures.filter.sector'), cell: ({ sector }) => sector },
    {
      key: 'levels',
      header: t('procedures.filter.level'),
      cell: ({ levels }) => levels.map((level) => t(`procedures.level.${level}`)).join(', '),
    },
    {
      key: 'service',
      header: t('catalogue.office.service'),
      cell: ({ serviceLevel }) => t(`procedures.service.${serviceLevel}`),
    },
    { key: 'state', header: t('catalogue.office.state'), cell: (row) => <State row={row} /> },
    { key: 'lack', header: t('catalogue.office.lack'), cell: (row) => <Lacking row={row} /> },
  ];
}

const tones = { inForce: 'success', coming: 'info', ended: 'neutral' } as const;

function State({ row }: { readonly row: OfficeProcedure }) {
  const { t } = useTexts();
  return (
    <span className="mc-stack mc-stack--tight">
      <StatusTag tone={tones[row.state]}>{t(`catalogue.office.state.${row.state}`)}</StatusTag>
      <span className="mc-subtle mc-small">
        {t('catalogue.office.from', { date: formatDate(row.validFrom) })}
      </span>
      {row.draftId === undefined ? null : (
        <a href={draftAddress(row.draftId)}>{t('catalogue.office.open-draft')}</a>
      )}
    </span>
  );
}

/** What is missing, in words; nothing where all is there. */
function Lacking({ row }: { readonly row: OfficeProcedure }) {
  const { t } = useTexts();
  const lacking = [
    ...(row.hasProcess ? [] : [t('catalogue.office.lack.process')]),
    ...(row.hasFee ? [] : [t('catalogue.office.lack.fee')]),
    ...(row.unchecked === 0 ? [] : [t('catalogue.office.unchecked', { count: row.unchecked })]),
    ...(row.missingParts === 0 ? [] : [t('catalogue.office.missing-parts', { count: row.missingParts })]),
  ];
  if (lacking.length === 0) return <span className="mc-subtle">{t('catalogue.office.complete')}</span>;
  return (
    <ul className="mc-plain mc-small">
      {lacking.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}
