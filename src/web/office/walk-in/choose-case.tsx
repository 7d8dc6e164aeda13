import type { Guide, ProcedureVersion } from '../../../modules/catalogue/public.ts';
import type { CounterView } from '../../../modules/dossiers/contract.ts';
import { channelWord, matterParameters, questionPrefix } from '../../portal/procedures/addresses.ts';
import { SelectField } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface ChooseCaseProps {
  readonly version: ProcedureVersion;
  readonly guide: Guide;
  readonly counter: CounterView;
  readonly channel: 'counter' | 'post';
  readonly answers: Readonly<Record<string, string>>;
}

/** The questions that decide on papers, time and fee, and the agency where the counter serves several. */
export function ChooseCase({ version, guide, counter, channel, answers }: ChooseCaseProps) {
  const { t } = useTexts();
  const { questions, cases } = version.content;
  const isByName = questions.length === 0 && cases.length > 1;
  const isAgencyChosen = counter.competent.length > 1;
  const comesByPost = version.content.publicPost?.intake === true;
  if (questions.length === 0 && !isByName && !isAgencyChosen && !comesByPost) return null;
  return (
    <form
      className="mc-panel mc-panel--gold mc-case"
      onChange={(event) => isComplete(event.currentTarget) && event.currentTarget.requestSubmit()}
    >
      {questions.map((question) => (
        <SelectField
          key={question.key}
          name={questionPrefix + question.key}
          label={question.text}
          options={question.options.map(({ key, text }) => ({ value: key, label: text }))}
          value={answers[question.key] ?? ''}
          empty={t('office.walk-in.choose')}
        />
      ))}
      {isByName ? (
        <SelectField
          name={matterParameters.case}
          label={t('office.given.case')}
          options={cases.map(({ key, name }) => ({ value: key, label: name }))}
          value={guide.chosenCase?.key ?? ''}
          empty={t('office.walk-in.choose')}
        />
      ) : null}
      {isAgencyChosen ? (
        <SelectField
          name="co-quan"
          label={t('office.walk-in.agency')}
          options={counter.competent.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          value={counter.chosenId ?? ''}
          empty={t('office.walk-in.choose')}
        />
      ) : null}
      {comesByPost ? (
        <SelectField
          name={matterParameters.channel}
          label={t('office.given.channel')}
          options={(['counter', 'post'] as const).map((way) => ({
            value: channelWord(way),
            label: t(`dossiers.channel.${way}`),
          }))}
          value={channelWord(channel)}
        />
      ) : null}
      <div className="mc-case__end">
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('office.walk-in.show')}
        </button>
        {guide.chosenCase === undefined ? null : (
          <p className="mc-small" role="status">
            {t('office.walk-in.case', { name: guide.chosenCase.name })}
          </p>
        )}
      </div>
    </form>
  );
}

/** Everything asked has an answer: the list can be shown without a further click. */
function isComplete(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll('select')].every(({ value }) => value !== '');
}
