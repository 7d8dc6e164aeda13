import type { SideBySideRow, VersionBrief } from '../../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

export interface CompareProps {
  readonly versions: readonly VersionBrief[];
  readonly compared: { readonly before: string | undefined; readonly after: string };
  readonly comparison:
    | { readonly sentences: readonly string[]; readonly rows: readonly SideBySideRow[] }
    | undefined;
}

/** Two versions chosen and set against each other: as a lawyer writes it, and side by side. */
export function Compare({ versions, compared, comparison }: CompareProps) {
  const { t } = useTexts();
  const options = versions.map(({ versionId, number }) => ({
    value: versionId,
    label: t('catalogue.procedure.version', { number }),
  }));
  const changed = comparison?.rows.filter(({ differs }) => differs) ?? [];
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="so-sanh">
      <h2 id="so-sanh">{t('catalogue.procedure.compare')}</h2>
      <form className="mc-choose">
        <SelectField
          name="truoc"
          label={t('catalogue.procedure.compare.before')}
          value={compared.before}
          options={options}
        />
        <SelectField
          name="sau"
          label={t('catalogue.procedure.compare.after')}
          value={compared.after}
          options={options}
        />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('catalogue.procedure.compare.show')}
        </button>
      </form>
      {comparison === undefined ? null : comparison.sentences.length === 0 ? (
        <p>{t('catalogue.procedure.compare.same')}</p>
      ) : (
        <>
          <h3>{t('catalogue.procedure.compare.sentences')}</h3>
          <ol>
            {comparison.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <h3>{t('catalogue.procedure.compare.side')}</h3>
          <DataTable
            caption={t('catalogue.procedure.compare.side')}
            columns={columnsOf(t)}
            rows={changed}
            keyOf={({ part, before, after }) => [part, before, after].join('|')}
          />
        </>
      )}
    </section>
  );
}

function columnsOf(t: Translate): readonly Column<SideBySideRow>[] {
  return [
    {
      key: 'part',
      header: t('catalogue.procedure.compare.part'),
      isName: true,
      cell: ({ title }) => title.charAt(0).toLocaleUpperCase('vi') + title.slice(1),
    },
    {
      key: 'before',
      header: t('catalogue.procedure.compare.before'),
      cell: ({ before }) => <del className="mc-was">{before ?? '–'}</del>,
    },
    {
      key: 'after',
      header: t('catalogue.procedure.compare.after'),
      cell: ({ after }) => <ins className="mc-now">{after ?? '–'}</ins>,
    },
  ];
}
