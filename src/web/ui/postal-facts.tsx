import { plainDateOf } from '../../kernel/plain-date.ts';
import type { PostalItemView } from '../../modules/dossiers/contract.ts';
import { formatDate } from '../../texts/format.ts';
import type { Translate } from '../../texts/translate.ts';
import type { Definition } from './definition-list.tsx';

/** What travels by the public post, as facts: where it goes, whether it has left or come, under which number. */
export function postalFacts(items: readonly PostalItemView[], t: Translate): readonly Definition[] {
  return items.map((item) => ({
    term: t(item.direction === 'out' ? 'post.out' : 'post.in'),
    value: (
      <>
        {item.direction === 'out' ? (
          <>
            {t('post.out.to', {
              recipient: item.recipient ?? '',
              phone: item.phone ?? '',
              address: item.address ?? '',
            })}
            <br />
          </>
        ) : null}
        <span className="mc-subtle">{movedText(item, t)}</span>
      </>
    ),
  }));
}

function movedText({ direction, movedAt, trackingNumber }: PostalItemView, t: Translate): string {
  if (movedAt === undefined) return t(`post.${direction}.awaited`);
  const at = formatDate(plainDateOf(new Date(movedAt)));
  return t(`post.${direction}.moved`, { at, number: trackingNumber ?? '' });
}
