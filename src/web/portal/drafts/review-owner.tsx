import type { DraftView } from '../../../modules/dossiers/contract.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReviewHead } from './review-parts.tsx';

/** For whom the draft is handed in, with the way to change it; an organisation's account hands in for its organisation. */
export function ReviewOwner({
  draft,
  organisation,
}: {
  readonly draft: DraftView;
  readonly organisation: string | undefined;
}) {
  const { t } = useTexts();
  const { represented } = draft;
  if (organisation !== undefined) return <p>{t('represent.for.organisation', { name: organisation })}</p>;
  return (
    <section className="mc-review" id="represented" tabIndex={-1}>
      <ReviewHead title={t('represent.title')} href={`/ban-khai/${draft.draftId}/nop-cho`} />
      <DefinitionList
        items={
          represented === undefined
            ? [{ term: t('represent.for'), value: t('represent.for.self') }]
            : [
                { term: t('represent.for'), value: represented.owner.name },
                {
                  term: t('represent.capacity'),
                  value: t(`represent.capacity.${represented.representation.capacity}`),
                },
                { term: t('represent.document'), value: represented.representation.document },
              ]
        }
      />
    </section>
  );
}
