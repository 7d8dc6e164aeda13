import type { UnlistedAsks } from '../../../modules/dossiers/contract.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { unlistedAsksAddress } from './addresses.ts';

/** Units whose officers tried to ask for papers outside the list: where lists may be wrong, or the law not known. */
export function AsksByUnit({ asks }: { readonly asks: UnlistedAsks['byUnit'] }) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="doi-them">
      <h2 id="doi-them">{t('wrong-list.asks.title')}</h2>
      <p className="mc-subtle">{t('wrong-list.asks.lead')}</p>
      {asks.length === 0 ? (
        <p>{t('wrong-list.asks.none')}</p>
      ) : (
        <DataTable
          caption={t('wrong-list.asks.title')}
          columns={[
            { key: 'unit', header: t('wrong-list.counts.unit'), isName: true, cell: ({ unit }) => unit },
            {
              key: 'asks',
              header: t('wrong-list.asks.count'),
              align: 'end',
              cell: (row) => <a href={`${unlistedAsksAddress}?don-vi=${row.unitId}`}>{row.asks}</a>,
            },
          ]}
          rows={asks}
          keyOf={({ unitId }) => unitId}
        />
      )}
    </section>
  );
}
