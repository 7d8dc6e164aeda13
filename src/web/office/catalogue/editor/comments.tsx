import type { Done, DraftComment } from '../../../../modules/catalogue/contract.ts';
import { formatDateTime } from '../../../../texts/format.ts';
import { TextArea } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { draftAddress } from '../addresses.ts';

export interface CommentsProps {
  readonly comments: readonly DraftComment[];
  readonly draftId: string;
  readonly changed: Done;
}

/** What was said of the text, latest last, and a word more; the way to who changed what. */
export function Comments({ comments, draftId, changed }: CommentsProps) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="trao-doi">
      <h2 id="trao-doi">{t('catalogue.edit.comments')}</h2>
      <p className="mc-small mc-subtle">
        {t('catalogue.edit.changed', {
          who: changed.by ?? t('catalogue.edit.system'),
          at: formatDateTime(new Date(changed.at)),
        })}{' '}
        <a href={`${draftAddress(draftId)}/lich-su`}>{t('catalogue.edit.history')}</a>
      </p>
      {comments.length === 0 ? null : (
        <ol className="mc-said">
          {comments.map(({ commentId, kind, text, written }) => (
            <li key={commentId}>
              <p className="mc-small mc-subtle">
                <strong>{written.by ?? t('catalogue.edit.system')}</strong> ·{' '}
                {formatDateTime(new Date(written.at))} · {t(`catalogue.edit.comment.kind.${kind}`)}
              </p>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form="y-kien" />
        <input type="hidden" name="intent" value="comment" />
        <TextArea name="note" id="y-kien" rows={2} label={t('catalogue.edit.comment')} />
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('catalogue.edit.comment.send')}
        </button>
      </form>
    </section>
  );
}
