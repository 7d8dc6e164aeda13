import type { FormEvent } from 'react';
import type { DraftState } from '../../../../modules/catalogue/contract.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { decisionAddress } from '../addresses.ts';

export interface ReviewFormsProps {
  readonly state: DraftState;
  readonly version: number;
  /** Everything typed is kept; else `save` keeps it before a form goes. */
  readonly isKept: () => boolean;
  readonly save: () => Promise<void>;
  readonly decisions: readonly { readonly decisionId: string; readonly number: string }[];
}

type Intent = 'submit' | 'approve' | 'return' | 'discard';

const offered: Readonly<Record<DraftState, readonly Intent[]>> = {
  draft: ['submit', 'discard'],
  inReview: ['approve', 'return', 'discard'],
  approved: ['return', 'discard'],
  published: [],
  discarded: [],
};

/** The next steps of the text: to review, back, approved, given up; each with what is said along with it. */
export function ReviewForms({ state, version, decisions, isKept, save }: ReviewFormsProps) {
  const { t } = useTexts();
  const keepFirst = async (event: FormEvent<HTMLFormElement>) => {
    if (isKept()) return;
    const form = event.currentTarget;
    event.preventDefault();
    await save();
    if (isKept()) form.submit();
  };
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="duyet">
      <h2 id="duyet">{t('catalogue.edit.review')}</h2>
      {decisions.length === 0 ? null : (
        <p>
          {t('catalogue.edit.on-decisions')}{' '}
          {decisions.map(({ decisionId, number }) => (
            <a key={decisionId} href={decisionAddress(decisionId)}>
              {number}
            </a>
          ))}
        </p>
      )}
      {offered[state].map((intent, index) => (
        <Disclosure key={intent} summary={t(`catalogue.edit.${intent}`)} open={index === 0}>
          <form method="post" className="mc-stack mc-stack--snug" onSubmit={keepFirst}>
            <RequestId form={intent} />
            <input type="hidden" name="intent" value={intent} />
            <input type="hidden" name="version" value={version} />
            <TextArea
              name="note"
              id={`${intent}-note`}
              rows={2}
              label={t(
                intent === 'submit' || intent === 'approve'
                  ? `catalogue.edit.${intent}.note`
                  : `catalogue.edit.${intent}.reason`,
              )}
              isOptional={intent === 'submit' || intent === 'approve'}
            />
            <button
              type="submit"
              className="ds-button mc-fit"
              data-variant={index === 0 ? 'primary' : 'secondary'}
            >
              {t(`catalogue.edit.${intent}`)}
            </button>
          </form>
        </Disclosure>
      ))}
    </section>
  );
}
