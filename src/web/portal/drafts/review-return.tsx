import type { ReactNode } from 'react';
import type { DraftView } from '../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { PartName } from '../../ui/part-choices.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReviewHead } from './review-parts.tsx';

/** How the result comes home, with the way back to change it; nothing where there was nothing to choose. */
export function ReviewReturn({ draft, href }: { readonly draft: DraftView; readonly href: string }) {
  const { t } = useTexts();
  const { post } = draft.choices;
  const { group } = draft.offers;
  if (post === undefined && draft.offers.post === undefined && group === undefined) return null;
  const to = post?.returnTo;
  return (
    <section className="mc-review" id="post.returnTo" tabIndex={-1}>
      <ReviewHead title={t('post.review.title')} href={href} />
      <DefinitionList
        items={[
          ...(group === undefined ? [] : [{ term: t('parts.review.title'), value: carried(draft, t) }]),
          ...(draft.offers.post === undefined && post === undefined
            ? []
            : [
                {
                  term: t('post.return.legend'),
                  value: to === undefined ? t('post.review.counter') : t('post.out.to', to),
                },
              ]),
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

/** What the dossier will carry besides. */
function carried({ offers, choices }: DraftView, t: Translate): ReactNode {
  const { group } = offers;
  const taken = group?.procedures.filter(({ code }) => group.isWhole || choices.parts?.includes(code)) ?? [];
  return taken.length === 0 ? (
    <span id="parts">{t('parts.review.none')}</span>
  ) : (
    <ul className="mc-plain" id="parts">
      {taken.map((part) => (
        <li key={part.code}>
          <PartName part={part} />
        </li>
      ))}
    </ul>
  );
}
