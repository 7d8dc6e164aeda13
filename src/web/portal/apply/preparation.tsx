import type { FeeQuote, NeededComponent, TimeLimit } from '../../../modules/catalogue/contract.ts';
import { Checklist, type ChecklistItem } from '../../ui/checklist.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Money } from '../../ui/moments.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { timeText } from '../procedures/time-limits.tsx';
import { signInAddress } from '../sign-in/sign-in-address.ts';
import { type Choices, caseName, questionName, unitName } from './choices.ts';

export interface PreparationProps {
  readonly preparation: {
    readonly caseName: string;
    readonly papers: readonly NeededComponent[];
    readonly time: TimeLimit | undefined;
    readonly fee: FeeQuote;
    readonly results: readonly string[];
  };
  readonly choices: Choices;
  readonly signedIn: boolean;
  readonly address: string;
  /** A helper's: under which consent. */
  readonly consentId: string | undefined;
}

/** What this case takes: papers, time, fee, result; then the start. */
export function Preparation({ preparation, choices, signedIn, address, consentId }: PreparationProps) {
  const { t } = useTexts();
  const { papers, time, fee, results, caseName: name } = preparation;
  return (
    <section className="mc-panel mc-stack mc-stack--loose" id="chuan-bi">
      <div className="mc-stack mc-stack--tight">
        <h2>{t('apply.prepare')}</h2>
        {name === '' ? null : <p className="mc-subtle">{t('apply.your-case', { name })}</p>}
      </div>
      {papers.length === 0 ? (
        <p>{t('apply.no-papers')}</p>
      ) : (
        <Checklist items={papers.map((paper) => paperItem(paper, t))} />
      )}
      <DefinitionList
        items={[
          { term: t('apply.time'), value: <Time limit={time} /> },
          { term: t('apply.fee'), value: <Fee fee={fee} /> },
          ...(choices.unit === undefined ? [] : [{ term: t('apply.decided-by'), value: choices.unit.name }]),
          ...(results.length === 0 ? [] : [{ term: t('apply.result'), value: results.join('; ') }]),
        ]}
      />
      {signedIn ? (
        <form method="post">
          <RequestId form="start" />
          <ChosenFields choices={choices} />
          {consentId === undefined ? null : <input type="hidden" name="cho" value={consentId} />}
          <button className="ds-button mc-form__submit" data-variant="primary" type="submit">
            {t('apply.start')}
          </button>
        </form>
      ) : (
        <div className="mc-stack mc-stack--tight">
          <p>{t('apply.sign-in-why')}</p>
          <a className="ds-button mc-form__submit" data-variant="primary" href={signInAddress(address)}>
            {t('apply.sign-in')}
          </a>
        </div>
      )}
    </section>
  );
}

function ChosenFields({ choices }: { readonly choices: Choices }) {
  const fields = [
    ...Object.entries(choices.answers).map(([key, option]) => [questionName(key), option]),
    [caseName, choices.caseKey ?? ''],
    [unitName, choices.unit?.unitId ?? ''],
  ];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Time({ limit }: { readonly limit: TimeLimit | undefined }) {
  const { t } = useTexts();
  const cutOff = limit?.rule?.cutOff;
  return (
    <>
      {limit?.rule === undefined && limit?.asPublished !== undefined
        ? limit.asPublished
        : timeText(t, limit?.rule)}
      {cutOff ? (
        <p className="mc-subtle mc-small">{t('procedure.time.same-day.cut-off', { time: cutOff })}</p>
      ) : null}
    </>
  );
}

function Fee({ fee }: { readonly fee: FeeQuote }) {
  const { t } = useTexts();
  if (fee.total === 0) return t('apply.fee.free');
  if (fee.total !== undefined) return <Money dong={fee.total} />;
  const published = fee.lines.flatMap((line) => line.fee.asPublished ?? []);
  return published.length > 0 ? published.join('; ') : t('apply.fee.unknown');
}

function paperItem({ component, need }: NeededComponent, t: ReturnType<typeof useTexts>['t']): ChecklistItem {
  const notes = {
    required: component.condition?.text,
    conditional: component.condition?.text ?? t('draft.papers.state.maybe'),
    unverified: t('draft.papers.unverified'),
  };
  if (component.form?.electronic === true) {
    return { key: component.key, title: component.name, state: 'done', note: t('apply.by-form') };
  }
  if (component.mode === 'present') {
    return { key: component.key, title: component.name, state: 'maybe', note: t('draft.papers.present') };
  }
  const note = notes[need];
  return {
    key: component.key,
    title: component.name,
    state: need === 'required' ? 'todo' : 'maybe',
    ...(note === undefined ? {} : { note }),
  };
}
