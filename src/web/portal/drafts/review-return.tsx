import type { DraftView } from '../../../modules/dossiers/contract.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReviewHead } from './review-parts.tsx';

/** How the result comes home, with the way back to change it; nothing where there was nothing to choose. */
export function ReviewReturn({ draft, href }: { readonly draft: DraftView; readonly href: string }) {
  const { t } = useTexts();
  const { post } = draft.choices;
  if (post === undefined && draft.offers.post === undefined) return null;
  const to = post?.returnTo;
  return (
    <section className="mc-review" id="post.returnTo" tabIndex={-1}>
      <ReviewHead title={t('post.review.title')} href={href} />
      <DefinitionList
        items={[
          {
            term: t('post.return.legend'),
            value: to === undefined ? t('post.review.counter') : t('post.out.to', to),
          },
          ...(post?.sendsPapers === true
            ? [
                {
                  term: t('post.papers.legend'),
                  value: <span id="post.sendsPapers">{t('post.review.papers')}</span>,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
