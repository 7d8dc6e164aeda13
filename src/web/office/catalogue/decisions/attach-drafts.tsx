import type { DraftSummary } from '../../../../modules/catalogue/contract.ts';
import { SelectField, Tick } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

export interface AttachDraftsProps {
  readonly drafts: readonly DraftSummary[];
  readonly version: number;
}

const changes = ['amended', 'new', 'replaced'] as const;

/** Approved drafts that wait for a decision, to be ticked into this one. */
export function AttachDrafts({ drafts, version }: AttachDraftsProps) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="them-ban-soan">
      <h2 id="them-ban-soan">{t('catalogue.decision.attach')}</h2>
      {drafts.length === 0 ? (
        <p className="mc-subtle">{t('catalogue.decision.attach.none')}</p>
      ) : (
        <form method="post" className="mc-stack mc-stack--snug">
          <RequestId form="them" />
          <input type="hidden" name="intent" value="attach" />
          <input type="hidden" name="version" value={version} />
          <ul className="mc-attach">
            {drafts.map(({ draftId, code, name }) => (
              <li key={draftId}>
                <Tick
                  name="draft"
                  id={`draft-${draftId}`}
                  value={`${draftId} ${code}`}
                  label={`${code} ${name}`}
                />
                <SelectField
                  name={`change.${draftId}`}
                  label={t('catalogue.decision.change')}
                  options={changes.map((change) => ({
                    value: change,
                    label: t(`catalogue.decision.change.${change}`),
                  }))}
                />
              </li>
            ))}
          </ul>
          <button type="submit" className="ds-button mc-fit" data-variant="secondary">
            {t('catalogue.decision.attach.do')}
          </button>
        </form>
      )}
    </section>
  );
}
