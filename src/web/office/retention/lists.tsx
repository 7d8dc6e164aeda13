import type { ErasureState, ErasureView } from '../../../modules/privacy/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { erasureAddress } from './addresses.ts';

const tones: Readonly<Record<ErasureState, Tone>> = {
  fixed: 'warning',
  running: 'info',
  finished: 'success',
  dropped: 'neutral',
};

/** Lists that were made, newest first. */
export function Lists({ lists }: { readonly lists: readonly ErasureView[] }) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="danh-muc">
      <h2 id="danh-muc">{t('retention.lists')}</h2>
      {lists.length === 0 ? (
        <p className="mc-subtle">{t('retention.lists.none')}</p>
      ) : (
        <ul className="mc-cards">
          {lists.map((list) => (
            <li key={list.erasureId} className="mc-card">
              <div className="mc-row mc-row--apart">
                <a href={erasureAddress(list.erasureId)}>
                  {t('retention.list.link', {
                    count: list.items,
                    at: formatDateTime(new Date(list.fixedAt)),
                  })}
                </a>
                <ListState state={list.state} />
              </div>
              <p className="mc-small mc-subtle">{list.fixedBy}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function ListState({ state }: { readonly state: ErasureState }) {
  const { t } = useTexts();
  return <StatusTag tone={tones[state]}>{t(`retention.list.state.${state}`)}</StatusTag>;
}
