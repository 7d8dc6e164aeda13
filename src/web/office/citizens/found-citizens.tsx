import type { Refusal } from '../../../kernel/refusal.ts';
import type { FoundCitizen } from '../../../modules/identity/contract.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea, Tick, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface FoundCitizensProps {
  readonly found: readonly FoundCitizen[];
  /** Who was looked for, to be found again when the merge is refused. */
  readonly text: string;
  readonly reason: string | undefined;
  /** Which were ticked. */
  readonly chosen: readonly string[];
  readonly refusal: Refusal | undefined;
}

/** Records that carry the number or name; two of them can be joined. */
export function FoundCitizens({ found, text, reason, chosen, refusal }: FoundCitizensProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  if (found.length === 0)
    return (
      <EmptyState icon="search" title={t('account.office.nothing')}>
        <p>{t('account.office.nothing.body')}</p>
      </EmptyState>
    );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0)
    return (
      <div className="mc-panel mc-stack mc-stack--snug">
        <p>
          <Known citizen={only} />
        </p>
        <p>{t('account.office.one')}</p>
      </div>
    );
  return (
    <form method="post" className="mc-panel mc-stack">
      <RequestId form="gop" />
      <input type="hidden" name="text" value={text} />
      <fieldset className="ds-fieldset mc-stack mc-stack--tight" id="personIds" tabIndex={-1}>
        <legend className="ds-label">{t('account.office.found', { count: found.length })}</legend>
        {found.map((citizen) => (
          <Tick
            key={citizen.personId}
            name="personId"
            id={`nguoi-${citizen.personId}`}
            value={citizen.personId}
            checked={chosen.includes(citizen.personId)}
            label={<Known citizen={citizen} />}
          />
        ))}
      </fieldset>
      <p>{t('account.office.merge.effect')}</p>
      <TextArea
        name="reason"
        label={t('account.office.reason')}
        value={reason}
        problem={problem('/reason')}
        rows={2}
      />
      <div>
        <button type="submit" name="intent" value="merge" className="ds-button" data-variant="primary">
          {t('account.office.merge')}
        </button>
      </div>
    </form>
  );
}

function Known({ citizen }: { readonly citizen: FoundCitizen }) {
  const { t, locale } = useTexts();
  const { numberEnding, birthDate } = citizen;
  const facts = [
    ...(birthDate === undefined ? [] : [t('account.office.born', { date: formatDate(birthDate) })]),
    numberEnding === undefined
      ? t('account.merge.no-number')
      : t('account.merge.ending', { ending: numberEnding }),
    t('account.merge.since', { date: formatDateTime(new Date(citizen.since), locale) }),
    t('account.merge.accounts', { count: citizen.accounts }),
    ...(citizen.mergeId === undefined ? [] : [t('account.office.merged-already')]),
  ];
  return (
    <>
      <span className="mc-strong">{citizen.name}</span>
      <br />
      <span className="mc-subtle mc-small">{facts.join(', ')}</span>
    </>
  );
}
