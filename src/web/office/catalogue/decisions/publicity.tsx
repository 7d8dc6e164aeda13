import type { Refusal } from '../../../../kernel/refusal.ts';
import type { DecisionView } from '../../../../modules/catalogue/contract.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { TextField, useProblems } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

const days = ['publishedOn', 'postedOn'] as const;

export interface PublicityProps {
  readonly decision: Pick<DecisionView, 'version' | (typeof days)[number]>;
  readonly refusal: Refusal | undefined;
}

/** The days of công khai and niêm yết that are not known yet, to be filled in also after the decision was carried out. */
export function Publicity({ decision, refusal }: PublicityProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const open = days.filter((name) => decision[name] === undefined);
  if (open.length === 0) return null;
  return (
    <Disclosure summary={t('catalogue.decision.publicity')}>
      <form method="post" className="mc-stack mc-stack--snug">
        <p className="mc-subtle mc-small">{t('catalogue.decision.publicity.body')}</p>
        <RequestId form="cong-khai" />
        <input type="hidden" name="intent" value="publicity" />
        <input type="hidden" name="version" value={decision.version} />
        {open.map((name) => (
          <TextField
            key={name}
            name={name}
            type="date"
            label={t(`catalogue.decision.${name}`)}
            problem={problem(`/${name}`)}
            isOptional
          />
        ))}
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('catalogue.decision.publicity.record')}
        </button>
      </form>
    </Disclosure>
  );
}
